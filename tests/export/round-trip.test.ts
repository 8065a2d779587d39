import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runImport } from '#electron/application/imports/run-import.ts';
import { maskedRecord } from '#electron/application/masking/masked-dossier.ts';
import type { Store } from '#electron/application/ports.ts';
import { writeRecords } from '#electron/export/index.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { dossierBreaches, dossierKey } from '#shared/domain/dossier-rules.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { importOptions } from '#shared/ipc/contract/imports.ts';
import { meta, TODAY, temporaryFolder, workspace } from '../persistence/support.ts';
import { anyDossier, asListed, recordsOf } from './arbitraries.ts';

fc.configureGlobal({ seed: 20240226 });

/** Codes that entries refer to, as people wrote them. */
const REFS = ['CB 01', 'cb-02', '007'];

describe('a workbook of a ledger', () => {
  it.each(LEDGER_IDS)(
    'of %s imports back as what it was written from',
    async (ledger) => {
      const definition = ledgerOf(ledger);
      await fc.assert(
        fc.asyncProperty(recordsOf(definition, REFS), async (records) => {
          await inBooks(async (book, empty, path) => {
            for (const store of [book, empty]) await addReferences(store, ledger);
            await addEntries(book, ledger, records);
            const stored = allRecords(book, ledger);
            expect(await writeRecords(ledger, book.entries.batches(ledger, {}, TODAY), path)).toBe(
              records.length,
            );
            const again = await importFile(book, path, ledger);
            expect(again).toMatchObject({
              read: records.length,
              unchanged: records.length,
              bad: 0,
              ignored: 0,
            });
            const first = await importFile(empty, path, ledger);
            expect(first).toMatchObject({ read: records.length, added: records.length, bad: 0, badRows: [] });
            expect(sorted(allRecords(empty, ledger))).toEqual(sorted(stored.map(asListed)));
            expect(empty.check()).toEqual([]);
          });
        }),
        { numRuns: 4 },
      );
    },
    120_000,
  );
});

describe('a workbook of dossiers', () => {
  it('imports back as what it was written from', async () => {
    const dossiers = fc.uniqueArray(
      anyDossier.filter((dossier) => dossierBreaches(dossier).length === 0),
      { minLength: 1, maxLength: 25, selector: ({ code }) => dossierKey(code) },
    );
    await fc.assert(
      fc.asyncProperty(dossiers, async (records) => {
        await inBooks(async (book, empty, path) => {
          await book.write((tx) => {
            const changeSet = tx.beginChangeSet(meta());
            for (const record of records) tx.insertDossier(record, null, changeSet);
          });
          await writeRecords('dossiers', book.dossiers.batches({}, TODAY), path);
          const again = await importFile(book, path, 'dossiers');
          expect(again).toMatchObject({ read: records.length, unchanged: records.length, bad: 0 });
          const first = await importFile(empty, path, 'dossiers');
          expect(first).toMatchObject({ added: records.length, bad: 0, ignored: 0, badRows: [] });
          expect(sorted(allDossiers(empty))).toEqual(sorted(allDossiers(book).map(asListed)));
        });
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('with masked ID numbers changes nothing in its book, and fills another without them', async () => {
    const dossiers = fc.uniqueArray(
      anyDossier.filter((dossier) => dossierBreaches(dossier).length === 0),
      { minLength: 1, maxLength: 15, selector: ({ code }) => dossierKey(code) },
    );
    await fc.assert(
      fc.asyncProperty(dossiers, async (records) => {
        await inBooks(async (book, empty, path) => {
          await book.write((tx) => {
            const changeSet = tx.beginChangeSet(meta());
            for (const record of records) tx.insertDossier(record, null, changeSet);
          });
          const before = allDossiers(book);
          const masked = [...book.dossiers.batches({}, TODAY)].map((batch) => batch.map(maskedRecord));
          await writeRecords('dossiers', masked, path);
          const again = await importFile(book, path, 'dossiers');
          expect(again).toMatchObject({ read: records.length, unchanged: records.length, bad: 0 });
          expect(allDossiers(book)).toEqual(before);
          const first = await importFile(empty, path, 'dossiers');
          expect(first).toMatchObject({ added: records.length, bad: 0, ignored: 0, badRows: [] });
          const unnumbered = before.map((dossier) => asListed({ ...dossier, personId: null }));
          expect(sorted(allDossiers(empty))).toEqual(sorted(unnumbered));
        });
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});

async function inBooks(work: (book: Store, empty: Store, path: string) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  const book = openStore(join(folder, 'book'), { create: true });
  const empty = openStore(join(folder, 'empty'), { create: true });
  try {
    await work(book, empty, join(folder, 'xuat.xlsx'));
  } finally {
    book.close();
    empty.close();
  }
}

async function addReferences(store: Store, ledger: LedgerId): Promise<void> {
  const ref = Object.values(ledgerOf(ledger).fields).find((field) => field.ref !== null)?.ref as LedgerId;
  if (!ref) return;
  const common = { from: '2020-01-01', to: null, note: null };
  await addEntries(
    store,
    ref,
    REFS.map((code) => ({ code, name: `Tên ${code}`, post: 'Công chức', department: null, ...common })),
  );
}

async function addEntries(store: Store, ledger: LedgerId, records: readonly AnyRecord[]): Promise<void> {
  await store.write((tx) => {
    const changeSet = tx.beginChangeSet(meta());
    for (const record of records)
      tx.insertEntry(ledger, record, tx.freeOccurrence(ledger, record), changeSet);
  });
}

async function importFile(store: Store, path: string, kind: ImportKind) {
  const options = importOptions.parse({ kind });
  const { result } = await runImport(
    { path, fileName: 'xuat.xlsx', options, mode: 'commit' },
    workspace(store),
  );
  return result;
}

function allRecords(store: Store, ledger: LedgerId): AnyRecord[] {
  return [...store.entries.batches(ledger, {}, TODAY)].flat();
}

function allDossiers(store: Store): Dossier[] {
  return [...store.dossiers.batches({}, TODAY)].flat();
}

function sorted<T>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
