// Imports a long list into the folder named by the first argument and says when it is well under way. For a test
// that kills it.
import { importRecords } from '#electron/application/imports/run-import.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { RecordPatch, RowOutcome } from '#shared/import/types.ts';

const store = openStore(process.argv[2] as string);

async function* batches(): AsyncGenerator<RowOutcome[]> {
  for (let start = 0; ; start += 1000) {
    yield Array.from({ length: 1000 }, (_, index): RowOutcome => {
      const values = {
        code: `NEW-${start + index}`,
        receivedOn: '2024-01-02',
        status: 'processing',
        note: 'x'.repeat(500),
      } as RecordPatch;
      return { kind: 'record', row: start + index + 2, values, derived: [], remarks: [] };
    });
    // Enough to have outgrown the cache: pages of the unfinished import are in the log by then.
    if (start === 200_000) process.stdout.write('under way\n');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const header = {
  format: 'csv' as const,
  sheet: null,
  headerRow: 1,
  mapping: { code: 'Mã' },
  encoding: null,
  delimiter: null,
  sha256: '0'.repeat(64),
};
await importRecords(
  { header, batches: batches() },
  { fileName: 'long.csv', options: DEFAULT_IMPORT_OPTIONS, mode: 'commit' },
  {
    store,
    actor: { login: 'thu', name: 'Thử', role: 'clerk' },
    clock: { today: () => '2024-04-01' as never, now: () => '2024-04-01T00:00:00Z' },
    resourcesDir: process.argv[3] as string,
  },
);
