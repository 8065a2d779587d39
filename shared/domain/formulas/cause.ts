/**
 * Why a dossier is counted, counted against or left out. The words stand in the catalogue `causes`;
 * a code, once released, keeps its meaning.
 */
export const FORMULA_CAUSES = [
  // time
  'early',
  'on-time',
  'no-due',
  'late',
  'inside-time',
  'clock-stopped',
  'overdue',
  // channel
  'online',
  'not-online',
  'channel-unknown',
  // software
  'in-software',
  'not-in-software',
  'paper-matches',
  'paper-differs',
  // digitisation
  'digitised',
  'online-components-unknown',
  'not-digitised',
  'not-required',
  'no-document-issued',
  // endings without a result
  'refused',
  'withdrawn',
  'stopped',
  // an unknown flag counts as "no"
  'unknown-as-no',
] as const;
export type FormulaCause = (typeof FORMULA_CAUSES)[number];
