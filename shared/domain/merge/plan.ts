import type { Dossier } from '../dossier.ts';
import type { AnyRecord } from '../ledgers/definition.ts';
import { refKey } from '../ledgers/entry-rules.ts';
import { isLedgerId, LEDGER_IDS, type LedgerId, ledgerOf } from '../ledgers/registry.ts';
import { type BookPlace, type MergeBook, type MergeLedger, recordsOf } from './books.ts';
import { codeOf, keyOf, markText, sameRecord, titleOf, withMark } from './records.ts';
import { isCodeMark, longestMark, markOf, proposedWay, type Way, waysOf } from './ways.ts';

/** What a person decided about records with the same key. */
export interface Choice {
  readonly way: Way;
  /** The book whose record stays, for `keep` and `same`; the first one where it is left out or cannot stay. */
  readonly book?: number | undefined;
  /** Book → the code its record gets, for `both`; proposed where it is left out. */
  readonly codes?: Readonly<Record<string, string>> | undefined;
}

/** Choices by {@link Clash.id}. */
export type Choices = Readonly<Record<string, Choice>>;

/** One record of a clash. */
interface ClashMember extends BookPlace {
  readonly record: Dossier | AnyRecord;
  /** What its mark becomes where all stay: its own for the first. */
  readonly mark: string;
}

/** Records of several books with the same key, and what becomes of them. */
interface Clash {
  /** Ledger and key: the same whenever the same books are joined. */
  readonly id: string;
  readonly ledger: MergeLedger;
  /** How people name what clashes: the code, or the parts of the key. */
  readonly title: string;
  readonly members: readonly ClashMember[];
  /** All say the same in every field. */
  readonly identical: boolean;
  /** Ways that can be chosen. */
  readonly ways: readonly Way[];
  readonly way: Way;
  /** The book whose record stays, for `keep` and `same`. */
  readonly book: number;
  /** Nobody chose: this is what is proposed. */
  readonly proposed: boolean;
}

/** What becomes of a record of a source. */
type Fate = 'comes' | 'same' | 'left';

/** A record of a source with what becomes of it. */
export interface Move<R = Dossier | AnyRecord> extends BookPlace {
  readonly ledger: MergeLedger;
  /** As it will be written. */
  readonly record: R;
  readonly issuesDocument: boolean | null;
  readonly fate: Fate;
  /** For `same`: the record that stays. */
  readonly into: BookPlace | null;
  /** The code it had there, where it gets another one. */
  readonly was: string | null;
}

export interface MergePlan {
  readonly moves: readonly Move[];
  readonly clashes: readonly Clash[];
}

/** A choice that names something that cannot be; `code` taken: the code belongs to another record. */
export interface ChoiceFault {
  readonly clash: string;
  readonly fault: 'unknown' | 'way' | 'code-taken' | 'code-invalid';
}

/**
 * Joins books: goes through the ledgers in an order in which what is referred to comes first, finds records with the
 * same key, decides them as chosen or proposed, and lets references follow their records. Pure; the same books and
 * choices give the same plan. `books[0]` takes in the others: none of its records moves, changes or goes.
 */
export function planMerge(
  books: readonly MergeBook[],
  choices: Choices = {},
): MergePlan & {
  readonly faults: readonly ChoiceFault[];
} {
  const joining = new Joining(books, choices);
  for (const ledger of ORDER) joining.join(ledger);
  const known = new Set(joining.clashes.map(({ id }) => id));
  const unknown = Object.keys(choices)
    .filter((id) => !known.has(id))
    .map((clash): ChoiceFault => ({ clash, fault: 'unknown' }));
  return { moves: joining.moves, clashes: joining.clashes, faults: [...joining.faults, ...unknown] };
}

/** The order in which ledgers are joined: whatever a reference names before whatever refers. */
export const ORDER: readonly MergeLedger[] = ['dossiers', ...LEDGER_IDS];

