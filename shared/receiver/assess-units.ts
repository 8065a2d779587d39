import type { LocalDate } from '../domain/local-date.ts';
import type { TargetSet } from '../domain/target-set.ts';
import { loweredIds } from '../report/recheck-targets.ts';
import { type ChainedReport, type ChainState, revisionChain } from '../report/report-chain.ts';
import type { ReportV1 } from '../report/report-v1.ts';
import { dayInVietnam } from '../text/time-in-vietnam.ts';
import { type AssessedFile, nameKey } from './assess-files.ts';
import type { ExpectedUnit } from './units.ts';

/** What is known of an expected unit. */
export const UNIT_STATES = [
  'received',
  'missing',
  'contradiction',
  'other-key',
  'unknown-signer',
  'invalid',
  'other-file',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** The row of an expected unit. */
export interface AssessedUnit {
  readonly unit: ExpectedUnit;
  readonly state: UnitState;
  /** The file that counts; null where none does. */
  readonly counted: AssessedFile | null;
  readonly files: readonly AssessedFile[];
  /** Signed, or received, after the due day; null where there is no due day or nothing counts. */
  readonly late: { readonly signed: boolean; readonly received: boolean } | null;
  /** How often the very content that counts came again. */
  readonly duplicates: number;
  /** Older revisions that came too. */
  readonly superseded: number;
  readonly chain: ChainState | null;
  /** Ids of missed objectives, those only striven for apart. */
  readonly missed: readonly string[];
  readonly missedStriven: readonly string[];
  /** Objectives by which a report under another decision lets pass what the receiver's set does not. */
  readonly lowered: readonly string[];
  /** The report names the unit otherwise than the list does. */
  readonly nameDiffers: boolean;
}

export interface UnitTerms {
  readonly targets: TargetSet;
  readonly due: LocalDate | null;
  /** Day on which the files came in; null: only the day of signing is looked at. */
  readonly received: LocalDate | null;
}

/**
 * Picks among a unit's files the one that counts: of the highest revision, once. Two contents under one revision
 * contradict each other, and then none counts. Changes the state of the files accordingly.
 */
export function assessUnit(
  unit: ExpectedUnit,
  files: readonly AssessedFile[],
  terms: UnitTerms,
): AssessedUnit {
  const sound = files.filter(({ state }) => state === 'counted');
  const contents = (revision: number): Set<string | null> =>
    new Set(sound.filter((one) => revisionOf(one) === revision).map(({ file }) => file.contentSha256));
  const highest = Math.max(0, ...sound.map(revisionOf));
  const clashing = new Set(sound.map(revisionOf).filter((revision) => contents(revision).size > 1));
  let counted: AssessedFile | null = null;
  for (const one of sound) {
    const revision = revisionOf(one);
    if (clashing.has(revision)) one.state = 'contradiction';
    else if (revision < highest) one.state = 'superseded';
    else if (counted !== null) one.state = 'duplicate';
    else counted = one;
  }
  // Where the last word is contradictory nothing counts: an older revision was taken back by both.
  const report = counted?.file.report ?? null;
  return {
    unit,
    state: stateOf(counted, files),
    counted,
    files,
    late: counted === null || terms.due === null ? null : lateness(counted, terms.due, terms.received),
    duplicates: files.filter(({ state }) => state === 'duplicate').length,
    superseded: new Set(files.filter(({ state }) => state === 'superseded').map(revisionOf)).size,
    chain: chainOf(counted, sound, clashing),
    missed: missedOf(report, terms.targets, false),
    missedStriven: missedOf(report, terms.targets, true),
    lowered: report === null ? [] : loweredIds(report, terms.targets, unit.level),
    nameDiffers: report !== null && nameKey(report.unit.name) !== nameKey(unit.name),
  };
}

function revisionOf({ file }: AssessedFile): number {
  return file.report?.report.revision ?? 0;
}

function stateOf(counted: AssessedFile | null, files: readonly AssessedFile[]): UnitState {
  if (counted !== null) return 'received';
  const states = new Set(files.map(({ state }) => state));
  for (const state of ['contradiction', 'other-key', 'unknown-signer', 'invalid'] as const)
    if (states.has(state)) return state;
  if (states.has('newer-format')) return 'unknown-signer';
  return files.length > 0 ? 'other-file' : 'missing';
}

function lateness(
  { file }: AssessedFile,
  due: LocalDate,
  received: LocalDate | null,
): NonNullable<AssessedUnit['late']> {
  return {
    signed: file.signedAt !== null && dayInVietnam(file.signedAt) > due,
    received: received !== null && received > due,
  };
}

/** The revisions before the one that counts, as far as their files are here. */
function chainOf(
  counted: AssessedFile | null,
  sound: readonly AssessedFile[],
  clashing: ReadonlySet<number>,
): ChainState | null {
  const last = counted === null ? null : chained(counted);
  if (last === null) return null;
  return revisionChain(
    last,
    sound.flatMap((one) => chained(one) ?? []),
    clashing,
  );
}

function chained({ file: { report, reportSha256 } }: AssessedFile): ChainedReport | null {
  return report === null ? null : { sha256: reportSha256, report };
}

/** Whether an objective is only striven for is the set's to say; of an own objective the unit's. */
function missedOf(report: ReportV1 | null, { objectives }: TargetSet, striven: boolean): string[] {
  const isStriven = ({ id, given, striven: stated }: ReportV1['objectives'][number]): boolean =>
    (given === null ? undefined : objectives.find((one) => one.id === id)?.striven) ?? stated;
  return (report?.objectives ?? [])
    .filter((one) => one.verdict === 'missed' && isStriven(one) === striven)
    .map(({ id }) => id);
}
