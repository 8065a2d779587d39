import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Store } from '../ports.ts';

/** How a data folder is opened; given by whoever knows the storage. */
export interface StoreOpener {
  /** Whether the folder holds a database. */
  exists(dataDir: string): boolean;
  /** Opens the folder, or makes its database. Throws `AppError` DATA_FOLDER_BUSY, DATA_DAMAGED, DATA_FROM_FUTURE, … */
  open(dataDir: string, create: boolean): Promise<Store>;
}

/** The folder as it stands: none yet, open, or one that cannot be opened. */
export type FolderState =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly store: Store; readonly dataDir: string; readonly sample: boolean }
  | { readonly kind: 'repair'; readonly fault: unknown };

/** One data folder and, beside it, the sample commune; at most one of them is open. */
export interface Folder {
  readonly state: FolderState;
  /** Where the sample commune is kept. */
  readonly sampleDir: string;
  /** Opens the unit's own folder, or the sample. A fault is kept in the state, never thrown. */
  open(sample: boolean): Promise<FolderState>;
  /** Makes a new database. Throws DATA_FOLDER_NOT_EMPTY when the folder has one. */
  create(sample: boolean): Promise<Store>;
  /** Removes the sample commune wholly. */
  removeSample(): void;
  close(): void;
}

export function createFolder(dataDir: string, opener: StoreOpener): Folder {
  const sampleDir = join(dataDir, 'sample');
  let state: FolderState = { kind: 'none' };

  function close(): void {
    if (state.kind === 'open') state.store.close();
    state = { kind: 'none' };
  }

  return {
    sampleDir,
    get state() {
      return state;
    },
    async open(sample) {
      close();
      const dir = sample ? sampleDir : dataDir;
      try {
        if (opener.exists(dir))
          state = { kind: 'open', store: await opener.open(dir, false), dataDir: dir, sample };
      } catch (fault) {
        state = { kind: 'repair', fault };
      }
      return state;
    },
    async create(sample) {
      const dir = sample ? sampleDir : dataDir;
      if (opener.exists(dir)) throw new AppError('DATA_FOLDER_NOT_EMPTY');
      close();
      const store = await opener.open(dir, true);
      state = { kind: 'open', store, dataDir: dir, sample };
      return store;
    },
    removeSample() {
      if (state.kind === 'open' && state.sample) close();
      rmSync(sampleDir, { recursive: true, force: true, maxRetries: 5 });
    },
    close,
  };
}
