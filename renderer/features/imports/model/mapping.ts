import type { Inspection } from '#shared/ipc/contract/imports.ts';

/** Which column gives which field, corrected by hand or not: column index → field. */
export type ColumnFields = ReadonlyMap<number, string>;

/** The mapping in force: the person's, else the one the program found. */
export function columnFields(
  inspection: Inspection,
  byHand: Readonly<Record<string, number>> | null,
): ColumnFields {
  if (byHand) return new Map(Object.entries(byHand).map(([field, index]) => [index, field]));
  return new Map(
    inspection.columns.flatMap((column) =>
      column.field === null ? [] : [[column.index, column.field] as const],
    ),
  );
}

/**
 * The mapping after a column was given a field ('' for none): a field belongs to one column, so another one that
 * had it loses it. The answer is what the program is told (`options.columns`).
 */
export function withField(fields: ColumnFields, index: number, field: string): Record<string, number> {
  const next: Record<string, number> = {};
  for (const [column, known] of fields) if (column !== index && known !== field) next[known] = column;
  if (field !== '') next[field] = index;
  return next;
}

/** Required fields that no column gives. */
export function missingRequired(fields: ColumnFields, required: readonly string[]): string[] {
  const given = new Set(fields.values());
  return required.filter((field) => !given.has(field));
}

/** How sure a column's field is, in the three steps that are worded. */
export function sureness(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** The letter(s) of a column as Excel shows it: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  let rest = index;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** Name of a file without its ending. */
export function bareName(file: string): string {
  return file.replace(/\.[^.\\/]+$/, '');
}
