import type { DossierCountSource } from '#shared/domain/count-source.ts';
import { type DossierFacts, decodeFacts, type FactGroup } from '#shared/domain/dossier-facts.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { bucketEnd, bucketOf, bucketStart, storedDay } from './days.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { AXIS } from './tally.ts';
import { BUCKET_ROW, TallyCache } from './tally-cache.ts';
import type { Terms } from './terms.ts';

/** facts, field (0: none), due before the day (1) or not (0), number of dossiers. */
type GroupRow = readonly [number, number, number, number];

const factsByCode = new Map<number, DossierFacts>();
/** {@link decodeFacts}, each code taken apart once: a folder knows a few hundred. */
export function knownFacts(code: number): DossierFacts {
  let facts = factsByCode.get(code);
  if (!facts) {
    facts = decodeFacts(code);
    factsByCode.set(code, facts);
  }
  return facts;
}

const EDGE = {
  received:
    'SELECT facts, coalesce(field, 0), 0, count(*) FROM dossier INDEXED BY dossier_received WHERE deleted = 0 AND counted = 1 AND received_on BETWEEN ? AND ? GROUP BY 1, 2',
  resolved:
    'SELECT facts, coalesce(field, 0), 0, count(*) FROM dossier INDEXED BY dossier_resolved WHERE deleted = 0 AND resolved_on IS NOT NULL AND resolved_on BETWEEN ? AND ? GROUP BY 1, 2',
} as const;

const OPEN = `SELECT facts, coalesce(field, 0), coalesce(due_on < ?, 0), count(*) FROM dossier INDEXED BY dossier_open
  WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL AND received_on <= ? GROUP BY 1, 2, 3`;
const RESOLVED_LATER = `SELECT facts, coalesce(field, 0), coalesce(due_on < ?, 0), count(*) FROM dossier INDEXED BY dossier_resolved
  WHERE deleted = 0 AND resolved_on IS NOT NULL AND resolved_on > ? AND received_on <= ? GROUP BY 1, 2, 3`;

/**
 * Counts for the formulas. Whole half-months come from the tally; what a span leaves over at its ends (a running
 * period, free dates) and what is pending come from indexes that hold everything asked for.
 */
export class SqliteCounts implements DossierCountSource {
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly #tally: TallyCache;

  constructor(db: Connection, terms: Terms) {
    this.#db = db;
    this.#terms = terms;
    this.#tally = new TallyCache(db);
  }

  receivedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return this.#between('received', from, to, byField);
  }

  resolvedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    return this.#between('resolved', from, to, byField);
  }

  pendingAt(day: LocalDate, byField: boolean): FactGroup[] {
    return this.#pending(day, byField, true);
  }

  carriedOver(from: LocalDate, byField: boolean): FactGroup[] {
    return this.#pending(addDays(from, -1), byField, false);
  }

  #between(axis: 'received' | 'resolved', from: LocalDate, to: LocalDate, byField: boolean): FactGroup[] {
    const groups = new Groups(this.#terms, byField);
    if (from > to) return [];
    const first = storedDay(from) as number;
    const last = storedDay(to) as number;
    // Whole buckets lie in [low, high); the ends are what lies before low and from high on.
    const low = bucketOf(first) + (bucketStart(bucketOf(first)) === first ? 0 : 1);
    const high = isLastOfBucket(to) ? bucketOf(last) + 1 : bucketOf(last);
    if (low >= high) {
      groups.addAll(this.#edge(axis, first, last));
      return groups.list();
    }
    for (const bucket of this.#tally.range(AXIS[axis], low, high)) groups.addBucket(bucket);
    if (first < bucketStart(low)) groups.addAll(this.#edge(axis, first, bucketEnd(low - 1)));
    if (bucketStart(high) <= last) groups.addAll(this.#edge(axis, bucketStart(high), last));
    return groups.list();
  }

  #edge(axis: 'received' | 'resolved', first: number, last: number): GroupRow[] {
    return this.#rows(EDGE[axis], first, last);
  }

  #pending(day: LocalDate, byField: boolean, overdue: boolean): FactGroup[] {
    const stored = storedDay(day) as number;
    // Carried over dossiers are not asked whether they are overdue: no due day lies before day 0.
    const dueBefore = overdue ? stored : 0;
    const groups = new Groups(this.#terms, byField);
    groups.addAll(this.#rows(OPEN, dueBefore, stored));
    groups.addAll(this.#rows(RESOLVED_LATER, dueBefore, stored, stored));
    return groups.list();
  }

  #rows(sql: string, ...values: SqlValue[]): GroupRow[] {
    return this.#db.allRaw<GroupRow>(sql, ...values);
  }
}

function isLastOfBucket(day: LocalDate): boolean {
  return bucketOf(storedDay(addDays(day, 1)) as number) !== bucketOf(storedDay(day) as number);
}

/** Adds up rows that name the same facts, field and overdue state. */
class Groups {
  readonly #terms: Terms;
  readonly #byField: boolean;
  // field → (facts and overdue packed, a small integer) → number of dossiers
  readonly #counts = new Map<number, Map<number, number>>();

  constructor(terms: Terms, byField: boolean) {
    this.#terms = terms;
    this.#byField = byField;
  }

  addAll(rows: readonly GroupRow[]): void {
    for (const [facts, field, dueBefore, count] of rows) {
      const overdue = dueBefore === 1 && !knownFacts(facts).clockStopped;
      this.#add(facts * 2 + (overdue ? 1 : 0), field, count);
    }
  }

  /** Rows of the tally, of which none is overdue: `received` and `resolved` do not ask. */
  addBucket(rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += BUCKET_ROW) {
      this.#add((rows[at] as number) * 2, rows[at + 1] as number, rows[at + 2] as number);
    }
  }

  list(): FactGroup[] {
    const list: FactGroup[] = [];
    for (const [place, counts] of this.#counts) {
      const field = place === 0 ? null : this.#terms.text(place);
      for (const [key, count] of counts)
        list.push({ facts: knownFacts(key >> 1), field, overdue: (key & 1) === 1, count });
    }
    return list;
  }

  #add(key: number, field: number, count: number): void {
    const place = this.#byField ? field : 0;
    let counts = this.#counts.get(place);
    if (!counts) {
      counts = new Map();
      this.#counts.set(place, counts);
    }
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
}
