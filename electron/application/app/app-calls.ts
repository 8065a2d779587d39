import { join } from 'node:path';
import { abilitiesOf } from '#shared/domain/rights.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { KEYRING_DOCUMENTS, strangeTimes } from '../access/kept-keyring.ts';
import { demandPassphrase, emptyStore, recoverBy, unlockBy } from '../access/sign-in.ts';
import { createSlowDown, SIGN_IN_FILE } from '../access/slow-down.ts';
import { isRemotePath } from '../backups/remote-path.ts';
import { longTask } from '../long-task.ts';
import type { Store } from '../ports.ts';
import { check } from './check.ts';
import { clockBehind } from './clock-behind.ts';
import { diagnostics } from './diagnostics.ts';
import { hasProfile, readProfile } from './documents.ts';
import { checkProfile, initialise } from './initialise.ts';
import type { AppParts } from './parts.ts';
import { shownPreferences } from './preferences.ts';
import { fillSample } from './sample.ts';

type AppChannel = Extract<ServiceChannel, `app.${string}` | `tasks.${string}`>;
type AppCalls = { readonly [C in AppChannel]: (input: Parsed<C>) => Promise<Output<C>> };

/** Faults of whoever tries a way in that is not theirs. */
const WRONG: ReadonlySet<ErrorCode> = new Set(['PASSPHRASE_WRONG', 'RECOVERY_KEY_WRONG']);

/** The calls that concern the folder as a whole and work without one: first start, signing in, sample, repair. */
export function createAppCalls(parts: AppParts): AppCalls & {
  savedAt(): string | null;
  /** {@link Backend.signIn}. */
  signIn(login: string, passphrase: string): Promise<void>;
  /** Notes in the log that a strange keyring was put out of the way, and for whoever just came in. */
  tellStrange(store: Store): Promise<void>;
  /** {@link Backend.strangeKeyring}. */
  strangeTimes(): number;
} {
  const { folder, session, preferences, files, tasks } = parts;
  const slowDown = createSlowDown(join(parts.dataDir, SIGN_IN_FILE));

  /** How often a strange keyring was put out of the way before whoever is here came in. */
  let strangeKeyring = 0;

  const savedAt = (): string | null => {
    const at = folder.state.kind === 'open' ? folder.state.store.lastWriteAt : null;
    return at === null ? null : localTime(at);
  };

  const state = async (): Promise<AppState> => {
    await parts.open();
    // What stood in the way may be gone (another window, a folder on a stick): asking again tries again.
    if (folder.state.kind === 'repair') await reopen(preferences.value.sample);
    return describe(parts, savedAt());
  };

  const reopen = async (sample: boolean): Promise<void> => {
    session.signOut();
    const opened = await folder.open(sample);
    if (opened.kind === 'open') session.enterFirst(opened.store);
  };

  /** Lets somebody act whose passphrase opened the folder, and remembers who, for the next time. */
  const enter = (store: Store, login: string): void => {
    session.enter(store, login);
    if (folder.state.kind === 'open' && !folder.state.sample) preferences.set({ lastLogin: login });
  };

  const signIn = async (login: string, passphrase: string): Promise<void> => {
    const { state: found } = folder;
    if (found.kind === 'none') throw new AppError('DATA_FOLDER_MISSING');
    if (found.kind === 'repair') throw found.fault;
    // The sample commune is open to everybody under every name.
    if (found.kind === 'open' && found.sample) return enter(found.store, login);
    const store = await patiently(login, async () => {
      if (found.kind !== 'open') return unlockBy(folder, login, passphrase, parts.costs);
      // Another person takes over: who is there stays until the passphrase is right.
      await demandPassphrase(folder, login, passphrase, parts.costs);
      return found.store;
    });
    enter(store, login);
    await tellFailures(store, login);
    return undefined;
  };

  /** Who can sign in, as far as that is known now. */
  const people = (): readonly { readonly login: string }[] => {
    const { state: now } = folder;
    if (now.kind === 'locked') return now.people;
    return now.kind === 'open' ? now.store.users.list() : [];
  };

  /** Lets somebody try who has not just been wrong too often, and counts what is wrong. */
  const patiently = async (login: string, work: () => Promise<Store>): Promise<Store> => {
    slowDown.demandPatience(login);
    try {
      return await work();
    } catch (fault) {
      // Only people that there are: nobody fills the file with names.
      const known = people().some((person) => person.login === login);
      const wrong = fault instanceof AppError && WRONG.has(fault.code);
      if (known && wrong) slowDown.failed(login);
      throw fault;
    }
  };

  /** How often somebody was wrong before they were right is remembered with the book; what they typed is not. */
  const tellFailures = async (store: Store, login: string): Promise<void> => {
    const times = slowDown.succeeded(login);
    if (times > 0)
      await store.write((tx) => tx.tell({ kind: 'sign-in-failures', subject: { login, times } }));
    await tellStrange(store);
  };

  const tellStrange = async (store: Store): Promise<void> => {
    const times = strangeTimes(store);
    strangeKeyring = times;
    if (times === 0) return;
    await store.write((tx) => {
      tx.tell({ kind: 'access', subject: { deed: 'strange-keyring', times } });
      tx.putDocument(KEYRING_DOCUMENTS.strange, 0);
    });
  };

  /** Opens the unit's own folder again after the sample was closed or could not be made. */
  const backToOwn = async (): Promise<void> => {
    folder.removeSample();
    preferences.set({ sample: false });
    await reopen(false);
  };

  return {
    savedAt,
    signIn,
    tellStrange,
    strangeTimes: () => strangeKeyring,
    'app.state': state,
    'app.initialise': async ({ profile, login, passphrase, backupFolder }) => {
      await parts.open();
      checkProfile(profile, parts.resourcesDir);
      if (!profile.users.some((user) => user.login === login))
        throw new AppError('RECORD_INVALID', {}, { fieldErrors: { login: 'unknown' } });
      const chosen = backupFolder === null ? null : files.resolve(backupFolder);
      if (chosen !== null && isRemotePath(chosen)) throw new AppError('BACKUP_PLACE_REMOTE');
      const store = await emptyStore(folder, profile.users, passphrase, parts.costs);
      store.actAs(() => ({ login, at: parts.clock.now() }));
      await initialise(store, { profile, backupFolder: chosen });
      enter(store, login);
      return state();
    },
    'app.openSample': async () => {
      await parts.open();
      if (folder.state.kind === 'open' && folder.state.sample) return state();
      folder.removeSample();
      try {
        const store = await folder.createSample();
        // Nobody is there yet; the log's first lines bear the same clock as all that follow.
        store.actAs(() => ({ login: '', at: parts.clock.now() }));
        await fillSample(store, session, parts.resourcesDir, parts.files, parts.workspace);
        preferences.set({ sample: true });
      } catch (error) {
        await backToOwn();
        throw error;
      }
      return state();
    },
    'app.leaveSample': async () => {
      await parts.open();
      if (preferences.value.sample || (folder.state.kind === 'open' && folder.state.sample))
        await backToOwn();
      return state();
    },
    'app.signIn': async ({ login, passphrase }) => {
      await parts.open();
      await signIn(login, passphrase);
      return state();
    },
    'app.recover': async ({ login, recoveryKey, passphrase }) => {
      await parts.open();
      const store = await patiently(login, () =>
        recoverBy(folder, { login, recoveryKey, passphrase }, parts.costs),
      );
      enter(store, login);
      await tellFailures(store, login);
      await store.write((tx) => tx.tell({ kind: 'access', subject: { deed: 'recovered', login } }));
      return state();
    },
    'app.signOut': async () => {
      // Whoever leaves on purpose wants to be asked again, also where the key store would open the folder.
      const { actor } = session;
      if (folder.keyring?.keystore.some(({ login }) => login === actor?.login))
        preferences.set({ lastLogin: null });
      session.signOut();
      await parts.leave();
      return state();
    },
    'app.setPreferences': async (chosen) => {
      preferences.set(chosen);
      return state();
    },
    'app.diagnostics': async () => {
      await parts.open();
      return { text: diagnostics(parts) };
    },
    'app.warnings': async () => {
      await parts.workspace();
      return { strangeKeyring, copyAhead: await parts.copyAhead() };
    },
    'app.check': async ({ task }) => {
      const workspace = await parts.workspace();
      return check(workspace.store, longTask(workspace, task, 'checking'));
    },
    'tasks.cancel': async ({ task }) => {
      tasks.cancel(task);
      return {};
    },
  };
}

