import { LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import { entryDay } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerEntry, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { addDays, type LocalDate, minDate } from '#shared/domain/local-date.ts';
import {
  neighbourPeriod,
  type Period,
  type PeriodScheme,
  periodContaining,
  resolvePeriod,
} from '#shared/domain/period.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/** No commune has more; a mistyped year must not make a list without end. */
const MOST_QUARTERS = 400;

/**
 * Ledgers whose days say that a period has figures: those that formulas read, but for those whose day is the
 * beginning of something that lasts (a post, a unit, a certificate).
 */
const EVENT_LEDGERS: readonly LedgerId[] = [
  ...new Set(LEDGER_FORMULAS.flatMap(({ ledgers }) => ledgers)),
].filter((ledger) => ledgerOf(ledger).day !== 'from');

/**
 * The quarter to show first (today's, or when it has no record the last one with dossiers, else with any record) and the periods between
 * the first and the last record, newest first, the longer before the shorter.
 */
export function periods(workspace: Workspace): { current: string; withData: string[] } {
  const { periodScheme } = readProfile(workspace.store);
  const today = workspace.clock.today();
  const span = spanOf(workspace);
  const running = periodContaining(today, 'quarter', periodScheme);
  if (span === null || span.first > today) return { current: idOf(running), withData: [] };
  const last = minDate(span.last, today);
  const lastDossier = workspace.store.dossiers.span()?.last ?? last;
  const current =
    last >= running.from ? running : periodContaining(minDate(lastDossier, last), 'quarter', periodScheme);
  return { current: idOf(current), withData: periodsBetween(span.first, last, periodScheme).map(idOf) };
}

/** The day of the first record of dossiers and ledgers; null when there is none. */
export function firstDay(workspace: Workspace): LocalDate | null {
  return spanOf(workspace)?.first ?? null;
}

/** First and last day of dossiers and of the ledgers that tell of events. */
function spanOf({ store, clock }: Workspace): { first: LocalDate; last: LocalDate } | null {
  const spans = EVENT_LEDGERS.flatMap((ledger) => {
    const entries: readonly LedgerEntry[] = store.entries.entries(ledger);
    const dayOf = ({ record }: LedgerEntry): LocalDate => entryDay(ledgerOf(ledger), record);
    const [first] = entries;
    // What is planned for a day to come says nothing of where figures are.
    const last = entries.findLast((entry) => dayOf(entry) <= clock.today());
    if (first === undefined || last === undefined) return [];
    return [{ first: dayOf(first), last: dayOf(last) }];
  });
  const dossiers = store.dossiers.span();
  if (dossiers !== null) spans.push(dossiers);
  if (spans.length === 0) return null;
  return {
    first: spans.map(({ first }) => first).reduce(minDate),
    last: spans.map(({ last }) => last).reduce(maxDate),
  };
}

const maxDate = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

function periodsBetween(first: LocalDate, last: LocalDate, scheme: PeriodScheme): Period[] {
  const found: Period[] = [];
  for (const kind of ['year', 'half', 'quarter', 'month'] as const) {
    let period: Period | null = periodContaining(last, kind, scheme);
    for (let n = 0; period !== null && period.to >= first && n < MOST_QUARTERS; n += 1) {
      found.push(period);
      if (kind === 'year') {
        const nine = resolvePeriod(idOf(period).replace('Y', '9M'), scheme);
        if (nine !== null && nine.to >= first) found.push(nine);
      }
      period = neighbourPeriod(period, -1);
    }
  }
  const length = (period: Period): number => Date.parse(period.to) - Date.parse(period.from);
  return found.sort((a, b) => (a.to === b.to ? length(b) - length(a) : a.to < b.to ? 1 : -1));
}

/** The last periods of the same kind up to this one, oldest first, at most `count`. */
export function periodsUpTo(period: Period, count: number): Period[] {
  const found: Period[] = [period];
  while (found.length < count) {
    const before = found[0] === undefined ? null : neighbourPeriod(found[0], -1);
    if (before === null) break;
    found.unshift(before);
  }
  return found;
}

/** The day by which a period's report should be sent; null where no number of days is set. */
export function reportDue(period: Period, dueDays: number | null): LocalDate | null {
  return dueDays === null ? null : addDays(period.to, dueDays);
}

function idOf(period: Period): string {
  if (period.id === null) throw new RangeError('a reporting period without an id');
  return period.id;
}
