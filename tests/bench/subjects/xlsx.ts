import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readRecords } from '#electron/import/index.ts';
import { readEntry, readZipDirectory } from '#electron/import/zip.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { type BenchRow, median, pairs, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { sampleXlsx } from '../sample/list-file.ts';

const RSS_GOAL_MB = 350;

/** Reading a workbook as an import reads it, against inflating its entries; and the memory a process needs for it. */
export async function xlsx({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const total = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const path = sampleXlsx(total);
  const name = `xlsx of ${total.toLocaleString('en')} rows × 20`;
  const rows = [
    await pairs(
      `reading the cells of an ${name}, against inflating it`,
      () => cells(path, total),
      () => inflating(path),
      { atMost: 5 },
      { runs: quick ? 3 : 9 },
    ),
    await pairs(
      `the same with every value understood as a record's`,
      () => records(path, total),
      () => inflating(path),
      null,
      { runs: quick ? 3 : 9 },
    ),
  ];
  const peaks = Array.from({ length: 3 }, () => peakOfChild(path, total));
  const idle = peakOfChild('', 0);
  const peak = median(peaks);
  rows.push(
    row(
      `peak memory of a process that reads that ${name} as records, against one that reads nothing`,
      `${peak.toFixed(0)} MB`,
      `${idle.toFixed(0)} MB`,
      peak / idle,
      null,
    ),
  );
  rows.push(
    row('the same against the limit', `${peak.toFixed(0)} MB`, `${RSS_GOAL_MB} MB`, peak / RSS_GOAL_MB, {
      atMost: 1,
    }),
  );
  return rows;
}

async function cells(path: string, total: number): Promise<number> {
  const { openFile } = await import('#electron/import/open-file.ts');
  const start = performance.now();
  const { source } = await openFile(path, {});
  let rows = 0;
  for await (const chunk of source.rows(0)) rows += chunk.rows.length;
  if (rows !== total + 1) throw new Error(`${rows} rows`);
  return performance.now() - start;
}

async function records(path: string, total: number): Promise<number> {
  const start = performance.now();
  await readAll(path, total);
  return performance.now() - start;
}

/** Reads a file as an import does and throws the records away. */
export async function readAll(path: string, total: number): Promise<void> {
  const source = await readRecords(path, DEFAULT_IMPORT_OPTIONS);
  let good = 0;
  for await (const batch of source.batches) good += batch.filter(({ kind }) => kind === 'record').length;
  if (good !== total) throw new Error(`${good} records of ${total}`);
}

/** The floor: the file read and every entry inflated. */
function inflating(path: string): number {
  const start = performance.now();
  const file = readFileSync(path);
  for (const entry of readZipDirectory(file).values()) readEntry(file, entry);
  return performance.now() - start;
}

function peakOfChild(path: string, total: number): number {
  const child = fileURLToPath(new URL('../peak-memory.ts', import.meta.url));
  return Number(execFileSync(process.execPath, [child, path, String(total)], { encoding: 'utf8' })) / 1024;
}
