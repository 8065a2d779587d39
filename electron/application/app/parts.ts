import type { CopyAhead } from '#shared/ipc/contract/app.ts';
import type { Notice } from '#shared/ipc/result.ts';
import type { Clock, Workspace } from '../context.ts';
import type { FileRegister } from './file-tokens.ts';
import type { Folder, FolderState } from './folder.ts';
import type { Log } from './log.ts';
import type { ScryptCosts } from './passphrases.ts';
import type { PreferencesFile } from './preferences.ts';
import type { Session } from './session.ts';
import type { Tasks } from './tasks.ts';

/** What the calls on the folder as a whole are made of. */
export interface AppParts {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: FileRegister;
  readonly folder: Folder;
  readonly session: Session;
  readonly preferences: PreferencesFile;
  readonly tasks: Tasks;
  /** Costs of new passphrases, where they are not the program's own. */
  readonly costs?: ScryptCosts;
  /**
   * Closes the folder after its last person left: at once, or when what they began is done (an import goes on behind
   * the sign-in page), unless somebody signed in by then.
   */
  leave(): Promise<void>;
  /** A copy within reach that holds what the book does not (backups/ahead.ts); null also for the sample commune. */
  copyAhead(): Promise<CopyAhead | null>;
  notify?(notice: Notice): void;
  open(): Promise<FolderState>;
  workspace(): Promise<Workspace>;
}
