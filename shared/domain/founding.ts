import type { LocalDate } from './local-date.ts';

/** Since when a unit exists, and by what: units are joined and split, and codes are given anew. */
export interface Founding {
  /** The first day of the unit. */
  readonly on: LocalDate;
  /** The resolution or decision; null: not said. */
  readonly by: string | null;
}

/**
 * How much of a period (both days included) lies before the unit was there: `all`, `part`, or null for nothing. What
 * happened in that time is that of the units which became this one (docs/merge.md).
 */
export function beforeFounding(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  founded: Founding | undefined,
): 'all' | 'part' | null {
  if (founded === undefined || founded.on <= from) return null;
  return to < founded.on ? 'all' : 'part';
}
