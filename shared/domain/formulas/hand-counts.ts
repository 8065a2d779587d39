import { comparableText } from '../comparable-text.ts';
import { refKey } from '../ledgers/entry-rules.ts';
import type { LedgerEntry, RecordOfLedger } from '../ledgers/registry.ts';
import type { LocalDate } from '../local-date.ts';
import { against, counted, type LedgerFormula } from './formula.ts';
import { memberOfEntry } from './ledger-member.ts';

const LEDGER = 'hand-counts';
type Entry = LedgerEntry<RecordOfLedger<typeof LEDGER>>;

/**
 * An objective that is counted by hand: the sum of its counts whose days lie inside the period. A count that lies
 * inside another one of the same objective and unit is part of it (a year's count holds those of its quarters) and is not
 * added again. Without any count inside the period nobody has recorded the objective.
 */
export const handRatio: LedgerFormula = {
  kind: 'ledger',
  id: 'hand.ratio.v1',
  ledgers: [LEDGER],
  keptBy: [LEDGER],
  filters: [],
  members: ({ period, objective, entries }) => {
    const inside = insideOf(entries(LEDGER), objective.id, period.from, period.end);
    if (inside.length === 0) return 'not-recorded';
    return inside
      .filter((entry) => !inside.some((other) => isPartOf(entry, other)))
      .flatMap((entry) => {
        const { numerator, denominator } = entry.record;
        return [
          memberOfEntry(LEDGER, entry, counted('by-hand-met'), numerator),
          memberOfEntry(LEDGER, entry, against('by-hand-not-met'), denominator - numerator),
        ];
      });
  },
};

/**
 * Counts of an objective within days whose own days share some with another count of the same unit while neither holds
 * the other: what both counted is in the sum twice, and no rule can tell how much that is.
 */
export function overlappingHandCounts(
  entries: readonly Entry[],
  objective: string,
  from: LocalDate,
  to: LocalDate,
): readonly Entry[] {
  const inside = insideOf(entries, objective, from, to);
  const added = inside.filter((entry) => !inside.some((other) => isPartOf(entry, other)));
  return added.filter((entry) =>
    added.some(
      (other) =>
        other.id !== entry.id &&
        sameUnit(entry, other) &&
        other.record.from <= entry.record.to &&
        entry.record.from <= other.record.to,
    ),
  );
}

function insideOf(entries: readonly Entry[], objective: string, from: LocalDate, to: LocalDate): Entry[] {
  const own = refKey(objective);
  return entries.filter(
    ({ record }) => refKey(record.objective) === own && from <= record.from && record.to <= to,
  );
}

function sameUnit(one: Entry, other: Entry): boolean {
  return comparableText(one.record.unit ?? '') === comparableText(other.record.unit ?? '');
}

function isPartOf(entry: Entry, other: Entry): boolean {
  const { id, record } = entry;
  if (!sameUnit(entry, other)) return false;
  const longer = other.record.from < record.from || other.record.to > record.to;
  return id !== other.id && longer && other.record.from <= record.from && record.to <= other.record.to;
}
