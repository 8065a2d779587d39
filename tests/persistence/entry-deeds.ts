import type { KnownEntry, Store, WriteTransaction } from '#electron/application/ports.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { meta } from './support.ts';

export const petition = (change: AnyRecord = {}): AnyRecord => ({
  code: 'PA-1',
  receivedOn: '2024-03-01',
  source: 'counter',
  subject: 'Đường liên thôn hỏng',
  dueOn: '2024-03-20',
  ...change,
});
export const person = (code: string): AnyRecord => ({
  code,
  name: 'Nguyễn Văn Ánh',
  post: 'Công chức',
  from: '2024-01-01',
});
export const course = (staffCode: string): AnyRecord => ({
  staffCode,
  course: 'Nghiệp vụ một cửa',
  finishedOn: '2024-02-01',
  hours: 4.5,
});

export function insert(
  store: Store,
  ledger: LedgerId,
  record: AnyRecord,
): Promise<{ id: number; set: number }> {
  return store.write((tx) => {
    const set = tx.beginChangeSet(meta());
    return { id: tx.insertEntry(ledger, record, tx.freeOccurrence(ledger, record), set), set };
  });
}
export function change(
  store: Store,
  ledger: LedgerId,
  id: number,
  record: AnyRecord | null,
  deleted?: boolean,
): Promise<number> {
  return store.write((tx) => {
    const known = tx.entry(ledger, id) as KnownEntry;
    const set = tx.beginChangeSet(meta(deleted ? 'deleted' : 'edited'));
    tx.updateEntry(known, record ?? known.record, set, deleted);
    return set;
  });
}
export const undo = (store: Store, set: number) =>
  store.write((tx) => tx.undoEntryChange(set, tx.beginChangeSet(meta('undone'))));

/** Imports rows of a ledger as the importer does: known ones are updated, others added. Returns the import's id. */
export function importEntries(store: Store, ledger: LedgerId, rows: readonly AnyRecord[]): Promise<number> {
  return store.write((tx) => {
    const file = { file: 'list.xlsx', sha256: 'a'.repeat(64), kind: ledger };
    const { importId, changeSet } = tx.beginImport({ user: 'thu', at: '2024-04-01T02:00:00Z' }, file);
    const counts = { added: 0, updated: 0, unchanged: 0 };
    const seen = new Map<string, number>();
    for (const row of rows) counts[importRow(tx, ledger, row, changeSet, seen)] += 1;
    const balance = { ...counts, read: rows.length, bad: 0, ignored: 0 };
    const rest = { sheet: null, headerRow: 1, mapping: {}, badRows: [] };
    tx.finishImport(importId, { ...file, ...rest, ...balance });
    return importId;
  });
}
export function importRow(
  tx: WriteTransaction,
  ledger: LedgerId,
  row: AnyRecord,
  changeSet: number,
  seen: Map<string, number>,
): 'added' | 'updated' | 'unchanged' {
  const definition = ledgerOf(ledger);
  const first = entryKey(definition, row);
  const occurrence = definition.repeatable ? (seen.get(first) ?? 0) + 1 : 1;
  seen.set(first, occurrence);
  const known = tx.entryByKey(ledger, entryKey(definition, row, occurrence));
  if (!known) {
    tx.insertEntry(ledger, row, occurrence, changeSet);
    return 'added';
  }
  // A second row about the same thing changes what the first one said; that is one update of one entry.
  if (known.changedIn === changeSet) return 'unchanged';
  return tx.updateEntry(known, row, changeSet, false) ? 'updated' : 'unchanged';
}
export const undoImport = (store: Store, id: number) =>
  store.write((tx) =>
    Array.from(tx.undoingImport(id, { user: 'thu', at: '2024-04-01T03:00:00Z', reason: null })),
  );
