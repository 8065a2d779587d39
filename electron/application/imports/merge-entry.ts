import type { AnyRecord, LedgerBreach, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryKey, recordBreaches, refKey } from '#shared/domain/ledgers/entry-rules.ts';
import type { FieldValue } from '#shared/domain/ledgers/field.ts';
import { isLedgerId, type LedgerId } from '#shared/domain/ledgers/registry.ts';
import { tidyText } from '#shared/import/cells.ts';
import type { EntryPatch } from '#shared/import/types.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';
import type { KnownEntry, WriteTransaction } from '../ports.ts';

/** What a good row of a ledger's list comes to, compared with what is known. */
export type EntryMerge =
  | { readonly kind: 'added'; readonly record: AnyRecord }
  | {
      readonly kind: 'updated' | 'unchanged';
      readonly record: AnyRecord;
      /** Fields the list has a column for but leaves empty, while a value is known; the value stays. */
      readonly kept: readonly string[];
    }
  | { readonly kind: 'breach'; readonly breaches: readonly LedgerBreach[]; readonly record: AnyRecord };

/**
 * Merges a row into what is known of its entry. Only what the row states changes; an empty cell never erases; the key
 * stays as first written. The rules of the ledger hold for the merged record, and what it refers to must be there.
 * `mapped`: fields for which the list has a column.
 */
export function mergeEntry(
  definition: LedgerDefinition,
  given: EntryPatch,
  known: KnownEntry | null,
  mapped: readonly string[],
  isEntry: (ledger: LedgerId, code: string) => boolean,
): EntryMerge {
  if (known === null) {
    const record = tidyRecord(definition, given);
    const breaches = breachesOf(definition, record, isEntry);
    return breaches.length > 0 ? { kind: 'breach', breaches, record } : { kind: 'added', record };
  }
  const before = known.record;
  const changes = Object.entries(given).filter(
    ([name, value]) => !definition.key.includes(name) && !isSame(before[name] ?? null, value),
  );
  const kept = mapped.filter((name) => given[name] === undefined && (before[name] ?? null) !== null);
  if (changes.length === 0 && !known.deleted) return { kind: 'unchanged', record: before, kept };
  const record = tidyRecord(definition, { ...before, ...Object.fromEntries(changes) });
  const breaches = breachesOf(definition, record, isEntry);
  return breaches.length > 0 ? { kind: 'breach', breaches, record } : { kind: 'updated', record, kept };
}

function breachesOf(
  definition: LedgerDefinition,
  record: AnyRecord,
  isEntry: (ledger: LedgerId, code: string) => boolean,
): LedgerBreach[] {
  const breaches = recordBreaches(definition, record);
  for (const [name, { ref }] of Object.entries(definition.fields)) {
    const value = record[name];
    if (ref === null || !isLedgerId(ref) || typeof value !== 'string') continue;
    if (!isEntry(ref, value)) breaches.push({ field: name, code: 'REF_UNKNOWN' });
  }
  return breaches;
}

/** The same value, or text that differs only in blanks and line ends, which a list does not keep. */
function isSame(known: FieldValue, given: FieldValue): boolean {
  return (
    known === given ||
    (typeof known === 'string' && typeof given === 'string' && tidyText(known) === tidyText(given))
  );
}

/** Whether an entry that a `ref` names is in the book; each code is looked up once. */
export function entryLookup(tx: WriteTransaction): (ledger: LedgerId, code: string) => boolean {
  const found = new Map<string, boolean>();
  return (ledger, code) => {
    const key = refKey(code);
    const place = `${ledger}\n${key}`;
    let known = found.get(place);
    if (known === undefined) {
      const entry = tx.entryByKey(ledger, key);
      known = entry !== null && !entry.deleted;
      found.set(place, known);
    }
    return known;
  };
}

/** Entries for the rows of one list that say the same. */
interface Alike {
  /** Not deleted ones, in order; each stands for one row. */
  readonly open: KnownEntry[];
  readonly deleted: KnownEntry[];
  readonly taken: ReadonlySet<string>;
  /** Where to look for the next free occurrence. */
  next: number;
}

/**
 * Which entry a row is about. The n-th row of a list that says the same as others stands for the n-th entry that does:
 * first those in use, then those of the trash (which come back), then a new one.
 */
export class EntryFinder {
  readonly #tx: WriteTransaction;
  readonly #definition: LedgerDefinition;
  readonly #ledger: LedgerId;
  readonly #alike = new Map<string, Alike>();

  constructor(tx: WriteTransaction, definition: LedgerDefinition, ledger: LedgerId) {
    this.#tx = tx;
    this.#definition = definition;
    this.#ledger = ledger;
  }

  /** The entry for the next row with this record's key; without one, the occurrence under which it is new. */
  next(record: AnyRecord): { readonly known: KnownEntry | null; readonly occurrence: number } {
    const key = entryKey(this.#definition, record);
    if (!this.#definition.repeatable) return { known: this.#tx.entryByKey(this.#ledger, key), occurrence: 1 };
    const alike = this.#alikeOf(key, record);
    const known = alike.open.shift() ?? alike.deleted.shift() ?? null;
    if (known !== null) return { known, occurrence: 0 };
    while (alike.taken.has(entryKey(this.#definition, record, alike.next))) alike.next += 1;
    alike.next += 1;
    return { known: null, occurrence: alike.next - 1 };
  }

  #alikeOf(key: string, record: AnyRecord): Alike {
    let alike = this.#alike.get(key);
    if (alike === undefined) {
      const all = this.#tx.entriesAlike(this.#ledger, record);
      alike = {
        open: all.filter(({ deleted }) => !deleted),
        deleted: all.filter(({ deleted }) => deleted),
        taken: new Set(all.map((entry) => entry.key)),
        next: 1,
      };
      this.#alike.set(key, alike);
    }
    return alike;
  }
}
