import type { LocalDate } from './local-date.ts';
import type { PeriodScheme } from './period.ts';
import type { Threshold } from './target-set.ts';

/**
 * `met`, `missed`; `no-data`: the ledger is kept and the denominator is 0 (không phát sinh); `not-recorded`:
 * nobody keeps that ledger (chưa có số liệu); `not-due`: a yearly rating before it is given (counting.md, Verdicts).
 */
export const VERDICTS = ['met', 'missed', 'no-data', 'not-recorded', 'not-due'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a formula counted. A ratio is kept as two exact integers. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number;
  /** Members of the denominator that lack a fact the formula needs. */
  readonly missingData: number;
}

/** An objective evaluated for a period; the numbers are null when its ledger is not recorded or not due. */
export interface ObjectiveResult {
  readonly id: string;
  readonly formula: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Truncated to two decimals, `"34.98"`; null without a denominator. */
  readonly percent: string | null;
  readonly threshold: Threshold;
  readonly verdict: Verdict;
  /** Smallest k that would make a missed objective met; null when it is not missed or cannot be reached so. */
  readonly shortBy: number | null;
  readonly missingData: number | null;
}

/** One row of Biểu II.06a; `field` is null in the row of totals, '' where the field is not recorded. */
export interface FlowRow {
  readonly field: string | null;
  readonly received: {
    readonly total: number;
    readonly online: number;
    readonly other: number;
    readonly carriedOver: number;
  };
  readonly resolved: {
    readonly total: number;
    readonly early: number;
    readonly onTime: number;
    readonly late: number;
  };
  readonly pending: { readonly total: number; readonly inTime: number; readonly overdue: number };
}

/** All objectives and the flow table of a period: the answer of `evaluate` (docs/command-line.md). */
export interface Evaluation {
  readonly period: {
    readonly id: string | null;
    readonly scheme: PeriodScheme | null;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
  readonly asOf: LocalDate;
  readonly targetSet: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly objectives: readonly ObjectiveResult[];
  readonly flow: readonly FlowRow[];
}
