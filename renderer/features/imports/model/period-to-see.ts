import { type PeriodScheme, periodContaining, resolvePeriod } from '#shared/domain/period.ts';
import type { ImportDays } from '#shared/ipc/contract/imports.ts';

/**
 * The quarter of the last day that lists bring, where the chosen period does not contain that day; null where it does,
 * or where the lists have no days. Who imports last quarter's list wants to see that quarter, not the running one.
 */
export function periodToSee(
  days: readonly ImportDays[],
  current: string | null,
  scheme: PeriodScheme,
): string | null {
  const last = days
    .flatMap((each) => each?.to ?? [])
    .sort()
    .at(-1);
  // Before there were report periods.
  if (last === undefined || last < '1902') return null;
  const chosen = current === null ? null : resolvePeriod(current, scheme);
  if (chosen && chosen.from <= last && last <= chosen.to) return null;
  return periodContaining(last, 'quarter', scheme).id;
}
