import { join } from 'node:path';
import { clearUnfinished } from '#electron/common/unfinished.ts';
import type { TokenLauncher } from '#electron/token/token-process.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { createAccessCalls } from './access/access-calls.ts';
import type { Keystore } from './access/keystore.ts';
import { unlockByKeystore } from './access/sign-in.ts';
import type { StoreOpener } from './access/store-opener.ts';
import { createAppCalls } from './app/app-calls.ts';
import { clockFrom } from './app/clock.ts';
import { createFileTokens, type FileRegister } from './app/file-tokens.ts';
import { createFolder, type FolderState } from './app/folder.ts';
import { createKeptFigures } from './app/kept-figures.ts';
import { type Log, openLog } from './app/log.ts';
import type { AppParts } from './app/parts.ts';
import type { ScryptCosts } from './app/passphrases.ts';
import { openPreferences } from './app/preferences.ts';
import { demandRight, needsSignIn } from './app/rights.ts';
import { createSession, type Session } from './app/session.ts';
import { storageFaultOf } from './app/storage-guard.ts';
import { storeOpener } from './app/store-opener.ts';
import { createTasks } from './app/tasks.ts';
import { createTurns } from './app/turns.ts';
import { createBookCopies } from './backups/book-copies.ts';
import { clearPassingFolders } from './backups/passing-folders.ts';
import type { Moment } from './backups/tend.ts';
import type { Clock, TokenPort, Workspace } from './context.ts';
import { handlerOf, writes } from './handler-groups.ts';

export interface BackendOptions {
  /** The data folder; the sample commune, the log and the preferences lie in it too. */
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly version: string;
  /** For `SCL_TODAY`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly opener?: StoreOpener;
  /** The machine's store for secrets; without it (command line) only passphrases and the recovery sheet open a folder. */
  readonly keystore?: Keystore;
  /** Costs of new passphrases; lower ones than the program's own are for tests. */
  readonly costs?: ScryptCosts;
  /** How a folder lies on another machine, null where it does not; for tests, which have one machine. */
  readonly remote?: (folder: string) => string | null;
  /** Always the unit's own folder, even where the window shows the sample commune (command line). */
  readonly ownOnly?: boolean;
  /** Language of words in answers; that of the preferences when absent. */
  readonly language?: 'vi' | 'en';
  /** Starts the process that holds a token's library; without it tokens cannot be used. */
  readonly launchToken?: TokenLauncher;
  notify?(notice: Notice): void;
}

/** All use cases of the program over one data folder; the window's service and the command line each make one. */
export interface Backend {
  readonly files: FileRegister;
  readonly session: Session;
  /** How often a strange keyring was put out of the way before whoever is here came in. */
  readonly strangeKeyring: number;
  /**
   * Looks at the folder where that has not happened yet, and opens it as far as nobody has to sign in; a fault becomes
   * the phase `repair`.
   */
  open(): Promise<FolderState>;
  /** Opens the folder as one of its people, the first of the keyring where none is named. Throws `AppError`. */
  signIn(login: string | null, passphrase: string): Promise<void>;
  /** Answers a call whose input was parsed. Throws `AppError`; anything else is a fault of the program. */
  call<C extends ServiceChannel>(channel: C, input: Parsed<C>): Promise<Output<C>>;
  /** Parses, then answers. */
  callUnparsed(channel: string, input: unknown): Promise<unknown>;
  /** What use cases work on, for callers that need more than the calls give. Throws like a call would. */
  workspace(): Promise<Workspace>;
  /** Looks after the copies of the unit's own book (backups/tend.ts); nothing where it is not open. */
  backUpIfDue(moment: Moment): Promise<void>;
  close(): Promise<void>;
}

