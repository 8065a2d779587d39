import type { MergeLedger } from './books.ts';
import type { Move } from './plan.ts';

/** Records of a ledger before and after: `present` + all of `sources` = `after` + `same` + `left`. */
export interface LedgerBalance {
  readonly ledger: MergeLedger;
  /** In the book that takes in the others, before. */
  readonly present: number;
  /** In each source. */
  readonly sources: readonly number[];
  readonly came: number;
  /** Joined to another record as the same thing. */
  readonly same: number;
  /** Left out. */
  readonly left: number;
  readonly after: number;
}

/** What an objective or a line of the flow table counts. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A figure of a period in every book, and afterwards. Null where a book does not keep the ledger, or it is not due. */
export interface FigureBalance {
  readonly period: string;
  /** Id of an objective, or the name of a total of the flow table ({@link flowFigure}). */
  readonly figure: string;
  readonly present: Ratio | null;
  readonly sources: readonly (Ratio | null)[];
  /** What the records that were joined or left out count for by themselves; null where they cannot be counted alone. */
  readonly gone: Ratio | null;
  readonly after: Ratio | null;
}

export interface MergeBalance {
  readonly ledgers: readonly LedgerBalance[];
  readonly figures: readonly FigureBalance[];
}

/** Totals of the flow table (Biểu II.06a) that stand in a balance beside the objectives. */
export const FLOW_PARTS = ['received', 'resolved', 'pending'] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

const FLOW_TABLE = 'II.06a ';

/** What a total of the flow table is called among the figures. */
export function flowFigure(part: FlowPart): string {
  return `${FLOW_TABLE}${part}`;
}

/** The total of the flow table that a figure is; null for an objective. */
export function flowPartOf(figure: string): FlowPart | null {
  return FLOW_PARTS.find((part) => flowFigure(part) === figure) ?? null;
}

/** A line of the balance that does not come out. */
export interface BalanceFault {
  readonly ledger?: MergeLedger;
  readonly period?: string;
  readonly figure?: string;
}

/** What moves make of the records of a ledger; `present` and `after` as counted in the book. */
export function ledgerBalance(
  ledger: MergeLedger,
  moves: readonly Pick<Move, 'ledger' | 'book' | 'fate'>[],
  sizes: { readonly present: number; readonly sources: readonly number[]; readonly after: number },
): LedgerBalance {
  const fates = { comes: 0, same: 0, left: 0 };
  for (const move of moves) if (move.ledger === ledger) fates[move.fate] += 1;
  return { ledger, ...sizes, came: fates.comes, same: fates.same, left: fates.left };
}

/** Records that came from all sources. */
export function recordsThatCame(ledgers: readonly Pick<LedgerBalance, 'came'>[]): number {
  return sum(ledgers.map(({ came }) => came));
}

/** Ledgers in which any of the books had something. */
export function filledLines<Line extends Pick<LedgerBalance, 'present' | 'sources'>>(
  ledgers: readonly Line[],
): Line[] {
  return ledgers.filter(({ present, sources }) => present + sum(sources) > 0);
}

/**
 * Lines that do not come out. Records: what was there and what came is what is there, is joined or left out, none
 * counted twice. Figures: the sum of the books less what is gone is what is counted afterwards, numerator and
 * denominator each; where what is gone cannot be counted alone, no more than the sum.
 */
export function balanceFaults({ ledgers, figures }: MergeBalance): BalanceFault[] {
  return [
    ...ledgers.filter((line) => !ledgerHolds(line)).map(({ ledger }) => ({ ledger })),
    ...figures.filter((line) => !figureHolds(line)).map(({ period, figure }) => ({ period, figure })),
  ];
}

function ledgerHolds({ present, sources, came, same, left, after }: LedgerBalance): boolean {
  const brought = sum(sources);
  return brought === came + same + left && present + came === after;
}

function figureHolds({ present, sources, gone, after }: FigureBalance): boolean {
  const all = [present, ...sources].filter((ratio) => ratio !== null);
  if (all.length === 0) return (after?.denominator ?? 0) === 0;
  const numerator = sum(all.map((ratio) => ratio.numerator));
  const denominator = sum(all.map((ratio) => ratio.denominator));
  const now = after ?? { numerator: 0, denominator: 0 };
  if (gone === null) return now.denominator <= denominator;
  return numerator - gone.numerator === now.numerator && denominator - gone.denominator === now.denominator;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
