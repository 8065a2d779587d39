import type { FlowRow } from '../domain/evaluation.ts';
import { type FlowViolation, flowViolations } from '../domain/flow.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { TargetSet, UnitLevel } from '../domain/target-set.ts';
import type { ReportV1 } from '../report/report-v1.ts';
import { type AssessedFile, assessFile, type GatheredPeriod } from './assess-files.ts';
import { type AssessedUnit, assessUnit } from './assess-units.ts';
import type { IncomingFile } from './incoming.ts';
import { flowTotals, type ObjectiveTotal, objectiveTotals } from './totals.ts';
import { type ExpectedUnit, unitsOn } from './units.ts';

/** What the receiver gathers, and by what it judges. */
export interface GatheringTerms {
  readonly period: GatheredPeriod;
  /** All units ever; those of the period are picked out of them. */
  readonly units: readonly ExpectedUnit[];
  /** The set whose objectives are added up, and the level whose thresholds judge the sums. */
  readonly targets: TargetSet;
  readonly level: UnitLevel;
  readonly due: LocalDate | null;
  /** Day on which the files came in; null: only the day of signing tells who is late. */
  readonly received: LocalDate | null;
}

/** Something that a unit wrote about its figures. */
interface WrittenReason {
  readonly code: string;
  readonly kind: 'narrative' | 'remark' | 'warning';
  /** Id of the objective, or code of the warning; null for the narrative. */
  readonly about: string | null;
  readonly text: string;
}

/** The receiver's table: every expected unit, every file, and the sums of what counts. */
export interface Consolidation {
  readonly period: GatheredPeriod;
  readonly due: LocalDate | null;
  readonly received: LocalDate | null;
  readonly level: UnitLevel;
  readonly units: readonly AssessedUnit[];
  readonly files: readonly AssessedFile[];
  readonly objectives: readonly ObjectiveTotal[];
  readonly flow: readonly FlowRow[];
  /** Equations of Biểu II.06a that the sums break: empty, because each report was checked before. */
  readonly violations: readonly FlowViolation[];
  readonly reasons: readonly WrittenReason[];
}

/** Puts the files that came in together. Pure: the same files in any order give the same sums and states. */
export function consolidate(incoming: readonly IncomingFile[], terms: GatheringTerms): Consolidation {
  // In one order whatever the order of arrival, so that the same one of two equal files counts each time.
  const files = [...incoming]
    .sort((a, b) => order(a.name, b.name) || order(a.sha256, b.sha256))
    .map((file) => assessFile(file, terms.units, terms.period));
  const byUnit = new Map<ExpectedUnit | null, AssessedFile[]>();
  for (const file of files) byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file]);
  const units = unitsOn(terms.units, terms.period.to).map((unit) =>
    assessUnit(unit, byUnit.get(unit) ?? [], terms),
  );
  const reports = units.flatMap(({ counted }) => counted?.file.report ?? []);
  const flow = flowTotals(reports);
  return {
    period: terms.period,
    due: terms.due,
    received: terms.received,
    level: terms.level,
    units,
    files,
    objectives: objectiveTotals(reports, terms.targets, terms.level),
    flow,
    violations: flowViolations(flow),
    reasons: reports.flatMap(reasonsOf),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reasonsOf({ unit: { code }, narrative, objectives, warnings }: ReportV1): WrittenReason[] {
  return [
    ...(narrative.trim() === '' ? [] : [{ code, kind: 'narrative' as const, about: null, text: narrative }]),
    ...objectives.flatMap(({ id, remark }) =>
      remark === null || remark.trim() === ''
        ? []
        : [{ code, kind: 'remark' as const, about: id, text: remark }],
    ),
    ...warnings.map(({ code: about, reason }) => ({ code, kind: 'warning' as const, about, text: reason })),
  ];
}

/** How many files are bad, undecided, or count; for exit codes and headlines. */
export function outcomeOf({ files, units }: Consolidation): {
  readonly received: number;
  readonly missing: number;
  readonly bad: number;
  readonly undecided: number;
} {
  const count = (...states: AssessedFile['state'][]): number =>
    files.filter(({ state }) => states.includes(state)).length;
  return {
    received: units.filter(({ state }) => state === 'received').length,
    missing: units.filter(({ state }) => state !== 'received').length,
    bad: count('invalid', 'no-report', 'contradiction', 'other-key', 'sample'),
    undecided: count('unknown-signer', 'newer-format'),
  };
}
