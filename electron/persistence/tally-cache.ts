import type { Connection } from './open-database.ts';

/** Numbers that a row of a bucket takes: facts, field (0: none), number of dossiers. */
export const BUCKET_ROW = 3;
const NOTHING = new Int32Array(0);

/**
 * Buckets of the table `tally` as a reading connection last saw them, so that the year and its quarters, the trend
 * and the flow table read each bucket once. All of it is forgotten when another connection has committed something.
 */
export class TallyCache {
  readonly #db: Connection;
  readonly #buckets = new Map<number, Map<number, Int32Array>>();
  #version = Number.NaN;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Buckets of an axis in `[low, high)` that hold anything, oldest first. */
  range(axis: number, low: number, high: number): Int32Array[] {
    const known = this.#axis(axis);
    let first = low;
    while (first < high && known.has(first)) first += 1;
    let end = high;
    while (end > first && known.has(end - 1)) end -= 1;
    if (first < end) this.#load(axis, known, first, end);
    const found: Int32Array[] = [];
    for (let bucket = low; bucket < high; bucket += 1) {
      const rows = known.get(bucket);
      if (rows && rows.length > 0) found.push(rows);
    }
    return found;
  }

  #axis(axis: number): Map<number, Int32Array> {
    const version = this.#db.value<number>('PRAGMA data_version') ?? Number.NaN;
    if (version !== this.#version) {
      this.#buckets.clear();
      this.#version = version;
    }
    let known = this.#buckets.get(axis);
    if (!known) {
      known = new Map();
      this.#buckets.set(axis, known);
    }
    return known;
  }

  #load(axis: number, known: Map<number, Int32Array>, first: number, end: number): void {
    for (let bucket = first; bucket < end; bucket += 1) known.set(bucket, NOTHING);
    const rows = this.#db.allRaw<[number, number, number, number]>(
      'SELECT bucket, facts, field, n FROM tally WHERE axis = ? AND bucket >= ? AND bucket < ? ORDER BY bucket',
      axis,
      first,
      end,
    );
    for (let start = 0; start < rows.length; ) {
      const bucket = (rows[start] as (typeof rows)[number])[0];
      let stop = start + 1;
      while (stop < rows.length && rows[stop]?.[0] === bucket) stop += 1;
      const numbers = new Int32Array((stop - start) * BUCKET_ROW);
      for (let row = start; row < stop; row += 1) {
        const [, facts, field, n] = rows[row] as (typeof rows)[number];
        numbers.set([facts, field, n], (row - start) * BUCKET_ROW);
      }
      known.set(bucket, numbers);
      start = stop;
    }
  }
}
