import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { AppError } from '#shared/errors.ts';
import type { DrillResult } from '#shared/ipc/contract/backups.ts';
import { check } from '../app/check.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';
import { compareLastReport } from './compare-report.ts';
import type { FoundCopy } from './copies.ts';
import { DRILL_FOLDER } from './drill-folder.ts';
import type { BackupManifest } from './manifest.ts';
import { unpack } from './unpack.ts';

/** Checks after reading: pages, opening, rules and chain, last report. */
const CHECKS = 4;

export interface DrillOptions {
  readonly copy: FoundCopy & { readonly manifest: BackupManifest };
  readonly where: DrillResult['where'];
  /** The folder's key, and those of before: which of them opens the copy is tried. Lent. */
  readonly keys: readonly Uint8Array[];
  /** Progress and cancelling go by this id. */
  readonly task: string;
}

/**
 * Tries whether a copy could be restored: unpacks it into a temporary folder, reads every page, opens it as a book of
 * its own (an older form is brought to the present one), runs the whole check, counts the last signed report anew and
 * compares. Whatever is wrong with the copy is part of the answer. The running book is not touched. Throws `AppError`
 * CANCELLED, OUTPUT_UNWRITABLE.
 */
export async function drill(workspace: Workspace, options: DrillOptions): Promise<DrillResult> {
  const { clock, dataDir, notify, signal } = workspace;
  const { copy, where, task } = options;
  const { manifest } = copy;
  const folder = join(dataDir, DRILL_FOLDER);
  const start = performance.now();
  const stop = signal(task);
  const advance = (phase: 'reading' | 'checking', done: number, total: number): void => {
    if (stop.aborted) throw new AppError('CANCELLED');
    notify({ kind: 'progress', task, phase, done, total });
  };
  const found: { problems: string[]; report: DrillResult['report'] } = { problems: [], report: null };
  try {
    advance('reading', 0, copy.size);
    await unpack(copy.path, folder, (done, total) => advance('reading', done, total));
    await checkCopy(workspace, folder, options, found, (done) => advance('checking', done, CHECKS));
  } catch (error) {
    const { storageFault } = await import('#electron/persistence/open-database.ts');
    // Whatever the storage finds here is the copy's: thrown on it would pass for damage of the open book.
    const fault = storageFault(error);
    const line = lineOf(fault);
    if (line === null) throw fault;
    found.problems.push(line);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const { problems, report } = found;
  if (report !== null && report.differing.length > 0 && report.corrections === 0)
    problems.push(`REPORT ${report.differing.join(', ')}`.slice(0, 500));
  return {
    at: clock.now(),
    day: clock.today(),
    ok: problems.length === 0,
    file: copy.name,
    where,
    madeAt: manifest.madeAt,
    counts: manifest.counts,
    problems: problems.slice(0, 50),
    report,
    milliseconds: Math.round(performance.now() - start),
  };
}

async function checkCopy(
  workspace: Workspace,
  folder: string,
  { copy: { manifest }, keys }: DrillOptions,
  found: { problems: string[]; report: DrillResult['report'] },
  checked: (done: number) => void,
): Promise<void> {
  const { inspectCopy } = await import('#electron/persistence/inspect-copy.ts');
  const { openStore } = await import('#electron/persistence/open-store.ts');
  const path = join(folder, DATABASE_FILE);
  checked(0);
  await breath();
  const { key, counts } = firstThatOpens(keys, (each) => inspectCopy(path, each));
  if (JSON.stringify(counts) !== JSON.stringify(manifest.counts)) found.problems.push('COUNTS');
  checked(1);
  await breath();
  const store: Store = openStore(folder, { key });
  try {
    checked(2);
    await breath();
    found.problems.push(...(await check(store)).problems);
    checked(3);
    await breath();
    found.report = compareLastReport({ ...workspace, store, dataDir: folder });
    checked(CHECKS);
  } finally {
    store.close();
  }
}

function firstThatOpens<T extends object>(
  keys: readonly Uint8Array[],
  tryOne: (key: Uint8Array) => T,
): T & { key: Uint8Array } {
  let fault: unknown = new AppError('DATA_DAMAGED', { reason: 'key' });
  for (const key of keys) {
    try {
      return { ...tryOne(key), key };
    } catch (error) {
      fault = error;
    }
  }
  throw fault;
}

/** Lets a cancelling get through between two checks. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is wrong with the copy, as a line; null for what is no matter of the copy. */
function lineOf(error: unknown): string | null {
  if (!(error instanceof AppError) || error.code === 'CANCELLED' || error.code === 'OUTPUT_UNWRITABLE')
    return null;
  return [error.code, ...Object.entries(error.params).map(([name, value]) => `${name}=${value ?? ''}`)]
    .join(' ')
    .slice(0, 500);
}
