import type { Period } from '#shared/domain/period.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { isValidOn, judgingSet, type NamedSet } from '#shared/domain/targets/judging-set.ts';
import { lowersLater } from '#shared/domain/targets/own-set-rules.ts';
import { AppError } from '#shared/errors.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';
import { type KnownSet, knownSets } from './known-sets.ts';

/**
 * The set that judges a period: the one named in its signed report, else by validity on its last day, else the
 * profile's. An own set that a later given one has overtaken waits until it is saved anew beneath that. Throws `AppError` INPUT_MISSING when that set is not there.
 */
export function judgingSetOf(
  workspace: Pick<Workspace, 'store' | 'resourcesDir'>,
  period: Pick<Period, 'id' | 'from' | 'to'>,
): KnownSet {
  const { store } = workspace;
  const { targetSet, unit } = readProfile(store);
  const sets = knownSets(workspace);
  const given = sets.filter(({ set, base }) => base === null && isValidOn(set, period.to));
  /** An own set never lowers a given one, also one that came after it was made. */
  const stands = ({ set, base }: KnownSet): boolean =>
    base === null || !given.some((later) => lowersLater(set, base.set, later.set, levelOf(unit.kind)));
  const candidates = sets.map((known) => {
    const { id, version, validFrom, validTo } = known.set;
    return { id, version, validFrom, validTo, own: known.origin === 'own', known };
  });
  const assigned = signedSet(store, period);
  const found = judgingSet(candidates, period.to, assigned, targetSet, ({ known }) => stands(known));
  if (found === null)
    throw new AppError('INPUT_MISSING', {
      file: assigned === null ? targetSet : `${assigned.id} v${assigned.version}`,
    });
  return found.known;
}

/** The set that the period's last signed report names; null where none is signed for these very days. */
function signedSet(
  { reports }: Store,
  { id, from, to }: Pick<Period, 'id' | 'from' | 'to'>,
): NamedSet | null {
  if (id === null) return null;
  const signed = reports
    .list(id)
    .filter((report) => report.from === from && report.to === to)
    .at(-1);
  return signed === undefined ? null : (reports.json(signed.id) as ReportV1).targetSet;
}
