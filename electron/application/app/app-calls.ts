import { AppError } from '#shared/errors.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { check } from './check.ts';
import { diagnostics } from './diagnostics.ts';
import { hasProfile, readProfile } from './documents.ts';
import { checkProfile, initialise } from './initialise.ts';
import type { AppParts } from './parts.ts';
import { shownPreferences } from './preferences.ts';
import { fillSample } from './sample.ts';

type AppChannel = Extract<ServiceChannel, `app.${string}` | `tasks.${string}`>;
type AppCalls = { readonly [C in AppChannel]: (input: Parsed<C>) => Promise<Output<C>> };

/** The calls that concern the folder as a whole and work without one: first start, signing in, sample, repair. */
export function createAppCalls(parts: AppParts): AppCalls & { savedAt(): string | null } {
  const { folder, session, preferences, files, tasks } = parts;

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
    if (opened.kind === 'open') session.resume(opened.store, sample, preferences.value.lastLogin);
  };

  /** Signs in and remembers who, so that the next start need not ask where there is no passphrase. */
  const enter = async (login: string, passphrase: string): Promise<void> => {
    if (folder.state.kind !== 'open') throw new AppError('DATA_FOLDER_MISSING');
    await session.signIn(folder.state.store, login, passphrase);
    if (!folder.state.sample) preferences.set({ lastLogin: login });
  };

  /** Opens the unit's own folder again after the sample was closed or could not be made. */
  const backToOwn = async (): Promise<void> => {
    folder.removeSample();
    preferences.set({ sample: false });
    await reopen(false);
  };

  return {
    savedAt,
    'app.state': state,
    'app.initialise': async ({ profile, login, passphrase, backupFolder }) => {
      await parts.open();
      checkProfile(profile, parts.resourcesDir);
      if (!profile.users.some((user) => user.login === login))
        throw new AppError('RECORD_INVALID', {}, { fieldErrors: { login: 'unknown' } });
      const { state: found } = folder;
      const store =
        found.kind === 'open' && !hasProfile(found.store) ? found.store : await folder.create(false);
      const own = (each: string): string | null => (each === login ? passphrase : null);
      await initialise(store, {
        profile,
        passphraseOf: own,
        backupFolder: backupFolder === null ? null : files.resolve(backupFolder),
      });
      await enter(login, passphrase ?? '');
      return state();
    },
    'app.openSample': async () => {
      await parts.open();
      if (folder.state.kind === 'open' && folder.state.sample) return state();
      folder.removeSample();
      try {
        const store = await folder.create(true);
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
      await enter(login, passphrase);
      return state();
    },
    'app.signOut': async () => {
      session.signOut();
      preferences.set({ lastLogin: null });
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
    'app.check': async () => check((await parts.workspace()).store),
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
  const base = { version, today: clock.today(), preferences: shownPreferences(preferences.value), savedAt };
  const { state } = folder;
  const closed = { ...base, sample: false, unit: null, users: [], user: null, fault: null };
  if (state.kind === 'none') return { ...closed, phase: 'first-start' };
  if (state.kind === 'repair') return { ...closed, phase: 'repair', fault: faultOf(state.fault) };
  // A folder whose making was cut off before its profile was written begins anew with the three questions.
  if (!hasProfile(state.store)) return { ...closed, phase: 'first-start' };
  const users = state.store.users.list().map(({ login, name, role, passphraseHash }) => ({
    login,
    name,
    role,
    hasPassphrase: passphraseHash !== null,
  }));
  const user = users.find(({ login }) => login === session.actor?.login) ?? null;
  return {
    ...base,
    phase: user === null ? 'sign-in' : 'ready',
    sample: state.sample,
    unit: readProfile(state.store).unit,
    users,
    user,
    fault: null,
  };
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
