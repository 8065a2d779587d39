import type { AnyRecord, LedgerBreach, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryDay } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { ledgers as en } from '#shared/i18n/en/ledgers.ts';
import { ledgers as vi } from '#shared/i18n/vi/ledgers.ts';
import { recordKind } from '#shared/import/kinds.ts';
import type { RecordKind } from '#shared/import/record-kind.ts';
import { cellRemark, type RemarkLanguage, type RemarkWords } from '#shared/import/remarks.ts';
import type { EntryPatch, ImportHeader, RowOutcome } from '#shared/import/types.ts';
import { valueText } from '#shared/import/value-text.ts';
import type { CellRemark, Preview } from '#shared/ipc/contract/imports.ts';
import type { ClosedGuard } from '../closing/closed-guard.ts';
import type { KnownEntry, WriteTransaction } from '../ports.ts';
import { type ImportTally, shortText } from './import-tally.ts';
import { EntryFinder, type EntryMerge, entryLookup, mergeEntry } from './merge-entry.ts';

const CATALOGUES = { vi, en } as const;
const NOTHING: CellRemark[] = [];

/** Takes the rows of a ledger's list one by one into the book. */
export class EntryRows {
  readonly #tx: WriteTransaction;
  readonly #ledger: LedgerId;
  readonly #definition: LedgerDefinition;
  readonly #kind: RecordKind<EntryPatch>;
  readonly #changeSet: number;
  readonly #tally: ImportTally;
  readonly #header: ImportHeader;
  readonly #language: RemarkLanguage;
  readonly #mapped: readonly string[];
  readonly #finder: EntryFinder;
  /** Ids of the entries that were added or changed. */
  readonly written: number[] = [];
  readonly #guard: ClosedGuard | null;
  readonly #isEntry: (ledger: LedgerId, code: string) => boolean;

  constructor(
    ledger: LedgerId,
    tx: WriteTransaction,
    changeSet: number,
    tally: ImportTally,
    header: ImportHeader,
    language: RemarkLanguage,
    guard: ClosedGuard | null,
  ) {
    this.#tx = tx;
    this.#ledger = ledger;
    this.#definition = ledgerOf(ledger);
    this.#kind = recordKind(ledger);
    this.#changeSet = changeSet;
    this.#tally = tally;
    this.#header = header;
    this.#language = language;
    this.#guard = guard;
    this.#mapped = Object.keys(header.mapping);
    this.#finder = new EntryFinder(tx, this.#definition, ledger);
    this.#isEntry = entryLookup(tx);
  }

  take(outcome: RowOutcome<EntryPatch>): void {
    if (outcome.kind === 'ignored') this.#tally.ignored += 1;
    else if (outcome.kind === 'bad')
      this.#tally.bad(outcome.row, outcome.code, this.#kind.summary(outcome.values), outcome.remarks);
    else this.#takeRecord(outcome);
  }

