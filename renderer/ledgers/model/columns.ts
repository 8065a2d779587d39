import { emptyRecord, type LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import type { Field, FieldType } from '#shared/domain/ledgers/field.ts';

const RIGHT: ReadonlySet<FieldType> = new Set(['date', 'month', 'year', 'count', 'hours', 'percent']);
/** Pixels of what has one form: a day, a number, a code. */
const FIXED: Partial<Record<FieldType, number>> = {
  code: 120,
  date: 98,
  month: 84,
  year: 60,
  count: 72,
  hours: 72,
  percent: 80,
  'yes-no': 66,
  procedure: 96,
  dossier: 226,
};
/** Pixels a letter takes in a heading and in a cell, and what stands around either. */
const HEADING_LETTER = 6.4;
const CELL_LETTER = 7.6;
const AROUND = 16;
/** Longer words than these are cut wherever they stand, so they claim no room. */
const LONGEST = 24;
/** Most pixels that a column claims at any width of the table; it grows where there is room. */
const CLAIM: Partial<Record<FieldType, number>> = { choice: 150, text: 124, ref: 150, objective: 110 };
const LEAST = 84;
const LONG_TEXT = { least: 132, share: 2.4 } as const;

/** Numbers and days stand right. */
export function isRight(type: FieldType): boolean {
  return RIGHT.has(type);
}

/**
 * The grid track of a column: by what the field holds, and never narrower than its heading.
 * @param words what the field is known to hold (its choices, names, values in use): the column fits those of usual length.
 */
export function columnWidth(field: Field, heading: string, words: readonly string[] = []): string {
  const least = Math.round(heading.length * HEADING_LETTER + AROUND);
  const fixed = FIXED[field.type];
  if (fixed !== undefined) return `${Math.max(fixed, least)}px`;
  if (field.type === 'long-text')
    return `minmax(${Math.max(LONG_TEXT.least, least)}px, ${LONG_TEXT.share}fr)`;
  const letters = words.reduce((most, { length }) => (length > LONGEST ? most : Math.max(most, length)), 0);
  const wanted = Math.max(LEAST, Math.round(letters * CELL_LETTER + AROUND));
  const share = Math.max(wanted, words.some(({ length }) => length > LONGEST) ? 190 : 0) / 100;
  return `minmax(${Math.max(Math.min(wanted, CLAIM[field.type] ?? wanted), least)}px, ${share}fr)`;
}

/** Whether entries of a ledger can be due or lack something: then the table says how each stands. */
export function hasState(ledger: LedgerDefinition): boolean {
  return ledger.due !== null || hasLacks(ledger);
}

/** Whether entries can lack a fact that figures need. */
export function hasLacks(ledger: LedgerDefinition): boolean {
  // An empty record lacks whatever can be lacking, but for what only a later fact calls for.
  return ledger.due !== null || ledger.lacks(emptyRecord(ledger) as never).length > 0;
}

/** Columns of the table; the day on which a duty was done is told by its state. */
export function wideColumns(ledger: LedgerDefinition): readonly string[] {
  return ledger.columns.filter((name) => name !== ledger.due?.done);
}

/** Pixels that the state of an entry takes. */
export const STATE_WIDTH = 150;

/**
 * The columns for which a table has room, in their order: the first two always, then as many as fit; what does not fit is
 * read in the pane.
 * @param room pixels of the table
 * @param track the grid track of a column
 */
export function fittingColumns(
  ledger: LedgerDefinition,
  room: number,
  track: (field: string) => string,
): readonly string[] {
  let left = room - (hasState(ledger) ? STATE_WIDTH : 0);
  const shown: string[] = [];
  for (const name of wideColumns(ledger)) {
    left -= leastWidth(track(name));
    if (shown.length >= 2 && left < 0) break;
    shown.push(name);
  }
  return shown;
}

/** Least and most pixels of a first column that would else grow with the table. */
const FIRST = { least: 150, most: 260 } as const;

/**
 * The track of the first column, the same whatever the room of the table (it follows the width of the window), so that
 * the second begins in its place when the pane opens or closes. Only where another column takes the rest.
 */
export function steadyFirst(first: string): string {
  if (!first.includes('fr')) return first;
  const least = Math.max(FIRST.least, leastWidth(first));
  return `clamp(${least}px, 11vw, ${Math.max(least, FIRST.most)}px)`;
}

function leastWidth(track: string): number {
  return Number(/(\d+)px/u.exec(track)?.[1] ?? 0);
}
