import type { LocalDate } from '../local-date.ts';
import type { TargetSet } from '../target-set.ts';

/** One version of a set, with what decides whether it judges a period. */
export interface JudgingCandidate extends Pick<TargetSet, 'id' | 'version' | 'validFrom' | 'validTo'> {
  /** The commune's own set, merged with the one it stands under. */
  readonly own: boolean;
}

/** A set as a signed report names it. */
export type NamedSet = Pick<TargetSet, 'id' | 'version'>;

/**
 * The set that judges a period. A signed period keeps the set its report names (`assigned`); null when it is not among
 * the sets, so that no other one silently takes its place. Else of the sets valid on the period's last day the
 * commune's own before given ones, then the latest first day, then the highest version; of two versions of one set
 * that are both valid on that day the later one stands. One that does not stand (`stands`: an own set that would lower
 * a given one) is passed over. Where none is valid: the latest version of the set the commune chose (`fallback`, an
 * id), or null.
 */
export function judgingSet<S extends JudgingCandidate>(
  sets: readonly S[],
  periodEnd: LocalDate,
  assigned: NamedSet | null,
  fallback: string,
  stands: (set: S) => boolean = () => true,
): S | null {
  if (assigned !== null)
    return sets.find(({ id, version }) => id === assigned.id && version === assigned.version) ?? null;
  const valid = sets.filter((set) => isValidOn(set, periodEnd));
  const inForce = valid.filter((set) => !valid.some((other) => supersedes(other, set)));
  const [first] = inForce.filter(stands).sort(byRank);
  return first ?? sets.filter(({ id }) => id === fallback).sort((a, b) => b.version - a.version)[0] ?? null;
}

/** Whether a set judges figures that end on a day. */
export function isValidOn(
  { validFrom, validTo }: Pick<TargetSet, 'validFrom' | 'validTo'>,
  day: LocalDate,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

function supersedes(later: JudgingCandidate, earlier: JudgingCandidate): boolean {
  return later.id === earlier.id && later.version > earlier.version;
}

/** Own before given, the latest first day, the highest version; ids last, so that the order of a list never decides. */
function byRank(a: JudgingCandidate, b: JudgingCandidate): number {
  if (a.own !== b.own) return a.own ? -1 : 1;
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom ? -1 : 1;
  if (a.version !== b.version) return b.version - a.version;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
