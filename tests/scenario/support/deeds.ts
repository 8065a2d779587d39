/** A record as the office writes it: plain values by field. */
export type Plain = Readonly<Record<string, unknown>>;

/** Something done in the office on a day. `name` is the scenario's own handle of the record. */
export type Deed =
  /** A new record, or a new state of the one with that handle. */
  | {
      readonly on: string;
      readonly do: 'save';
      readonly kind: string;
      readonly name: string;
      readonly record: Plain;
    }
  | { readonly on: string; readonly do: 'remove' | 'restore'; readonly kind: string; readonly name: string }
  /** Takes the deed directly before it back. */
  | { readonly on: string; readonly do: 'undo' }
  /** Says that a ledger is kept from that day, though nothing is in it. */
  | { readonly on: string; readonly do: 'keep'; readonly kind: string }
  /** A list of records taken over from a spreadsheet: those fields are given that are not null. */
  | {
      readonly on: string;
      readonly do: 'import';
      readonly kind: string;
      readonly rows: readonly { readonly name: string; readonly record: Plain }[];
      /** Taken back at once, so that it leaves nothing. */
      readonly undone: boolean;
    };

interface Kept {
  record: Plain;
  deleted: boolean;
}

/**
 * The office's records as they must be after a number of deeds: the plainest possible memory, against which the
 * program's own is compared.
 */
export class PlainBook {
  readonly #kinds = new Map<string, Map<string, Kept>>();
  readonly keptSince = new Map<string, string>();
  #undo: (() => void) | null = null;

  do(deed: Deed): void {
    switch (deed.do) {
      case 'save':
        this.#put(deed.kind, deed.name, { record: deed.record, deleted: false });
        return;
      case 'remove':
      case 'restore': {
        const known = this.#kind(deed.kind).get(deed.name);
        if (!known) throw new Error(`nothing called ${deed.name}`);
        this.#put(deed.kind, deed.name, { record: known.record, deleted: deed.do === 'remove' });
        return;
      }
      case 'undo':
        this.#undo?.();
        this.#undo = null;
        return;
      case 'keep':
        this.keptSince.set(deed.kind, deed.on);
        return;
      case 'import':
        if (deed.undone) return;
        for (const { name, record } of deed.rows) {
          const known = this.#kind(deed.kind).get(name);
          const given = Object.entries(record).filter(([, value]) => value !== null);
          const merged = known ? { ...known.record, ...Object.fromEntries(given) } : record;
          this.#kind(deed.kind).set(name, { record: merged, deleted: false });
        }
        this.#undo = null;
    }
  }

  /** Records of a kind that are not deleted. */
  all(kind: string): Plain[] {
    return [...this.#kind(kind).values()].filter(({ deleted }) => !deleted).map(({ record }) => record);
  }

  #kind(kind: string): Map<string, Kept> {
    let known = this.#kinds.get(kind);
    if (!known) {
      known = new Map();
      this.#kinds.set(kind, known);
    }
    return known;
  }

  #put(kind: string, name: string, kept: Kept): void {
    const records = this.#kind(kind);
    const before = records.get(name);
    records.set(name, kept);
    this.#undo = () => {
      if (before) records.set(name, before);
      else records.delete(name);
    };
  }
}
