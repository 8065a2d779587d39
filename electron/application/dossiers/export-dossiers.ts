import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dossier } from '#shared/domain/dossier.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';

/** Writes what a filter finds as a workbook that imports back unchanged. Throws `AppError` CANCELLED; no file is left then. */
export async function exportDossiers(
  { filter, target, task }: Parsed<'dossiers.export'>,
  workspace: Workspace,
): Promise<Output<'dossiers.export'>> {
  const { writeRecords } = await import('#electron/export/index.ts');
  const { store, clock, files, language } = workspace;
  const signal = workspace.signal(task);
  const path = files.resolve(target);
  const today = clock.today();
  const total = store.dossiers.index(filter, today).length;
  const told = (done: number) => workspace.notify({ kind: 'progress', task, phase: 'saving', done, total });
  try {
    const records = watched(store.dossiers.batches(filter, today), signal, told);
    const rows = await writeRecords('dossiers', records, path, language ?? 'vi');
    return { rows, saved: describeFile(target, path) };
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw error;
  }
}

/** Pages as they are, telling how many records went by and giving others their turn. */
async function* watched(
  batches: Iterable<Dossier[]>,
  signal: AbortSignal,
  told: (done: number) => void,
): AsyncGenerator<Dossier[]> {
  let done = 0;
  for (const batch of batches) {
    signal.throwIfAborted();
    yield batch;
    done += batch.length;
    told(done);
    await nextTurn();
  }
}
