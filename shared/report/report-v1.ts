import type { FigureChanges } from '../domain/closing/figures.ts';
import type { FlowRow, ObjectiveResult } from '../domain/evaluation.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PeriodScheme } from '../domain/period.ts';
import type { Threshold } from '../domain/target-set.ts';
import type { PaperLayout } from './paper-layout.ts';

/** Name of the format; with {@link REPORT_VERSION} it says how `bao-cao.json` is to be read. */
export const REPORT_FORMAT = 'so-chat-luong/report';
export const REPORT_VERSION = 1;
/**
 * Version of the page: layout, words, fonts and the library that draws it. A change of any of them that changes a
 * page needs a new number, and the old template stays as long as its pages are to be compared again.
 */
export const TEMPLATE_VERSION = 1;
/** Name of the embedded data. */
export const REPORT_ATTACHMENT = 'bao-cao.json';

/** Points to another report file: identity and the SHA-256 of the whole PDF. */
export interface ReportReference {
  readonly reportId: string;
  readonly revision: number;
  readonly sha256: string;
}

/** An objective as reported: what was evaluated, and the wording under which it was evaluated. */
export interface ReportedObjective extends ObjectiveResult {
  readonly annexPoint: string;
  readonly title: string;
  readonly sentence: string;
  /** Striven for (phấn đấu): a miss is shown and marked, not reproached. */
  readonly striven: boolean;
  /** Field of the counted records → the values that count; absent: all. */
  readonly filter?: Readonly<Record<string, readonly string[]>>;
  /**
   * Where the unit's own set says otherwise than the given one: the given threshold of an objective that the unit
   * raised, null for one that it added; absent where the objective is as given.
   */
  readonly given?: Threshold | null;
  /** Free text of the office; null where nothing was written. */
  readonly remark: string | null;
}

/** A warning of the checks that was passed with a written reason. */
export interface OverriddenWarning {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly reason: string;
}

/**
 * An earlier period whose figures are others now than in its last signed report (điều chỉnh kỳ trước): what was signed,
 * what is counted now, and the reasons that were given.
 */
export interface CorrectedPeriod extends FigureChanges {
  readonly period: { readonly id: string; readonly scheme: PeriodScheme };
  /** The last signed revision of that period. */
  readonly report: ReportReference;
  readonly reasons: readonly string[];
}

/**
 * The content of a report file (`bao-cao.json`): counts and reviewed free text, never a citizen's data.
 * The binding description is `resources/schema/report-v1.schema.json`; every text is in NFC.
 */
export interface ReportV1 {
  readonly format: typeof REPORT_FORMAT;
  readonly version: typeof REPORT_VERSION;
  readonly template: number;
  readonly app: { readonly name: string; readonly version: string };
  /** Made from the invented sample commune; the page bears a watermark. */
  readonly sample: boolean;
  readonly report: {
    readonly id: string;
    /** 1 for the first one of its period; grows with every one that supersedes it. */
    readonly revision: number;
    /** Claimed time of signing, UTC, `2024-03-15T02:00:00Z`. */
    readonly createdAt: string;
    readonly supersedes: ReportReference | null;
    /** The report that the unit signed before this one, of whatever period; null for its first. */
    readonly previous: ReportReference | null;
    /** Why it supersedes another one; absent where it supersedes none. */
    readonly reason?: string | null;
  };
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly place: string;
    readonly superior: string | null;
  };
  readonly receiver: { readonly to: string; readonly through: string | null };
  /** Number such as `05/BC-UBND` and date of the document; null where the paper leaves them blank. */
  readonly document: { readonly number: string | null; readonly date: LocalDate | null };
  readonly signatory: { readonly authority: string; readonly title: string; readonly name: string };
  /** How the unit lays out its papers; absent: the plain layout. */
  readonly layout?: PaperLayout;
  /** Who prepared it, where that is recorded. */
  readonly preparedBy: string | null;
  readonly period: {
    readonly id: string;
    readonly scheme: PeriodScheme;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
  readonly asOf: LocalDate;
  readonly targetSet: {
    readonly id: string;
    readonly version: number;
    readonly sha256: string;
    readonly name: string;
    readonly decision: { readonly number: string; readonly date: LocalDate; readonly issuer: string };
    /** Of a unit's own set: the given one beneath which it stands; absent for a given set. */
    readonly base?: {
      readonly id: string;
      readonly version: number;
      readonly sha256: string;
      readonly decision: { readonly number: string; readonly date: LocalDate; readonly issuer: string };
    };
  };
  readonly objectives: readonly ReportedObjective[];
  /** Biểu II.06a: one row per field, the total (`field` null) last. */
  readonly flow: readonly FlowRow[];
  /** Causes and remedies; paragraphs end with a line feed. */
  readonly narrative: string;
  readonly warnings: readonly OverriddenWarning[];
  /** Earlier periods of this report year and the year before whose signed figures differ; absent where none do. */
  readonly corrections?: readonly CorrectedPeriod[];
  /**
   * Digest over the counted records (received in the period or carried over): SHA-256 over lines
   * `code TAB axis TAB facts LF` in code unit order. It ties the figures to records that stay in the office.
   */
  readonly records: { readonly count: number; readonly sha256: string };
  /**
   * The same over the entries of the other ledgers behind the objectives, `objective TAB ledger TAB title TAB role TAB
   * cause TAB count LF`; absent where no objective rests on any.
   */
  readonly entries?: { readonly count: number; readonly sha256: string };
  /**
   * Head of the office's log when the report was made: its number of entries and the hash of the last one. What is
   * rewritten in the log afterwards no longer leads to this hash. Absent in reports from before there was a log.
   */
  readonly changeLog?: { readonly count: number; readonly sha256: string };
}

/** Id of a unit's report of a period; its revisions share it. */
export function reportIdOf(unitCode: string, periodId: string): string {
  return `BC-${unitCode}-${periodId}`;
}

/** Name of the file as exported: `BaoCao_26503_2024-Q1_R1.pdf`; signs that a file system may refuse become `-`. */
export function reportFileName(report: Pick<ReportV1, 'unit' | 'period' | 'report' | 'sample'>): string {
  const safe = (text: string): string => text.replace(/[^0-9A-Za-z.-]/g, '-');
  return `BaoCao_${safe(report.unit.code)}_${safe(report.period.id)}_R${report.report.revision}${report.sample ? '_MAU' : ''}.pdf`;
}
