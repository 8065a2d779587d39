import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runImport } from '#electron/application/imports/run-import.ts';
import type { Store } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { Balance } from '#shared/ipc/contract/imports.ts';
import { type BenchRow, pairs } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { CliBaseline } from '../sample/cli-baseline.ts';
import { sampleCsv, sampleXlsx } from '../sample/list-file.ts';
import { workFolder } from '../sample/paths.ts';
import { BENCH_KEY, balanceOf, benchWorkspace } from '../sample/workspace.ts';

/** A file as people have it → records, against the command line that gets the same rows ready-made. */
export async function files({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const total = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const cli = await CliBaseline.of(total, 0);
  const runs = quick ? 3 : 7;
  for (const [kind, path, goal] of [
    ['CSV', sampleCsv(total), 0.65],
    ['xlsx', sampleXlsx(total), 0.5],
  ] as const) {
    const name = `${kind} file of ${total.toLocaleString('en')} rows × 20`;
    rows.push(
      await pairs(
        `${name} into a new folder`,
        () => first(path, total),
        () => cli.run(),
        { atLeast: goal },
        { runs, invert: true },
      ),
      await pairs(
        `${name} again, against the first time`,
        () => again(path, total),
        () => first(path, total),
        { atLeast: 1.8 },
        { runs, invert: true },
      ),
    );
  }
  return rows;
}

const EMPTY: Balance = { read: 0, added: 0, updated: 0, unchanged: 0, bad: 0, ignored: 0 };

async function first(path: string, total: number): Promise<number> {
  const store = newStore();
  const time = await timed(store, path, { ...EMPTY, read: total, added: total });
  store.close();
  return time;
}

async function again(path: string, total: number): Promise<number> {
  const store = newStore();
  await timed(store, path, { ...EMPTY, read: total, added: total });
  const time = await timed(store, path, { ...EMPTY, read: total, unchanged: total });
  store.close();
  return time;
}

function newStore(): Store {
  return openStore(join(workFolder('files'), 'data'), { create: true, key: BENCH_KEY });
}

async function timed(store: Store, path: string, expected: Balance): Promise<number> {
  const start = performance.now();
  const { result, rows } = await runImport(
    { path, fileName: basename(path), options: DEFAULT_IMPORT_OPTIONS, mode: 'commit' },
    benchWorkspace(store),
  );
  const time = performance.now() - start;
  assert.deepEqual(balanceOf(result), expected, JSON.stringify(rows.find(({ kind }) => kind === 'bad')));
  return time;
}
