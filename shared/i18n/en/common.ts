import type { Catalogue } from '../catalogue.ts';
import type { common as vi } from '../vi/common.ts';

export const common: Catalogue<typeof vi> = {
  appName: 'Sổ Chất Lượng',
};
