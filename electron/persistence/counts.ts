import type { DossierCondition, DossierCountSource } from '#shared/domain/count-source.ts';
import type { FactGroup } from '#shared/domain/dossier-facts.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { bucketEnd, bucketOf, bucketStart, storedDay } from './days.ts';
import { conditionOf } from './dossier-condition.ts';
import { FactGroups, type GroupRow } from './fact-groups.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { asStopped, type Condition, stoppedOn } from './suspended.ts';
import { AXIS } from './tally.ts';
import { TallyCache } from './tally-cache.ts';
import type { Terms } from './terms.ts';

const SPAN = {
  received: `SELECT facts, coalesce(field, 0), 0, count(*) FROM dossier INDEXED BY dossier_received
    WHERE deleted = 0 AND counted = 1 AND received_on BETWEEN ? AND ?`,
  resolved: `SELECT facts, coalesce(field, 0), 0, count(*) FROM dossier INDEXED BY dossier_resolved
    WHERE deleted = 0 AND resolved_on IS NOT NULL AND resolved_on BETWEEN ? AND ?`,
} as const;

const OPEN = `SELECT facts, coalesce(field, 0), coalesce(due_on < ?, 0), count(*) FROM dossier INDEXED BY dossier_open
  WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL AND received_on <= ?`;
const RESOLVED_LATER = `SELECT facts, coalesce(field, 0), coalesce(due_on < ?, 0), count(*) FROM dossier INDEXED BY dossier_resolved
  WHERE deleted = 0 AND resolved_on IS NOT NULL AND resolved_on > ? AND received_on <= ?`;

/**
 * Counts for the formulas. Whole half-months come from the tally; what a span leaves over at its ends (a running
 * period, free dates), what is pending, and what is filtered comes from indexes that hold what is asked for.
 */
export class SqliteCounts implements DossierCountSource {
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly #tally: TallyCache;
  readonly #condition: Condition | null;

  constructor(db: Connection, terms: Terms, condition?: DossierCondition) {
    this.#db = db;
    this.#terms = terms;
    this.#tally = new TallyCache(db);
    this.#condition = conditionOf(condition, db, terms);
  }

  /** Asked for one evaluation: dossiers with words that come later are not found. */
  filtered(condition: DossierCondition): DossierCountSource {
    return new SqliteCounts(this.#db, this.#terms, condition);
  }

  receivedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return this.#between('received', from, to, byField);
  }

  resolvedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return this.#between('resolved', from, to, byField);
  }

  pendingAt(day: LocalDate, byField: boolean): FactGroup[] {
    const groups = this.#pending(day, storedDay(day) as number, byField);
    for (const { facts, field, dueOn } of stoppedOn(this.#db, day, this.#condition)) {
      const late = dueOn !== null && dueOn < (storedDay(day) as number) ? 1 : 0;
      groups.take([facts, field, late]);
      groups.addAll([[asStopped(facts), field, late, 1]]);
    }
    return groups.list();
  }

  carriedOver(from: LocalDate, byField: boolean): FactGroup[] {
    // Carried over dossiers are not asked whether they are overdue: no due day lies before day 0.
    return this.#pending(addDays(from, -1), 0, byField).list();
  }

  #between(axis: 'received' | 'resolved', from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    const groups = new FactGroups(this.#terms, byField);
    if (from > to) return [];
    const first = storedDay(from) as number;
    const last = storedDay(to) as number;
    // Whole buckets lie in [low, high); the ends are what lies before low and from high on.
    const low = bucketOf(first) + (bucketStart(bucketOf(first)) === first ? 0 : 1);
    const high = isLastOfBucket(to) ? bucketOf(last) + 1 : bucketOf(last);
    if (low >= high || this.#condition !== null) {
      groups.addAll(this.#rows(SPAN[axis], 'GROUP BY 1, 2', first, last));
      return groups.list();
    }
    for (const bucket of this.#tally.range(AXIS[axis], low, high)) groups.addBucket(bucket);
    if (first < bucketStart(low))
      groups.addAll(this.#rows(SPAN[axis], 'GROUP BY 1, 2', first, bucketEnd(low - 1)));
    if (bucketStart(high) <= last)
      groups.addAll(this.#rows(SPAN[axis], 'GROUP BY 1, 2', bucketStart(high), last));
    return groups.list();
  }

  #pending(day: LocalDate, dueBefore: number, byField: boolean): FactGroups {
    const stored = storedDay(day) as number;
    const groups = new FactGroups(this.#terms, byField);
    groups.addAll(this.#rows(OPEN, 'GROUP BY 1, 2, 3', dueBefore, stored));
    groups.addAll(this.#rows(RESOLVED_LATER, 'GROUP BY 1, 2, 3', dueBefore, stored, stored));
    return groups;
  }

  #rows(sql: string, group: string, ...values: SqlValue[]): GroupRow[] {
    const filter = this.#condition;
    return this.#db.allRaw<GroupRow>(
      `${sql}${filter ? ` AND ${filter.sql}` : ''} ${group}`,
      ...values,
      ...(filter?.values ?? []),
    );
  }
}

function isLastOfBucket(day: LocalDate): boolean {
  return bucketOf(storedDay(addDays(day, 1)) as number) !== bucketOf(storedDay(day) as number);
}
