import { type DossierFacts, decodeFacts, type FactGroup } from '#shared/domain/dossier-facts.ts';
import { BUCKET_ROW } from './tally-cache.ts';
import type { Terms } from './terms.ts';

/** facts, field (0: none), due before the day (1) or not (0), number of dossiers. */
export type GroupRow = readonly [number, number, number, number];

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

/** Adds up rows that name the same facts, field and overdue state. */
export class FactGroups {
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

  /** Takes one dossier out of a group it was counted in. */
  take([facts, field, dueBefore]: readonly [number, number, number]): void {
    this.addAll([[facts, field, dueBefore, -1]]);
  }

  list(): FactGroup[] {
    const list: FactGroup[] = [];
    for (const [place, counts] of this.#counts) {
      const field = place === 0 ? null : this.#terms.text(place);
      for (const [key, count] of counts)
        if (count > 0) list.push({ facts: knownFacts(key >> 1), field, overdue: (key & 1) === 1, count });
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