/** A backend over one data folder; nothing is opened before the first call that needs it. */
export function createBackend(options: BackendOptions): Backend {
  const clock = options.clock ?? clockFrom(options.environment ?? {});
  const log = options.log ?? openLog(join(options.dataDir, 'logs'));
  const files = createFileTokens();
  const tasks = createTasks();
  const turns = createTurns();
  const preferences = openPreferences(join(options.dataDir, 'preferences.json'));
  const { launchToken } = options;
  const tokens: TokenPort | undefined = launchToken && { launch: launchToken };
  const folder = createFolder(options.dataDir, options.opener ?? storeOpener, options.costs, options.remote);
  const session = createSession(clock, folder);
  const notify = options.notify ?? (() => {});
  const copies = createBookCopies({ folder, clock, files, log, version: options.version });
  const figures = createKeptFigures(clock);
  const guarded = { folder, session, log, notify };
  let opening: Promise<FolderState> | null = null;
  let running = 0;
  let idle: (() => void) | null = null;
  let leaving = false;

  const open = (): Promise<FolderState> => {
    const sample = options.ownOnly !== true && preferences.value.sample;
    // Files that somebody saves there; the book's own passing names are tidied by whatever makes them.
    if (opening === null) void clearUnfinished(options.dataDir);
    opening ??= clearPassingFolders(options.dataDir)
      .then(() => folder.open(sample))
      // A sample that is gone, or was made by an older version, leaves the unit's own folder.
      .then((found) => (found.kind === 'none' && sample ? folder.open(false) : found))
      .then(async (state) => {
        const { keystore } = options;
        const { lastLogin } = preferences.value;
        if (state.kind === 'open') session.enterFirst(state.store);
        else if (keystore !== undefined) {
          const store = await unlockByKeystore(folder, lastLogin, keystore);
          if (store !== null && lastLogin !== null) {
            session.enter(store, lastLogin);
            await appCalls.tellStrange(store);
          }
        }
        return folder.state;
      })
      // The table of people may be the damaged one.
      .catch(async (error: unknown) => {
        const fault = await storageFaultOf(error, guarded);
        if (folder.state.kind !== 'repair') throw fault;
        return folder.state;
      });
    return opening;
  };

  const workspaceOf = (state: FolderState): Workspace => {
    if (state.kind === 'none') throw new AppError('DATA_FOLDER_MISSING');
    if (state.kind === 'repair') throw state.fault;
    const { actor } = session;
    if (actor === null || state.kind === 'locked') throw new AppError('FORBIDDEN', { role: null });
    const { store, dataDir, sample } = state;
    return {
      store,
      clock,
      files,
      actor,
      resourcesDir: options.resourcesDir,
      dataDir,
      version: options.version,
      sample,
      language: options.language ?? preferences.value.language,
      ...(tokens === undefined ? {} : { tokens }),
      notify,
      signal: tasks.signal,
    };
  };

  const workspace = async (): Promise<Workspace> => {
    await open();
    return workspaceOf(folder.state);
  };

  /** {@link AppParts.leave}; `own`: calls under way that wait for it themselves. */
  const leave = async (own: 0 | 1): Promise<void> => {
    const away = () => session.actor === null && folder.state.kind === 'open' && !folder.state.sample;
    leaving = false;
    if (!away()) return;
    if (running === own)
      await copies.tend('closing').catch((error: unknown) => void log.fault(error, 'backup'));
    if (!away()) return;
    if (running === own) await folder.lock();
    else leaving = true;
  };

  const parts: AppParts = {
    ...options,
    clock,
    log,
    files,
    folder,
    session,
    preferences,
    tasks,
    open,
    workspace,
    leave: () => leave(1),
    copyAhead: copies.copyAhead,
  };
  const appCalls = createAppCalls(parts);
  const ownCalls = {
    ...appCalls,
    ...createAccessCalls(
      { folder, session, workspace, turns, dataDir: options.dataDir },
      options.keystore ?? null,
      options.costs,
    ),
  };

  /** The calls on copies; loaded on first use, one set of them for good: a restore goes on from call to call. */
  let loaded: Promise<Record<string, unknown>> | null = null;
  const copyCalls = (): Promise<Record<string, unknown>> => {
    loaded ??= Promise.all([
      import('./backups/backup-calls.ts'),
      import('./backups/restore-calls.ts'),
      import('./merge/merge-calls.ts'),
    ]).then(([{ createBackupCalls }, { createRestoreCalls }, { createMergeCalls }]) => ({
      ...createBackupCalls(parts),
      ...createRestoreCalls(parts, () => appCalls['app.state']({})),
      ...createMergeCalls(parts),
    }));
    return loaded;
  };

  async function answer<C extends ServiceChannel>(channel: C, input: Parsed<C>): Promise<unknown> {
    const calls = /^(backups|restore|merge)\./.test(channel) ? await copyCalls() : ownCalls;
    const own = calls[channel as keyof typeof calls] as ((input: Parsed<C>) => unknown) | undefined;
    if (own !== undefined && !needsSignIn(channel)) return own(input);
    const space = await workspace();
    demandRight(channel, space.actor, input);
    if (own !== undefined) return own(input);
    if (channel === 'imports.commit') await copies.beforeImport((input as Parsed<'imports.commit'>).file);
    const handler = await handlerOf(channel);
    return figures.answer(channel, input, () => handler(input, space));
  }

  /** In its turn; what stops other work, and whoever waits for the folder by themselves, wait for nobody. */
  function call<C extends ServiceChannel>(channel: C, input: Parsed<C>): Promise<Output<C>> {
    return channel === 'tasks.cancel' || channel === 'access.rekey'
      ? answered(channel, input)
      : turns.beside(() => answered(channel, input));
  }

  async function answered<C extends ServiceChannel>(channel: C, input: Parsed<C>): Promise<Output<C>> {
    running += 1;
    const task = taskOf(channel, input);
    try {
      return (await answer(channel, input)) as Output<C>;
    } catch (error) {
      throw await storageFaultOf(error, guarded);
    } finally {
      const changed = writes(channel, input);
      if (changed !== null) {
        figures.forget();
        if (changed !== 'folder' && folder.state.kind === 'open') {
          const savedAt = appCalls.savedAt() ?? '';
          for (const what of changed) notify({ kind: 'changed', what, savedAt });
        }
      }
      if (task !== null) tasks.end(task);
      running -= 1;
      if (running === 0 && leaving) {
        running += 1;
        await leave(1);
        running -= 1;
      }
      if (running === 0) idle?.();
    }
  }

  return {
    files,
    session,
    get strangeKeyring() {
      return appCalls.strangeTimes();
    },
    open,
    async signIn(login, passphrase) {
      await open();
      const { state } = folder;
      if (state.kind === 'repair') throw state.fault;
      const first = state.kind === 'locked' ? state.people[0]?.login : undefined;
      try {
        await appCalls.signIn(login ?? first ?? '', passphrase);
      } catch (error) {
        throw await storageFaultOf(error, guarded);
      }
    },
    call,
    async callUnparsed(channel, input) {
      const { isChannel, parseInput } = await import('./parse-call.ts');
      if (!isChannel(channel)) throw new AppError('NOT_ALLOWED_HERE', { channel: channel.slice(0, 60) });
      const { contract } = await import('#shared/ipc/contract.ts');
      if (contract[channel].place !== 'service') throw new AppError('NOT_ALLOWED_HERE', { channel });
      return call(channel as ServiceChannel, parseInput(channel, input) as Parsed<ServiceChannel>);
    },
    workspace,
    backUpIfDue: (moment) => turns.beside(() => copies.tend(moment)),
    async close() {
      // What runs may finish: a commit that was acknowledged to nobody is better than one cut off.
      if (running > 0) await new Promise<void>((resolve) => (idle = resolve));
      folder.close();
    },
  };
}

/** The id under which a long call can be cancelled. */
function taskOf(channel: ServiceChannel, input: unknown): string | null {
  if (channel === 'tasks.cancel' || input === null || typeof input !== 'object' || !('task' in input))
    return null;
  return typeof input.task === 'string' ? input.task : null;
}
