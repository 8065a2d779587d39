import { statSync } from 'node:fs';
import type { CopyAhead } from '#shared/ipc/contract/app.ts';
import { hasProfile } from '../app/documents.ts';
import type { FileRegister } from '../app/file-tokens.ts';
import type { Folder, FolderState } from '../app/folder.ts';
import type { Log } from '../app/log.ts';
import type { Clock } from '../context.ts';
import { withKeys } from './folder-key.ts';
import type { BackupSpace } from './make-copy.ts';
import type { Moment } from './tend.ts';

interface Parts {
  readonly folder: Folder;
  readonly clock: Clock;
  readonly files: FileRegister;
  readonly log: Log;
  readonly version: string;
}

/** What the backend does with the copies of the unit's own book; nothing where that is not open. */
export interface BookCopies {
  /** Looks after the copies (backups/tend.ts). Throws what making a copy throws. */
  tend(moment: Moment): Promise<void>;
  /** Before a large import. A copy that cannot be made is no reason not to import: an import can be undone. */
  beforeImport(file: string): Promise<void>;
  /** The copy that is ahead of the book, if there is one (backups/ahead.ts). */
  copyAhead(): Promise<CopyAhead | null>;
}

/** The parts that make copies are loaded on first use. */
export function createBookCopies({ folder, clock, files, log, version }: Parts): BookCopies {
  const withCopies = async (
    work: (copies: typeof import('./tend.ts'), space: BackupSpace) => Promise<unknown>,
  ): Promise<void> => {
    const { state } = folder;
    if (!isOwnBook(state)) return;
    const copies = await import('./tend.ts');
    const { store, dataDir } = state;
    await withKeys(folder, (keys) => work(copies, { store, dataDir, clock, version, keys }));
  };
  return {
    tend: (moment) => withCopies((copies, space) => copies.tend(space, moment)),
    async beforeImport(file) {
      try {
        const { size } = statSync(files.resolve(file));
        await withCopies((copies, space) => copies.copyBeforeImport(space, size));
      } catch (error) {
        log.fault(error, 'backup');
      }
    },
    async copyAhead() {
      const { state } = folder;
      if (!isOwnBook(state)) return null;
      const { store, dataDir } = state;
      const ahead = await import('./ahead.ts');
      return withKeys(folder, (keys) => ahead.copyAhead({ store, dataDir, clock, keys }));
    },
  };
}

/** Whether it is open and the unit's own: neither the sample commune nor one that is only being begun. */
function isOwnBook(state: FolderState): state is Extract<FolderState, { kind: 'open' }> {
  return state.kind === 'open' && !state.sample && hasProfile(state.store);
}
