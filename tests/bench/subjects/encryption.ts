import assert from 'node:assert/strict';
import { closeSync, copyFileSync, cpSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { COSTS, deriveKey } from '#electron/application/app/passphrases.ts';
import { importRecords } from '#electron/application/imports/run-import.ts';
import type { Store } from '#electron/application/ports.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { encryptFolder } from '#electron/persistence/encrypt-folder.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { evaluateTrend } from '#shared/domain/evaluate.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { type BenchRow, median, milliseconds, pairs, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { sampleDossier } from '../sample/dossiers.ts';
import { keyOf, sampleFolder } from '../sample/folder.ts';
import { memorySource } from '../sample/memory-source.ts';
import { workFolder } from '../sample/paths.ts';
import { BENCH_KEY, balanceOf, benchWorkspace } from '../sample/workspace.ts';
import { benchPeriods, benchTargets } from './evaluate.ts';

/** The encrypted book against a plain one of the same driver, in the same run. */
export async function encryption({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const size = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const runs = quick ? 3 : 9;
  const text = `${size.toLocaleString('en')} dossiers`;
  const records = Array.from({ length: size }, (_, n) => sampleDossier(n, size).record);
  const folder = await sampleFolder(size);
  const plainFolder = await sampleFolder(size, true);
  const key = keyOf(folder);
  const rows = [
    await pairs(
      `encrypted: ${text} from memory into a new folder, against a plain one, speed`,
      () => importTime(records, BENCH_KEY),
      () => importTime(records, undefined),
      { atLeast: 0.9 },
      { runs, invert: true },
    ),
    await pairs(
      `encrypted: opening a folder of ${text}, against a plain one`,
      () => openTime(folder, key),
      () => openTime(plainFolder, undefined),
      null,
      { runs },
    ),
    await pairs(
      `encrypted: reading every page of ${text} with next to no cache, against a plain one`,
      () => scanTime(folder, key),
      () => scanTime(plainFolder, undefined),
      null,
      { runs },
    ),
  ];
  const [stores, close] = opened(folder, plainFolder, key);
  rows.push(
    await pairs(
      `encrypted: objectives of four quarters and the year, ${text}, against a plain one`,
      () => evaluateTime(stores[0]),
      () => evaluateTime(stores[1]),
      { atMost: 1.1 },
      { runs: runs * 3 },
    ),
    await pairs(
      `encrypted: a copy of ${text} (VACUUM INTO), against copying the file`,
      () => backupTime(stores[0]),
      () => copyTime(folder),
      { atMost: 3 },
      { runs },
    ),
  );
  close();
  rows.push(await rekeyRow(folder, key, text, quick ? 2 : 5), await passphraseRow(quick ? 2 : 7));
  return rows;
}

async function importTime(records: readonly Dossier[], key: Uint8Array | undefined): Promise<number> {
  const store = openStore(join(workFolder('encryption'), 'data'), { create: true, key });
  try {
    const source = memorySource(records);
    const request = { fileName: 'ds.csv', options: DEFAULT_IMPORT_OPTIONS, mode: 'commit' } as const;
    const start = performance.now();
    const { result } = await importRecords(source, request, benchWorkspace(store));
    const time = performance.now() - start;
    assert.equal(balanceOf(result).added, records.length);
    return time;
  } finally {
    store.close();
  }
}

const openTime = (folder: string, key: Uint8Array | undefined): Promise<number> =>
  milliseconds(() => openStore(folder, { key }).close());

function scanTime(folder: string, key: Uint8Array | undefined): Promise<number> {
  const db = openDatabase(join(folder, DATABASE_FILE), { fileMustExist: true, timeout: 0, key });
  db.pragma('cache_size = 10');
  return milliseconds(() => db.value('SELECT sum(length(search)) FROM dossier NOT INDEXED')).finally(() =>
    db.close(),
  );
}

function opened(folder: string, plain: string, key: Uint8Array): [readonly [Store, Store], () => void] {
  const stores = [openStore(folder, { key }), openStore(plain, {})] as const;
  return [
    stores,
    () => {
      for (const store of stores) store.close();
    },
  ];
}

function evaluateTime(store: Store): Promise<number> {
  const sources = { dossiers: store.dossiers.counts, ledgers: store.entries, scheme: 'nd09' } as const;
  const objectives = benchTargets().objectives.filter(({ formula }) => formula.startsWith('dossier.'));
  const periods = benchPeriods();
  return milliseconds(() => {
    for (let n = 0; n < 5; n += 1)
      for (const period of periods) evaluateTrend(objectives, 'commune', period, sources);
  });
}

async function backupTime(store: Store): Promise<number> {
  const target = join(workFolder('encryption-copy'), 'copy.db');
  return milliseconds(() => store.backupTo(target));
}

function copyTime(folder: string): Promise<number> {
  const target = join(workFolder('encryption-copy'), 'copy.db');
  return milliseconds(() => {
    copyFileSync(join(folder, DATABASE_FILE), target);
    const file = openSync(target, 'r+');
    fsyncSync(file);
    closeSync(file);
  });
}

/** A new key for the whole book: encrypted beside it, compared row by row, swapped, the old file wiped. */
async function rekeyRow(folder: string, key: Uint8Array, text: string, runs: number): Promise<BenchRow> {
  const times: number[] = [];
  const copies: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const work = join(workFolder('encryption-rekey'), 'data');
    cpSync(folder, work, { recursive: true });
    const { milliseconds: taken } = await encryptFolder(work, {
      from: key,
      to: BENCH_KEY,
      keepKey: () => {},
    });
    times.push(taken);
    rmSync(work, { recursive: true, force: true });
    copies.push(await copyTime(folder));
  }
  return row(
    `encrypted: a new key for ${text}, compared value by value, against copying the file`,
    `${median(times).toFixed(0)} ms`,
    `${median(copies).toFixed(0)} ms`,
    median(times.map((time, run) => time / (copies[run] ?? Number.NaN))),
    null,
  );
}

/** What one passphrase costs whoever signs in, and whoever guesses. */
async function passphraseRow(runs: number): Promise<BenchRow> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1)
    times.push(await milliseconds(() => deriveKey('mật khẩu', Buffer.alloc(16, run), COSTS)));
  const { N, r, p } = COSTS;
  return row(
    `one passphrase tried (scrypt N=${N} r=${r} p=${p})`,
    `${median(times).toFixed(0)} ms`,
    '',
    1,
    null,
  );
}
