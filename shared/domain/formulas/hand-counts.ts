import { comparableText } from '../comparable-text.ts';
import { refKey } from '../ledgers/entry-rules.ts';
import type { LedgerEntry, RecordOfLedger } from '../ledgers/registry.ts';
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
    const own = refKey(objective.id);
    const inside = entries(LEDGER).filter(
      ({ record }) =>
        refKey(record.objective) === own && period.from <= record.from && record.to <= period.end,
    );
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

function isPartOf({ id, record }: Entry, other: Entry): boolean {
  if (comparableText(record.unit ?? '') !== comparableText(other.record.unit ?? '')) return false;
  const longer = other.record.from < record.from || other.record.to > record.to;
  return id !== other.id && longer && other.record.from <= record.from && record.to <= other.record.to;
}
