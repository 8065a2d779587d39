import { FACTS_BITS } from '#shared/domain/dossier-facts.ts';
import { bucketOf } from './days.ts';
import type { Counted } from './dossier-row.ts';
import type { Connection } from './open-database.ts';

/** What a bucket of the table `tally` counts by; the numbers are part of the stored form. */
export const AXIS = { received: 1, resolved: 2, notCounted: 3 } as const;

const FIELD_FACTOR = 2 ** 15;
const BUCKET_FACTOR = FIELD_FACTOR * 2 ** FACTS_BITS;

/**
 * Keeps `tally` in step with the dossiers: differences are gathered in memory during a transaction and written once
 * at its end, so that an import pays a few hundred writes and not one per row. Deleted dossiers count nowhere.
 */
export class TallyChanges {
  // axis → (bucket, facts, field) packed into one exact integer → difference
  readonly #changes = new Map<number, Map<number, number>>([[AXIS.received, new Map()], [AXIS.resolved, new Map()], [AXIS.notCounted, new Map()]]);

  /** Notes that a dossier came (`by` 1) or went (`by` -1). */
  add(row: Counted, by: 1 | -1): void {
    if (row.deleted) return;
    this.#add(row.counted ? AXIS.received : AXIS.notCounted, row.receivedOn, row, by);
    if (row.counted && row.resolvedOn !== null) this.#add(AXIS.resolved, row.resolvedOn, row, by);
  }

  #add(axis: number, day: number, row: Counted, by: number): void {
    if (row.field >= FIELD_FACTOR) throw new RangeError('too many terms for the tally');
    const key = bucketOf(day) * BUCKET_FACTOR + row.facts * FIELD_FACTOR + row.field;
    const changes = this.#changes.get(axis) as Map<number, number>;
    changes.set(key, (changes.get(key) ?? 0) + by);
  }

  /** Writes the differences; call once, before the commit. */
  flush(db: Connection): void {
    for (const [axis, changes] of this.#changes) {
      for (const [key, by] of changes) {
        if (by === 0) continue;
        const field = key % FIELD_FACTOR;
        const facts = Math.floor(key / FIELD_FACTOR) % 2 ** FACTS_BITS;
        const place = [axis, Math.floor(key / BUCKET_FACTOR), facts, field] as const;
        const before = db.value<number>('SELECT n FROM tally WHERE axis = ? AND bucket = ? AND facts = ? AND field = ?', ...place);
        if (before === undefined) db.run('INSERT INTO tally (axis, bucket, facts, field, n) VALUES (?, ?, ?, ?, ?)', ...place, by);
        else if (before + by === 0) db.run('DELETE FROM tally WHERE axis = ? AND bucket = ? AND facts = ? AND field = ?', ...place);
        else db.run('UPDATE tally SET n = ? WHERE axis = ? AND bucket = ? AND facts = ? AND field = ?', before + by, ...place);
      }
      changes.clear();
    }
  }
}