  #takeRecord({ row, values, remarks }: Extract<RowOutcome<EntryPatch>, { kind: 'record' }>): void {
    // What the key needs is looked at before anything is taken for another entry of an incomplete key.
    const missing = this.#definition.key.filter(
      (name) => this.#definition.fields[name]?.required === true && values[name] === undefined,
    );
    const { known, occurrence } =
      missing.length > 0 ? { known: null, occurrence: 1 } : this.#finder.next(values as AnyRecord);
    if (known?.changedIn === this.#changeSet && !this.#definition.repeatable) {
      // The reader finds these first; the book is asked all the same, because a key is written only once.
      const title = this.#kind.title(values);
      const twice = this.#remark(row, this.#kind.keyField, title, 'DUPLICATE_IN_FILE', 'DUPLICATE_KEY');
      this.#tally.bad(row, title, this.#kind.summary(values), [twice, ...remarks]);
      return;
    }
    const merged = mergeEntry(this.#definition, values, known, this.#mapped, this.#isEntry);
    if (merged.kind === 'breach') {
      const errors = merged.breaches.map((breach) => this.#breachRemark(row, breach, merged.record));
      this.#tally.bad(row, this.#kind.title(values), this.#kind.summary(values), [...errors, ...remarks]);
      return;
    }
    const refusal =
      merged.kind === 'unchanged'
        ? null
        : (this.#guard?.refusalOfEntry(this.#ledger, known, merged.record) ?? null);
    if (refusal !== null) {
      const title = this.#kind.title(values);
      const closed = this.#remark(row, this.#kind.keyField, title, 'PERIOD_CLOSED', 'PERIOD_CLOSED', {
        ...refusal,
      });
      this.#tally.bad(row, title, this.#kind.summary(values), [closed, ...remarks]);
      return;
    }
    if (merged.kind === 'added')
      this.written.push(this.#tx.insertEntry(this.#ledger, merged.record, occurrence, this.#changeSet));
    if (merged.kind === 'updated' && known !== null) {
      this.#tx.updateEntry(known, merged.record, this.#changeSet, false);
      this.written.push(known.id);
    }
    this.#good(row, merged, known, remarks);
  }

  #good(
    row: number,
    merged: Exclude<EntryMerge, { kind: 'breach' }>,
    known: KnownEntry | null,
    remarks: readonly CellRemark[],
  ): void {
    const { kind, record } = merged;
    const kept =
      kind === 'added' ? NOTHING : merged.kept.flatMap((name) => this.#keptRemark(row, name, kind));
    const given = givenOnly(record);
    this.#tally.good(
      kind,
      {
        row,
        code: this.#kind.title(given),
        day: (record[this.#definition.day] ?? null) === null ? null : entryDay(this.#definition, record),
        summary: () => this.#kind.summary(given),
        changes: () => this.#changes(known?.record ?? {}, record),
      },
      kept.length === 0 ? remarks : [...remarks, ...kept],
    );
  }

  #keptRemark(row: number, name: string, kind: 'updated' | 'unchanged'): CellRemark[] {
    if (this.#tally.wants(kind, 'KEPT_KNOWN')) return [this.#remark(row, name, null, 'KEPT_KNOWN')];
    this.#tally.count('KEPT_KNOWN');
    return NOTHING;
  }

  #changes(before: AnyRecord, after: AnyRecord): Preview['rows'][number]['changes'] {
    return Object.keys(this.#definition.fields)
      .filter((name) => (before[name] ?? null) !== (after[name] ?? null))
      .map((field) => ({ field, from: this.#shown(before, field), to: this.#shown(after, field) }));
  }

  #shown(record: AnyRecord, name: string): string | null {
    const field = this.#definition.fields[name];
    const value = record[name] ?? null;
    return field === undefined || value === null ? null : shortText(valueText(field, value));
  }

  #breachRemark(row: number, { field, code, than }: LedgerBreach, record: AnyRecord): CellRemark {
    const value = this.#shown(record, field);
    const definition = this.#definition.fields[field];
    const more: Record<string, string | number> = { field: this.#name(field) };
    let words: RemarkWords | undefined;
    if (than !== undefined) {
      const names = than.fields.map((name) => `“${this.#name(name)}”`);
      const compared = this.#definition.fields[than.fields[0] ?? ''];
      const shown = compared === undefined ? String(than.value) : valueText(compared, than.value);
      if (code === 'SUM_MISMATCH') {
        words = 'SUM_MISMATCH_NUMBERS';
        more.sum = shown;
      } else if (code === 'PART_TOO_LARGE') {
        words = 'PART_TOO_LARGE_NUMBERS';
        more.limit = shown;
        more.limitName = names.join(' − ');
      } else if (code === 'DATE_ORDER') {
        words = 'DATE_ORDER_DAYS';
        more.earlier = shown;
        more.earlierName = this.#name(than.fields[0] ?? '');
      }
    } else if (code === 'VALUE_TOO_LARGE' && definition !== undefined) {
      words = 'VALUE_OUT_OF_RANGE';
      more.min = definition.min;
      more.max = definition.max;
    } else if (code === 'REF_UNKNOWN') {
      const ref = definition?.ref ?? null;
      more.ledger = ref === null ? '' : CATALOGUES[this.#language][ref as LedgerId].name;
    }
    return this.#remark(
      row,
      field,
      value,
      code === 'DUPLICATE_KEY' ? 'DUPLICATE_IN_FILE' : code,
      words,
      more,
    );
  }

  #remark(
    row: number,
    field: string,
    value: string | null,
    code: Parameters<typeof cellRemark>[1]['code'],
    words?: RemarkWords,
    more?: Readonly<Record<string, string | number>>,
  ): CellRemark {
    const column = this.#header.mapping[field] ?? null;
    return cellRemark(this.#language, { row, column, value, code }, words, more);
  }

  /** What the list calls a field, or else we do. */
  #name(field: string): string {
    return (
      this.#header.mapping[field] ??
      this.#kind.fields.find((known) => known.field === field)?.synonyms[0] ??
      field
    );
  }
}

function givenOnly(record: AnyRecord): EntryPatch {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as EntryPatch;
}