function describe(
  { folder, session, preferences, version, clock }: AppParts,
  savedAt: string | null,
): AppState {
  const { state } = folder;
  const base = {
    version,
    today: clock.today(),
    preferences: shownPreferences(preferences.value),
    savedAt,
    sample: false,
    unit: null,
    users: [],
    user: null,
    plain: false,
    recoverable: false,
    clockBehind: null,
    fault: null,
  };
  if (state.kind === 'none') return { ...base, phase: 'first-start' };
  if (state.kind === 'repair') return { ...base, phase: 'repair', fault: faultOf(state.fault) };
  if (state.kind === 'locked') {
    return {
      ...base,
      phase: 'sign-in',
      users: waiting(state.people, preferences.value.lastLogin),
      plain: state.keyring === null,
      recoverable: state.keyring !== null && state.keyring.recovery !== null,
    };
  }
  // A folder whose making was cut off before its profile was written begins anew with the three questions.
  if (!hasProfile(state.store)) return { ...base, phase: 'first-start' };
  // What goes on behind the sign-in page is nobody's business there.
  if (session.actor === null && !state.sample)
    return {
      ...base,
      phase: 'sign-in',
      users: waiting(folder.keyring?.people ?? [], preferences.value.lastLogin),
      recoverable: folder.keyring?.recovery !== null,
    };
  const users = state.store.users
    .list()
    .filter(({ retiredAt }) => !retiredAt)
    .map(({ login, name, role }) => ({ login, name, role, hasPassphrase: !state.sample }));
  const { actor } = session;
  const known = users.find(({ login }) => login === actor?.login);
  const user = actor && known ? { ...known, abilities: abilitiesOf(actor) } : null;
  return {
    ...base,
    phase: user === null ? 'sign-in' : 'ready',
    sample: state.sample,
    unit: readProfile(state.store).unit,
    users,
    user,
    recoverable: state.sample || folder.keyring?.recovery !== null,
    clockBehind: user === null || state.sample ? null : clockBehind(state.store, clock),
  };
}

/** People before one of them has signed in; whoever was here last stands first: they are chosen when the page opens. */
function waiting(
  people: readonly { readonly login: string; readonly name: string; readonly hasPassphrase?: boolean }[],
  lastLogin: string | null,
): AppState['users'] {
  const first = (login: string): number => (login === lastLogin ? 0 : 1);
  return people
    .map(({ login, name, hasPassphrase = true }) => ({ login, name, role: null, hasPassphrase }))
    .sort((a, b) => first(a.login) - first(b.login));
}

function faultOf(error: unknown): AppState['fault'] {
  return error instanceof AppError
    ? { code: error.code, params: { ...error.params } }
    : { code: 'INTERNAL', params: {} };
}

/** `HH:mm` by the machine's clock of a UTC instant. */
function localTime(instant: string): string {
  const time = new Date(instant);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
