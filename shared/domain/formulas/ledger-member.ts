import { entryTitle } from '../ledgers/entry-rules.ts';
import { type LedgerEntry, type LedgerId, ledgerOf } from '../ledgers/registry.ts';
import type { LocalDate } from '../local-date.ts';
import { type Period, reportYearOn } from '../period.ts';
import type { Classification, LedgerContext, LedgerMember, OpenEntry } from './formula.ts';

/** An entry of a ledger, whatever its record. */
type AnyEntry = LedgerEntry<object>;

/** An entry as a member of a figure, standing for `count` of what is counted. */
export function memberOfEntry(
  ledger: LedgerId,
  entry: AnyEntry,
  { role, cause, missing }: Classification,
  count = 1,
): LedgerMember {
  return { ledger, id: entry.id, title: titleOf(ledger, entry), role, cause, count, missing };
}

/** An entry that can still be brought to count. */
export function openEntry(
  ledger: LedgerId,
  entry: AnyEntry,
  state: Pick<OpenEntry, 'by' | 'inDenominator' | 'expected'>,
): OpenEntry {
  return { ledger, id: entry.id, title: titleOf(ledger, entry), ...state };
}

function titleOf(ledger: LedgerId, { key, record }: AnyEntry): string {
  const title = entryTitle(ledgerOf(ledger), record as Parameters<typeof entryTitle>[1]);
  return title === '' ? key : title;
}

/** The report year, by the scheme, that contains the end of the evaluated period (counting.md, objective 3). */
export function reportYearOf({ period, scheme }: LedgerContext): Period & { readonly year: number } {
  return reportYearOn(period.end, scheme);
}

/** Whether something from a day on, until another or without end, exists on a day. */
export function isThere(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | null },
  day: LocalDate,
): boolean {
  return from <= day && (to === null || to >= day);
}
