import { FIRST_YEAR } from '#shared/domain/local-date.ts';
import { bucketOf } from './days.ts';
import type { Counted } from './dossier-row.ts';
import type { Connection } from './open-database.ts';

/** What a bucket of the table `tally` counts by; the numbers are part of the stored form. */
export const AXIS = { received: 1, resolved: 2, notCounted: 3 } as const;

const FIELD_FACTOR = 2 ** 15;
/** First bucket of the first year that can be recorded; counted from here, packed keys stay small integers. */
const FIRST_BUCKET = FIRST_YEAR * 24;

/** facts → (bucket and field packed) → difference */
type AxisChanges = Map<number, Map<number, number>>;

/**
 * Keeps `tally` in step with the dossiers: differences are gathered in memory during a transaction and written once
 * at its end, so that an import pays few writes and not one per row. Deleted dossiers count nowhere.
 */
export class TallyChanges {
  readonly #received: AxisChanges = new Map();
  readonly #resolved: AxisChanges = new Map();
  readonly #notCounted: AxisChanges = new Map();

  /** Notes that a dossier came (`by` 1) or went (`by` -1). */
  add(row: Counted, by: 1 | -1): void {
    if (row.deleted) return;
    if (row.field >= FIELD_FACTOR) throw new RangeError('too many terms for the tally');
    note(row.counted ? this.#received : this.#notCounted, row.facts, row.receivedOn, row.field, by);
    if (row.counted && row.resolvedOn !== null)
      note(this.#resolved, row.facts, row.resolvedOn, row.field, by);
  }

  /** Writes the differences; call once, before the commit. */
  flush(db: Connection): void {
    const axes = [
      [AXIS.received, this.#received],
      [AXIS.resolved, this.#resolved],
      [AXIS.notCounted, this.#notCounted],
    ] as const;
    for (const [axis, changes] of axes) {
      for (const { bucket, facts, field, by } of inTableOrder(changes))
        write(db, axis, bucket, facts, field, by);
      changes.clear();
    }
  }
}

function note(changes: AxisChanges, facts: number, day: number, field: number, by: number): void {
  let ofFacts = changes.get(facts);
  if (!ofFacts) {
    ofFacts = new Map();
    changes.set(facts, ofFacts);
  }
  const key = (bucketOf(day) - FIRST_BUCKET) * FIELD_FACTOR + field;
  ofFacts.set(key, (ofFacts.get(key) ?? 0) + by);
}

/** In the order of the table, so that SQLite appends where it can. */
function inTableOrder(changes: AxisChanges): { bucket: number; facts: number; field: number; by: number }[] {
  const list: { bucket: number; facts: number; field: number; by: number }[] = [];
  for (const [facts, places] of changes) {
    for (const [key, by] of places) {
      if (by !== 0)
        list.push({
          bucket: Math.floor(key / FIELD_FACTOR) + FIRST_BUCKET,
          facts,
          field: key % FIELD_FACTOR,
          by,
        });
    }
  }
  return list.sort((a, b) => a.bucket - b.bucket || a.facts - b.facts || a.field - b.field);
}

const ADD =
  'INSERT INTO tally (axis, bucket, facts, field, n) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n';
const PLACE = 'axis = ? AND bucket = ? AND facts = ? AND field = ?';

function write(db: Connection, axis: number, bucket: number, facts: number, field: number, by: number): void {
  if (by > 0) {
    db.prepared(ADD).run(axis, bucket, facts, field, by);
    return;
  }
  const gone = db.run(`DELETE FROM tally WHERE ${PLACE} AND n = ?`, axis, bucket, facts, field, -by).changes;
  if (gone === 0) db.run(`UPDATE tally SET n = n + ? WHERE ${PLACE}`, by, axis, bucket, facts, field);
}