interface Item {
  readonly book: number;
  readonly id: number;
  readonly record: Dossier | AnyRecord;
  readonly issuesDocument: boolean | null;
  readonly key: string;
}

/** The record that stands for a record of a source afterwards, by the key it had there; null: it was left out. */
type Followed = Map<string, string | null>;

class Joining {
  readonly moves: Move[] = [];
  readonly clashes: Clash[] = [];
  readonly faults: ChoiceFault[] = [];
  readonly #books: readonly MergeBook[];
  readonly #choices: Choices;
  /** `book ledger` → key there → code afterwards. */
  readonly #codes = new Map<string, Followed>();

  constructor(books: readonly MergeBook[], choices: Choices) {
    this.#books = books;
    this.#choices = choices;
  }

  join(ledger: MergeLedger): void {
    const isRepeatable = ledger !== 'dossiers' && ledgerOf(ledger).repeatable;
    const byKey = new Map<string, Item[]>();
    for (const [book, records] of this.#books.entries()) {
      for (const listed of recordsOf(records, ledger)) {
        const { id, record: given } = listed;
        const issuesDocument = 'issuesDocument' in listed ? listed.issuesDocument : null;
        const record = ledger === 'dossiers' ? given : this.#followed(book, ledger, given as AnyRecord);
        if (record === null) {
          this.#move(ledger, { book, id, record: given, issuesDocument, key: '' }, 'left', null, null);
          continue;
        }
        const item = { book, id, record, issuesDocument, key: keyOf(ledger, record) };
        if (isRepeatable) {
          // Answers that say the same are as many answers: none of them clashes.
          this.#move(ledger, item, 'comes', null, null);
          continue;
        }
        const same = byKey.get(item.key);
        if (same === undefined) byKey.set(item.key, [item]);
        else same.push(item);
      }
    }
    const taken = new Set(byKey.keys());
    for (const items of byKey.values()) {
      const [first] = items;
      if (first === undefined) continue;
      if (items.length === 1) this.#settle(ledger, first, first.record, 'comes', null, null);
      else this.#decide(ledger, items, taken);
    }
  }

  /** A source's entry with its references as they will be; null where what it refers to was left out. */
  #followed(book: number, ledger: LedgerId, record: AnyRecord): AnyRecord | null {
    if (book === 0) return record;
    let followed = record;
    for (const [name, field] of Object.entries(ledgerOf(ledger).fields)) {
      const to: MergeLedger | null =
        field.type === 'dossier'
          ? 'dossiers'
          : field.ref !== null && isLedgerId(field.ref)
            ? field.ref
            : null;
      const value = record[name];
      if (to === null || typeof value !== 'string') continue;
      const code = this.#codes.get(`${book} ${to}`)?.get(refKey(value));
      // A dossier number may name one that is not in the book, or one that was left out: the number stays as it is.
      if (code === null && to !== 'dossiers') return null;
      if (code !== undefined && code !== null && refKey(code) !== refKey(value))
        followed = { ...followed, [name]: code };
    }
    // Counts by hand of several units for the same days stand side by side by their unit.
    if (ledger === 'hand-counts' && (followed.unit ?? null) === null)
      followed = { ...followed, unit: this.#books[book]?.name ?? '' };
    return followed;
  }

