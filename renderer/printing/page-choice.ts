import { MOST_COPIES } from '#shared/ipc/contract/printing.ts';

/** What was typed of pages and copies. */
export interface TypedChoice {
  readonly all: boolean;
  readonly from: string;
  /** Null: nothing typed yet, which means the last page. */
  readonly to: string | null;
  readonly copies: string;
}

/** The pages and copies meant; each null where what was typed means none. */
export function pageChoice(
  typed: TypedChoice,
  total: number,
): { readonly range: readonly [number, number] | null; readonly copies: number | null } {
  const copies = wholeNumber(typed.copies);
  return {
    range: typed.all
      ? [1, total]
      : rangeOf(wholeNumber(typed.from), wholeNumber(typed.to ?? String(total)), total),
    copies: copies !== null && copies <= MOST_COPIES ? copies : null,
  };
}

function rangeOf(from: number | null, to: number | null, total: number): readonly [number, number] | null {
  return from !== null && to !== null && from <= to && to <= total ? [from, to] : null;
}

/** A number from 1 as typed, or null. */
function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 ? Number(text) : null;
}
