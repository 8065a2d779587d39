import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dossier } from '#shared/domain/dossier.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import { demandAbility } from '../app/rights.ts';
import type { Workspace } from '../context.ts';
import { maskedRecord } from '../masking/masked-dossier.ts';
import { numberSearch, searchTold } from '../masking/number-search.ts';

/**
 * Writes what a filter finds as a workbook that imports back unchanged, ID numbers masked; with `numbers` whole, for
 * whoever may see them, and the log says so with the reason before the file is begun. Throws `AppError` FORBIDDEN, or
 * CANCELLED; no file is left then.
 */
export async function exportDossiers(
  { filter, target, task, numbers = null }: Parsed<'dossiers.export'>,
  workspace: Workspace,
): Promise<Output<'dossiers.export'>> {
  const { writeRecords } = await import('#electron/export/index.ts');
  const { store, clock, files, language, actor } = workspace;
  if (numbers !== null) demandAbility(actor, 'see-numbers');
  const signal = workspace.signal(task);
  const path = files.resolve(target);
  const today = clock.today();
  const search = numberSearch(actor);
  const { length: total } = await searchTold(
    filter.search,
    workspace,
    (allowed) => store.dossiers.index(filter, today, allowed),
    (found) => found.length,
  );
  const told = (done: number) => workspace.notify({ kind: 'progress', task, phase: 'saving', done, total });
  try {
    if (numbers !== null) {
      const subject = { count: total, file: basename(path), reason: numbers.reason };
      await store.write((tx) => tx.tell({ kind: 'numbers-exported', subject }));
    }
    const batches = watched(store.dossiers.batches(filter, today, search), signal, told);
    const records = numbers === null ? masked(batches) : batches;
    const rows = await writeRecords('dossiers', records, path, language ?? 'vi');
    return { rows, saved: describeFile(target, path) };
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw error;
  }
}

async function* masked(batches: AsyncIterable<Dossier[]>): AsyncGenerator<Dossier[]> {
  for await (const batch of batches) yield batch.map(maskedRecord);
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
