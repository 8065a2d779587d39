import { emptyRecord, type LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import type { Field, FieldType } from '#shared/domain/ledgers/field.ts';

const RIGHT: ReadonlySet<FieldType> = new Set(['date', 'month', 'year', 'count', 'hours', 'percent']);
const FIXED: Partial<Record<FieldType, number>> = {
  code: 124,
  date: 106,
  month: 88,
  year: 64,
  count: 72,
  hours: 72,
  percent: 80,
  'yes-no': 70,
  procedure: 96,
  dossier: 200,
};
/** Pixels a letter of a heading takes, and what stands around it. */
const LETTER = 6.6;
const AROUND = 20;

/** Numbers and days stand right. */
export function isRight(type: FieldType): boolean {
  return RIGHT.has(type);
}

/** The grid track of a column: by what the field holds, and never narrower than its heading. */
export function columnWidth(field: Field, heading: string): string {
  const fixed = FIXED[field.type];
  const least = Math.round(heading.length * LETTER + AROUND);
  if (fixed !== undefined) return `${Math.max(fixed, least)}px`;
  switch (field.type) {
    case 'long-text':
      return `minmax(${Math.max(120, least)}px, 2.4fr)`;
    case 'text':
      return `minmax(${Math.max(96, least)}px, ${field.max >= 300 ? 2 : 1.2}fr)`;
    default:
      return `minmax(${Math.max(96, least)}px, 1fr)`;
  }
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

/** Pixels that a table has beside an open pane at 1366 × 768, and what its state takes of them. */
const NARROW = 476;
export const STATE_WIDTH = 152;

/** Columns shown beside an open pane: what an entry is recognised by, and what else there is room for. */
export function narrowColumns(
  ledger: LedgerDefinition,
  heading: (field: string) => string,
): readonly string[] {
  let left = NARROW - (hasState(ledger) ? STATE_WIDTH : 0);
  const shown: string[] = [];
  for (const name of wideColumns(ledger)) {
    const field = ledger.fields[name];
    left -= field ? leastWidth(columnWidth(field, heading(name))) : 0;
    if (shown.length >= 2 && left < 0) break;
    shown.push(name);
  }
  return shown;
}

function leastWidth(track: string): number {
  return Number(/(\d+)px/u.exec(track)?.[1] ?? 0);
}
