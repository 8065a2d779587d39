import type { LocalDate } from './local-date.ts';

/** Comparison of a ratio with its threshold; `=` means the ratio is exactly the threshold (100 %). */
export const THRESHOLD_OPS = ['>=', '>', '='] as const;
export type ThresholdOp = (typeof THRESHOLD_OPS)[number];
/** How a comparison is written. */
export const THRESHOLD_SIGNS: Readonly<Record<ThresholdOp, string>> = { '>=': '≥', '>': '>', '=': '=' };

/** A threshold: integer basis points (3500 = 35 %). */
export interface Threshold {
  readonly op: ThresholdOp;
  readonly basisPoints: number;
}

/** Administrative level whose thresholds are read from a target set. */
export const UNIT_LEVELS = ['commune', 'district'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** One objective (mục tiêu) of a target set. */
export interface TargetObjective {
  /** Id within the set, such as `2.3`. */
  readonly id: string;
  /** Point of the annex it comes from, such as `2`. */
  readonly annexPoint: string;
  /** Formula id with version, such as `dossier.online.resolved.v1` (counting.md, table of objectives). */
  readonly formula: string;
  /**
   * Field of the counted records → the values that count; absent: all. Of dossiers `field`, `procedureCode`,
   * `channel`, `handler`; of a ledger the fields its formula names.
   */
  readonly filter?: Readonly<Record<string, readonly string[]>>;
  readonly threshold: Readonly<Record<UnitLevel, Threshold>>;
  /** Striven for (phấn đấu): a miss is shown and marked, not reproached. */
  readonly striven: boolean;
  readonly title: LocalisedText;
  /** The decision's own sentence. */
  readonly sentence: LocalisedText;
}

/** Vietnamese and English wording of data (not of the interface, which has its catalogues). */
export interface LocalisedText {
  readonly vi: string;
  readonly en: string;
}

/** A dated set of objectives (bộ mục tiêu): data, never code. */
export interface TargetSet {
  readonly id: string;
  readonly version: number;
  readonly name: LocalisedText;
  readonly decision: { readonly number: string; readonly date: LocalDate; readonly issuer: string };
  /** Something a reader should know about the decision's text. */
  readonly note?: LocalisedText;
  /** First and last day whose figures the set judges; `validTo` null: until superseded. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly objectives: readonly TargetObjective[];
}

const DISTRICT_KINDS: readonly string[] = ['huyen', 'quan', 'thi-xa', 'thanh-pho'];

/** Level whose thresholds apply to a unit, by its kind; what is no district is taken as a commune. */
export function levelOf(unitKind: string): UnitLevel {
  return DISTRICT_KINDS.includes(unitKind) ? 'district' : 'commune';
}
