import { basename } from 'node:path';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import { demandAbility } from '../app/rights.ts';
import type { Workspace } from '../context.ts';
import { longTask, toldOf } from '../long-task.ts';
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
  const path = files.resolve(target);
  const today = clock.today();
  const search = numberSearch(actor);
  const { length: total } = await searchTold(
    filter.search,
    workspace,
    (allowed) => store.dossiers.index(filter, today, allowed),
    (found) => found.length,
  );
  if (numbers !== null) {
    const subject = { count: total, file: basename(path), reason: numbers.reason };
    await store.write((tx) => tx.tell({ kind: 'numbers-exported', subject }));
  }
  const batches = toldOf(
    store.dossiers.batches(filter, today, search),
    total,
    longTask(workspace, task, 'saving'),
  );
  const records = numbers === null ? masked(batches) : batches;
  const rows = await writeRecords('dossiers', records, path, language ?? 'vi');
  return { rows, saved: describeFile(target, path) };
}

async function* masked(batches: AsyncIterable<Dossier[]>): AsyncGenerator<Dossier[]> {
  for await (const batch of batches) yield batch.map(maskedRecord);
}
