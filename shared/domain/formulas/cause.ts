/**
 * Why a dossier or an entry of a ledger is counted, counted against or left out. The words stand in the catalogue `causes`;
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
  // activities and petitions
  'done-in-time',
  'done-late',
  'not-done',
  'closed-in-time',
  'closed-late',
  'still-open',
  'due-unknown',
  're-complained',
  // answers
  'very-satisfied',
  'satisfied',
  'dissatisfied',
  'invalid-answer',
  // staff
  'rated-excellent',
  'rated-good',
  'rated-fair',
  'rated-failed',
  'trained',
  'not-trained',
  // work files
  'electronic',
  'not-electronic',
  'secret',
  // digital signatures
  'with-certificate',
  'without-certificate',
  // counted by hand
  'by-hand-met',
  'by-hand-not-met',
] as const;
export type FormulaCause = (typeof FORMULA_CAUSES)[number];
