/** Fetches the rows of these ids; the answer may come in any order and may lack ids that are gone. */
export type FetchRows<R> = (ids: number[]) => Promise<readonly R[]>;

const PAGE = 100;

/**
 * Rows of the list by position, fetched in pages of 100 and kept for the pages used last.
 *
 * The index (all ids) says what stands where; only pages somebody looks at are fetched. Answers to questions
 * asked of an older index are dropped, so a new filter can never show rows of the old one.
 */
export class RowCache<R extends { readonly id: number }> {
  readonly #fetch: FetchRows<R>;
  readonly #onChange: () => void;
  readonly #maxPages: number;
  #ids: Uint32Array = new Uint32Array(0);
  #generation = 0;
  /** Page number → rows by position in the page; a Map keeps the order of use. */
  readonly #pages = new Map<number, readonly (R | undefined)[]>();
  readonly #asked = new Set<number>();

  constructor(fetch: FetchRows<R>, onChange: () => void, maxPages = 60) {
    this.#fetch = fetch;
    this.#onChange = onChange;
    this.#maxPages = maxPages;
  }

  /** Takes a new index; rows known from the old one stay where the page holds the same ids. */
  setIndex(ids: Uint32Array): void {
    const old = this.#ids;
    this.#ids = ids;
    this.#generation += 1;
    this.#asked.clear();
    for (const page of [...this.#pages.keys()]) if (!samePage(old, ids, page)) this.#pages.delete(page);
  }

  /** Forgets every row (records changed); the pages on screen are asked for again. */
  invalidate(): void {
    this.#generation += 1;
    this.#asked.clear();
    this.#pages.clear();
  }

  /** Puts a record just saved in its place, without waiting for the next answer. */
  put(row: R): void {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((known) => known?.id === row.id);
      if (at >= 0) this.#pages.set(page, rows.with(at, row));
    }
  }

  /** The row at a position when it is known. */
  at(position: number): R | undefined {
    return this.#pages.get(Math.floor(position / PAGE))?.[position % PAGE];
  }

  /** Asks for the rows of a range (`to` exclusive) that are not known yet. */
  async want(from: number, to: number): Promise<void> {
    const last = Math.min(to, this.#ids.length) - 1;
    const waits: Promise<void>[] = [];
    for (let page = Math.floor(Math.max(0, from) / PAGE); page * PAGE <= last; page += 1) {
      const known = this.#pages.get(page);
      if (known) {
        this.#pages.delete(page);
        this.#pages.set(page, known);
      } else if (!this.#asked.has(page)) waits.push(this.#load(page));
    }
    await Promise.all(waits);
  }

  async #load(page: number): Promise<void> {
    const generation = this.#generation;
    const ids = Array.from(this.#ids.subarray(page * PAGE, (page + 1) * PAGE));
    this.#asked.add(page);
    try {
      const rows = await this.#fetch(ids);
      if (generation !== this.#generation) return;
      const byId = new Map(rows.map((row) => [row.id, row]));
      this.#pages.set(
        page,
        ids.map((id) => byId.get(id)),
      );
      for (const oldest of this.#pages.keys()) {
        if (this.#pages.size <= this.#maxPages) break;
        this.#pages.delete(oldest);
      }
      this.#onChange();
    } finally {
      if (generation === this.#generation) this.#asked.delete(page);
    }
  }
}

function samePage(a: Uint32Array, b: Uint32Array, page: number): boolean {
  const from = page * PAGE;
  const to = from + PAGE;
  if (Math.min(a.length, to) !== Math.min(b.length, to)) return false;
  for (let i = from; i < Math.min(a.length, to); i += 1) if (a[i] !== b[i]) return false;
  return true;
}
