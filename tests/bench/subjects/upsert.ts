import assert from 'node:assert/strict';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { importRecords } from '#electron/application/imports/run-import.ts';
import type { Store } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { Balance } from '#shared/ipc/contract/imports.ts';
import { type BenchRow, pairs } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { CliBaseline } from '../sample/cli-baseline.ts';
import { sampleDossier } from '../sample/dossiers.ts';
import { memorySource } from '../sample/memory-source.ts';
import { workFolder } from '../sample/paths.ts';
import { BENCH_KEY, balanceOf, benchWorkspace } from '../sample/workspace.ts';

/** Dossiers that a folder in use holds before a list comes in. */
const BEFORE = 10_000;

/** Rows in memory → the import's use case → the database, against the sqlite3 command line. */
export async function upsert({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const total = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const records = Array.from({ length: total }, (_, n) => sampleDossier(n, total).record);
  const others = Array.from({ length: BEFORE }, (_, n) => other(sampleDossier(n, BEFORE).record));
  const earlier = records.map(asReceived);
  const empty = await CliBaseline.of(total, 0);
  const filled = await CliBaseline.of(total, BEFORE);
  const runs = quick ? 3 : 7;
  const rowsText = `${total.toLocaleString('en')} rows`;
  const none: Balance = { read: total, added: 0, updated: 0, unchanged: 0, bad: 0, ignored: 0 };
  const options = { runs, invert: true } as const;
  return [
    await pairs(
      `first load of ${rowsText} (history: by whom and by which import)`,
      () => timed([], records, { ...none, added: total }),
      () => empty.run(),
      { atLeast: 0.85 },
      options,
    ),
    await pairs(
      `${rowsText}, all new, into a folder of ${BEFORE.toLocaleString('en')} (history as before)`,
      () => timed(others, records, { ...none, added: total }),
      () => filled.run(),
      { atLeast: 0.85 },
      options,
    ),
    await pairs(
      `${rowsText}, each changed in several fields, with the history of each change`,
      () => timed(earlier, records, { ...none, updated: total }),
      () => empty.run(),
      { atLeast: 0.75 },
      options,
    ),
    await pairs(
      `${rowsText}, all known and unchanged, against the first load`,
      () => timed(records, records, { ...none, unchanged: total }),
      () => timed([], records, { ...none, added: total }),
      { atLeast: 1.8 },
      options,
    ),
  ];
}

async function timed(
  before: readonly Dossier[],
  records: readonly Dossier[],
  expected: Balance,
): Promise<number> {
  const store = openStore(join(workFolder('upsert'), 'data'), { create: true, key: BENCH_KEY });
  try {
    if (before.length > 0) await importInto(store, before);
    const source = memorySource(records);
    const start = performance.now();
    const balance = await importInto(store, source);
    const time = performance.now() - start;
    assert.deepEqual(balance, expected);
    return time;
  } finally {
    store.close();
  }
}

async function importInto(
  store: Store,
  rows: readonly Dossier[] | ReturnType<typeof memorySource>,
): Promise<Balance> {
  const source = 'header' in rows ? rows : memorySource(rows);
  const request = { fileName: 'danh-sach.csv', options: DEFAULT_IMPORT_OPTIONS, mode: 'commit' } as const;
  return balanceOf((await importRecords(source, request, benchWorkspace(store))).result);
}

function other(record: Dossier): Dossier {
  return { ...record, code: `Z${record.code}` };
}

/** A dossier as the list of an earlier day had it: received and not yet finished. */
function asReceived(record: Dossier): Dossier {
  return {
    ...record,
    status: record.status === 'processing' ? 'accepted' : 'processing',
    finishedOn: null,
    returnedOn: null,
    outcome: null,
    resultDigitised: null,
    handler: null,
  };
}
