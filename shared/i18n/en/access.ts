import type { Catalogue } from '../catalogue.ts';
import type { access as vi } from '../vi/access.ts';

/** Passphrases, recovery sheet, keystore: first start, sign-in, settings, overview. */
export const access: Catalogue<typeof vi> = {
  placeholder: '',
};
