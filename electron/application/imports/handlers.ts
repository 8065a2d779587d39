import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { inspectFile, writeBadRows } from '#electron/import/index.ts';
import { isLedgerId } from '#shared/domain/ledgers/registry.ts';
import { AppError } from '#shared/errors.ts';
import { recordKind } from '#shared/import/kinds.ts';
import type { ImportEntry } from '#shared/ipc/contract/imports.ts';
import { demandLedgerRight } from '../app/rights.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Handlers, Workspace } from '../context.ts';
import { longTask } from '../long-task.ts';
import { followImport } from './follow-import.ts';
import { withRemembered } from './remembered-mappings.ts';
import { runImport } from './run-import.ts';

type ImportChannel =
  | 'imports.fields'
  | 'imports.inspect'
  | 'imports.preview'
  | 'imports.commit'
  | 'imports.list'
  | 'imports.badRows'
  | 'imports.undo'
  | 'imports.saveBadRows';

/** Importing lists: look, check, take over, take back. */
export const importHandlers: Handlers<ImportChannel> = {
  'imports.fields': ({ kind }) => recordKind(kind).fields.map(({ field, required }) => ({ field, required })),
  'imports.inspect': ({ file, options }, { files, store }) =>
    inspectFile(files.resolve(file), withRemembered(options, store)),
  'imports.preview': ({ file, options, task }, workspace) => {
    const path = workspace.files.resolve(file);
    return runImport({ path, fileName: basename(path), options, mode: 'preview', task }, workspace);
  },
  'imports.commit': async ({ file, options, task, sha256 }, workspace) => {
    const path = workspace.files.resolve(file);
    return (
      await runImport({ path, fileName: basename(path), options, mode: 'commit', task, sha256 }, workspace)
    ).result;
  },
  'imports.list': (_input, { store }) => store.imports.list(),
  'imports.badRows': ({ importId }, { store }) => {
    const found = store.imports.get(importId);
    if (!found) throw new AppError('IMPORT_UNKNOWN', { id: importId });
    return [...found.badRows];
  },
  'imports.undo': ({ importId, reason, task }, workspace) =>
    undoImport(importId, workspace, reason ?? null, task),
  'imports.saveBadRows': async ({ file, options, target }, workspace) => {
    const path = workspace.files.resolve(file);
    const targetPath = workspace.files.resolve(target);
    const { result } = await runImport(
      { path, fileName: basename(path), options, mode: 'preview' },
      workspace,
    );
    const rows = await writeBadRows(
      path,
      withRemembered(options, workspace.store),
      result.badRows,
      targetPath,
      workspace.language,
    );
    return { rows, saved: { token: target, name: basename(targetPath), size: statSync(targetPath).size } };
  },
};

/** Restores the book as it was before an import. Throws `AppError` IMPORT_UNKNOWN, IMPORT_NOT_UNDOABLE, PERIOD_CLOSED, CANCELLED. */
export async function undoImport(
  importId: number,
  workspace: Workspace,
  reason: string | null = null,
  task?: string,
): Promise<ImportEntry> {
  const { store, actor, clock } = workspace;
  const kind = store.imports.get(importId)?.kind ?? 'dossiers';
  const told = longTask(workspace, task, 'saving');
  if (isLedgerId(kind)) demandLedgerRight(kind, actor);
  await writeGuarded(workspace, reason, async (tx) => {
    const own = store.entries.entries('procedures');
    for (const steps of tx.undoingImport(importId, { user: actor.login, at: clock.now(), reason }))
      await told(steps);
    await followImport(tx, workspace, kind, own, []);
    return { keep: true, value: null };
  });
  const entry = store.imports.list().find(({ id }) => id === importId);
  if (!entry) throw new AppError('IMPORT_UNKNOWN', { id: importId });
  return entry;
}