  #decide(ledger: MergeLedger, items: readonly Item[], taken: Set<string>): void {
    const [first] = items as readonly [Item, ...Item[]];
    const id = `${ledger} ${first.key.replaceAll('\u001f', ' · ')}`;
    const identical = items.every((item) => sameRecord(ledger, first.record, item.record));
    const ways = waysOf(ledger);
    const chosen = this.#choices[id];
    if (chosen !== undefined && !ways.includes(chosen.way)) this.faults.push({ clash: id, fault: 'way' });
    const proposed = chosen === undefined || !ways.includes(chosen.way);
    const way = proposed ? proposedWay(ledger, identical) : chosen.way;
    const asked = items.find(({ book }) => book === chosen?.book) ?? first;
    // A record of the book that takes in the others stays in any case.
    const stays = first.book === 0 ? first : asked;
    // Codes that members of this very clash get are taken as well.
    const own = new Set<string>();
    const isTaken = (key: string): boolean => taken.has(key) || own.has(key);
    const marks = items.map((item) => {
      if (item === first) return markText(ledger, item.record);
      const mark = this.#otherMark(ledger, item, isTaken, chosen, id);
      own.add(keyOf(ledger, withMark(ledger, item.record, mark)));
      return mark;
    });
    for (const [place, item] of items.entries()) {
      const mark = marks[place] as string;
      if (way === 'both') {
        const record = item === first ? item.record : withMark(ledger, item.record, mark);
        if (item !== first) taken.add(keyOf(ledger, record));
        this.#settle(
          ledger,
          item,
          record,
          'comes',
          null,
          item === first ? null : markText(ledger, item.record),
        );
      } else if (item === stays) this.#settle(ledger, item, item.record, 'comes', null, null);
      else {
        const fate = way === 'same' ? 'same' : 'left';
        this.#settle(ledger, item, item.record, fate, way === 'same' ? stays : null, null);
      }
    }
    this.clashes.push({
      id,
      ledger,
      title: titleOf(ledger, first.record),
      members: items.map(({ book, id: place, record }, n) => ({
        book,
        id: place,
        record,
        mark: marks[n] as string,
      })),
      identical,
      ways,
      way,
      book: stays.book,
      proposed,
    });
  }

  /** Another code (or words) for a record that stays beside the first one. */
  #otherMark(
    ledger: MergeLedger,
    item: Item,
    isTaken: (key: string) => boolean,
    chosen: Choice | undefined,
    clash: string,
  ): string {
    if (markOf(ledger) === null) return '';
    const given = chosen?.way === 'both' ? chosen.codes?.[String(item.book)]?.trim() : undefined;
    if (given !== undefined && given !== '') {
      const key = keyOf(ledger, withMark(ledger, item.record, given));
      const fault =
        given.length > longestMark(ledger) || key === ''
          ? 'code-invalid'
          : isTaken(key)
            ? 'code-taken'
            : null;
      if (fault === null) return given;
      this.faults.push({ clash, fault });
    }
    const book = this.#books[item.book] as MergeBook;
    for (let n = 1; ; n += 1) {
      const mark = proposedMark(ledger, markText(ledger, item.record), book, n);
      if (!isTaken(keyOf(ledger, withMark(ledger, item.record, mark)))) return mark;
    }
  }

  #settle(
    ledger: MergeLedger,
    item: Item,
    record: Dossier | AnyRecord,
    fate: Fate,
    into: Item | null,
    was: string | null,
  ): void {
    const code = fate === 'left' ? null : codeOf(ledger, into?.record ?? record);
    const name = `${item.book} ${ledger}`;
    const codes = this.#codes.get(name) ?? new Map<string, string | null>();
    this.#codes.set(name, codes);
    codes.set(keyOf(ledger, item.record), code);
    this.#move(ledger, { ...item, record }, fate, into, was);
  }

  #move(ledger: MergeLedger, item: Item, fate: Fate, into: Item | null, was: string | null): void {
    const { book, id, record, issuesDocument } = item;
    if (book === 0) return;
    const place = into && { book: into.book, id: into.id };
    this.moves.push({ ledger, book, id, record, issuesDocument, fate, into: place, was });
  }
}

/** A label before a code; the unit's name behind words; the n-th try bears a number. */
function proposedMark(ledger: MergeLedger, text: string, { label, name }: MergeBook, n: number): string {
  const longest = longestMark(ledger);
  const number = n === 1 ? '' : `.${n}`;
  if (isCodeMark(ledger)) {
    const before = `${label}${number}-`;
    // The running number at the end of a code tells more than its beginning.
    return `${before}${text.slice(Math.max(0, text.length - (longest - before.length)))}`;
  }
  const behind = ` (${name}${number})`;
  return `${text.slice(0, longest - behind.length)}${behind}`;
}
