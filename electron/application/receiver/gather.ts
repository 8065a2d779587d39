import { loadReportResources } from '#electron/report/resources.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { type PeriodScheme, resolvePeriod } from '#shared/domain/period.ts';
import type { UnitLevel } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { Language } from '#shared/i18n/format.ts';
import { type Consolidation, consolidate } from '#shared/receiver/consolidate.ts';
import type { IncomingFile } from '#shared/receiver/incoming.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { type LoadedTargetSet, programSets } from '../evaluation/target-sets.ts';
import { findFiles } from './find-files.ts';
import { readIncoming } from './read-incoming.ts';
import { unitsOfFiles } from './units-of-files.ts';

/** What to gather, for the window and the command line alike. */
export interface GatherRequest {
  readonly paths: readonly string[];
  /** Null: nobody wrote down who is expected; the units are then those whose reports came in. */
  readonly units: readonly ExpectedUnit[] | null;
  readonly period: string;
  readonly scheme: PeriodScheme;
  readonly due: LocalDate | null;
  readonly received: LocalDate | null;
  readonly level: UnitLevel;
  readonly pages: 'all' | 'none';
  /** Sets by which sums may be judged; `targetSet`: the id of the one to take, null: the one most reports name. */
  readonly sets: readonly LoadedTargetSet[];
  readonly targetSet: string | null;
  readonly trust: Trust;
  readonly resourcesDir: string;
  readonly now: string;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  progress?(done: number, total: number): void;
}

/** The table with what it was made from. */
export interface Gathering {
  readonly table: Consolidation;
  readonly targets: LoadedTargetSet;
  readonly pages: 'all' | 'none';
  /** Files in folders and zips that are no PDF. */
  readonly passedOver: readonly string[];
  readonly unitsFrom: 'list' | 'files';
}

/**
 * Checks all files and puts them together. Throws `AppError` PERIOD_UNKNOWN, INPUT_MISSING (a file, or the target set),
 * FILE_TOO_LARGE, CANCELLED.
 */
export async function gather(request: GatherRequest): Promise<Gathering> {
  const resolved = resolvePeriod(request.period, request.scheme);
  if (resolved === null) throw new AppError('PERIOD_UNKNOWN', { period: request.period });
  const { files, passedOver } = findFiles(request.paths);
  const incoming = await readIncoming(files, {
    ...request,
    resources: loadReportResources(request.resourcesDir),
    // Those of the program too, as `verify` knows them, where sums are judged by a set from a file.
    targetSets: [...request.sets, ...programSets(request.resourcesDir)].map(({ set }) => set),
  });
  const period = { id: request.period, scheme: request.scheme, from: resolved.from, to: resolved.to };
  const targets = setFor(request, incoming, period.to);
  const { level, due, received } = request;
  const units = request.units ?? unitsOfFiles(incoming, period.id);
  const table = consolidate(incoming, { period, units, targets: targets.set, level, due, received });
  const unitsFrom = request.units === null ? 'files' : 'list';
  return { table, targets, pages: request.pages, passedOver, unitsFrom };
}

/**
 * The set by which sums are judged: the one asked for; else that which most sound reports of the period stand under;
 * else the newest one that is valid on the period's last day. Of an id the highest version.
 */
function setFor(
  { sets, targetSet, period }: GatherRequest,
  incoming: readonly IncomingFile[],
  lastDay: LocalDate,
): LoadedTargetSet {
  const newest = [...sets].sort((a, b) => b.set.version - a.set.version);
  if (targetSet !== null) {
    const asked = newest.find(({ set }) => set.id === targetSet);
    if (asked === undefined) throw new AppError('INPUT_MISSING', { file: targetSet });
    return asked;
  }
  const named = new Map<LoadedTargetSet, number>();
  for (const { verdict, report } of incoming) {
    if (verdict !== 'valid' || report?.period.id !== period) continue;
    const { id, version } = report.targetSet.base ?? report.targetSet;
    const set = sets.find((one) => one.set.id === id && one.set.version === version);
    if (set !== undefined) named.set(set, (named.get(set) ?? 0) + 1);
  }
  const [most] = [...named].sort(([a, m], [b, n]) => n - m || (a.set.id < b.set.id ? -1 : 1));
  if (most !== undefined) return most[0];
  const [valid] = newest
    .filter(({ set }) => set.validFrom <= lastDay && (set.validTo === null || lastDay <= set.validTo))
    .sort((a, b) => (a.set.validFrom < b.set.validFrom ? 1 : -1));
  const found = valid ?? newest[0];
  if (found === undefined) throw new AppError('INPUT_MISSING', { file: 'targets' });
  return found;
}
