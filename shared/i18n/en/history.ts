import type { Catalogue } from '../catalogue.ts';
import type { history as vi } from '../vi/history.ts';

export const history: Catalogue<typeof vi> = {
  catalogueChanged: 'The commune’s own catalogue of procedures changed: {{codes}}',
};
