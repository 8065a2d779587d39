import type { Catalogue } from '../catalogue.ts';
import type { checkPlaces as vi } from '../vi/checkPlaces.ts';

/** Buttons that lead from a check before signing to where it is mended. */
export const checkPlaces: Catalogue<typeof vi> = {
  'document-date': 'Change the date',
  signatory: 'Say who signs',
  founding: 'See the founding day',
  'data-check': 'Check the data',
  imports: 'Import dossiers',
  'earlier-period': 'See the period before',
  'records-behind': 'See the objective’s records',
};
