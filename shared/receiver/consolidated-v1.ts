import type { FlowRow } from '../domain/evaluation.ts';
import { totalRow } from '../domain/flow.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { UnitLevel } from '../domain/target-set.ts';
import { cleanTexts } from '../report/clean-text.ts';
import type { ChainState } from '../report/report-chain.ts';
import type { ReportV1 } from '../report/report-v1.ts';
import type { GatheredPeriod } from './assess-files.ts';
import type { UnitState } from './assess-units.ts';
import type { Consolidation } from './consolidate.ts';
import type { ObjectiveTotal } from './totals.ts';

/** Name of the format of `tong-hop.json`; with {@link CONSOLIDATED_VERSION} it says how it is to be read. */
export const CONSOLIDATED_FORMAT = 'so-chat-luong/consolidated';
export const CONSOLIDATED_VERSION = 1;
/** Version of the printed page of the consolidated report. */
export const CONSOLIDATED_TEMPLATE = 1;
export const CONSOLIDATED_ATTACHMENT = 'tong-hop.json';

/** What one unit gave to the sums, and by which file. */
export interface ConsolidatedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly state: UnitState;
  /** Signed or received after the due day; null where there is none, or nothing counts. */
  readonly late: boolean | null;
  readonly chain: ChainState | null;
  /** The report that counts; null where none does. */
  readonly report: {
    readonly reportId: string;
    readonly revision: number;
    readonly sha256: string;
    readonly signedAt: string;
  } | null;
  /** Ids of missed objectives, in the order of the report. */
  readonly missed: readonly string[];
  /** Its summands: only figures that are in the sums. */
  readonly figures: readonly {
    readonly id: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly missingData: number;
  }[];
  /** Its row of totals of Biểu II.06a. */
  readonly flow: FlowRow | null;
}

/**
 * The content of a signed consolidated report. The binding description is
 * `resources/schema/consolidated-v1.schema.json`; every sum in it follows from the summands beside it.
 */
export interface ConsolidatedV1 {
  readonly format: typeof CONSOLIDATED_FORMAT;
  readonly version: typeof CONSOLIDATED_VERSION;
  readonly template: number;
  readonly app: { readonly name: string; readonly version: string };
  readonly sample: boolean;
  readonly report: { readonly id: string; readonly createdAt: string };
  readonly unit: ReportV1['unit'];
  readonly receiver: ReportV1['receiver'];
  readonly document: ReportV1['document'];
  readonly signatory: ReportV1['signatory'];
  /** As of {@link ReportV1}. */
  readonly layout?: NonNullable<ReportV1['layout']>;
  readonly period: GatheredPeriod;
  readonly due: LocalDate | null;
  readonly received: LocalDate | null;
  readonly level: UnitLevel;
  /** Whether the pages of the reports were drawn again and compared. */
  readonly pages: 'all' | 'none';
  readonly targetSet: Omit<ReportV1['targetSet'], 'base'>;
  readonly units: readonly ConsolidatedUnit[];
  readonly objectives: readonly ObjectiveTotal[];
  readonly flow: readonly FlowRow[];
}

export type ConsolidatedFrame = Omit<
  ConsolidatedV1,
  | 'format'
  | 'version'
  | 'template'
  | 'period'
  | 'due'
  | 'received'
  | 'level'
  | 'units'
  | 'objectives'
  | 'flow'
>;

/** Id of a receiver's consolidated report of a period. */
export function consolidatedIdOf(unitCode: string, periodId: string): string {
  return `TH-${unitCode}-${periodId}`;
}

/** Makes the content from the receiver's table; `frame` says who reports to whom. Texts are cleaned for the page. */
export function composeConsolidated(table: Consolidation, frame: ConsolidatedFrame): ConsolidatedV1 {
  const { period, due, received, level, objectives, flow } = table;
  return cleanTexts({
    format: CONSOLIDATED_FORMAT,
    version: CONSOLIDATED_VERSION,
    template: CONSOLIDATED_TEMPLATE,
    ...frame,
    period,
    due,
    received,
    level,
    units: table.units.map((one): ConsolidatedUnit => {
      const report = one.counted?.file.report ?? null;
      const file = one.counted?.file;
      return {
        code: one.unit.code,
        name: one.unit.name,
        level: one.unit.level,
        state: one.state,
        late: one.late === null ? null : one.late.signed || one.late.received,
        chain: one.chain,
        report:
          report === null || file === undefined
            ? null
            : {
                reportId: report.report.id,
                revision: report.report.revision,
                sha256: file.reportSha256,
                signedAt: file.signedAt ?? '',
              },
        missed: report === null ? [] : report.objectives.filter(isMissed).map(({ id }) => id),
        figures: report === null ? [] : figuresOf(report, objectives),
        flow: (report && totalRow(report.flow)) ?? null,
      };
    }),
    objectives,
    flow,
  });
}

function isMissed({ verdict }: { readonly verdict: string }): boolean {
  return verdict === 'missed';
}

function figuresOf(
  { unit, objectives }: ReportV1,
  totals: readonly ObjectiveTotal[],
): ConsolidatedUnit['figures'] {
  return totals.flatMap(({ id, leftOut }) => {
    const stated = objectives.find((one) => one.id === id);
    if (stated === undefined || leftOut.some(({ code }) => code === unit.code)) return [];
    const { numerator, denominator, missingData } = stated;
    if (numerator === null || denominator === null) return [];
    return [{ id, numerator, denominator, missingData: missingData ?? 0 }];
  });
}
