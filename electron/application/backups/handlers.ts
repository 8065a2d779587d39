import { basename } from 'node:path';
import type { Output } from '#shared/ipc/contract.ts';
import { DOCUMENT_KEYS } from '../app/documents.ts';
import type { Handlers, Workspace } from '../context.ts';
import { backUp, backupFolder, readLastBackup } from './back-up.ts';

type BackupChannel = 'backups.state' | 'backups.choose' | 'backups.now';

/** Copies of the book in a folder of the office's choice. */
export const backupHandlers: Handlers<BackupChannel> = {
  'backups.state': (_input, workspace) => stateOf(workspace),
  'backups.choose': async ({ folder }, workspace) => {
    const path = folder === null ? null : workspace.files.resolve(folder);
    await workspace.store.write((tx) =>
      path === null
        ? tx.removeDocument(DOCUMENT_KEYS.backupFolder)
        : tx.putDocument(DOCUMENT_KEYS.backupFolder, path),
    );
    if (path !== null) await backUp(workspace);
    return stateOf(workspace);
  },
  'backups.now': async (_input, workspace) => {
    await backUp(workspace);
    return stateOf(workspace);
  },
};

function stateOf({ store }: Workspace): Output<'backups.state'> {
  const folder = backupFolder(store);
  const last = readLastBackup(store);
  return {
    folder: folder === null ? null : basename(folder) || folder,
    last: last && { at: last.at, file: last.file },
  };
}
