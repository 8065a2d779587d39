import { create } from 'zustand';
import type { PeriodScheme } from '#shared/domain/period.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { forgetLastChoice } from '../keys/store.ts';
import { showDone } from '../ui/toast.tsx';
import { type CallFault, call, onNotice, toFault } from './bridge.ts';
import { holdWork, useLocked } from './locked.ts';
import { useNavigation } from './navigation.ts';
import { exchangePerson, forgetPeople } from './person-state.ts';
import { forgetQueries, keepAnswer } from './use-query.ts';
import { showLanguage, words } from './words.ts';

interface Session {
  /** What the program said of itself last; null before its first answer. */
  readonly app: AppState | null;
  /** Why the program gave no answer. */
  readonly fault: CallFault | null;
  /** Local time `HH:mm` of the last acknowledged write. */
  readonly savedAt: string | null;
}

/** Who works on which folder. Changed only by {@link applyAppState} and by news from the program. */
export const useSession = create<Session>(() => ({ app: null, fault: null, savedAt: null }));

/**
 * Takes over an answer of one of the `app.*` calls that open, leave or change the session; `figures` asked beside it.
 * `replaced`: the book is another one although unit and person may be the same (a restore).
 */
export function applyAppState(
  app: AppState,
  figures: Promise<Overview | null> | null = null,
  replaced = false,
): void {
  const before = useSession.getState().app;
  const another =
    before !== null &&
    (replaced ||
      before.sample !== app.sample ||
      before.phase !== app.phase ||
      before.user?.login !== app.user?.login);
  const { login: locked } = useLocked.getState();
  // Behind the sign-in page the work of whoever locked the screen waits as it was.
  const waits = !replaced && locked !== null && (app.phase === 'sign-in' || app.user?.login === locked);
  if (another) forgetQueries();
  if (replaced || before?.sample !== app.sample) forgetPeople();
  if (another && !waits) {
    // What was begun behind a locked screen is there again for whoever began it, and for nobody else.
    exchangePerson(replaced || app.sample ? null : locked, app.user?.login ?? null);
    forgetLastChoice();
  }
  if (replaced || app.phase !== 'sign-in') useLocked.setState({ login: null });
  showLanguage(app.preferences.language);
  useSession.setState({ app, fault: null, savedAt: app.savedAt });
  if (app.phase === 'ready' && useNavigation.getState().period === null) void findPeriod(figures);
}

/**
 * Takes over the period to begin with, and its figures: one answer says both. At a start `asked` is already under way,
 * beside the question about the session; where it found no open folder, it is asked again.
 */
async function findPeriod(asked: Promise<Overview | null> | null): Promise<void> {
  try {
    const overview = (await asked) ?? (await call('evaluation.overview', {}));
    const { id, scheme } = overview.evaluation.period;
    if (scheme !== null) setScheme(scheme);
    if (id === null || useNavigation.getState().period !== null) return;
    keepAnswer('evaluation.overview', { period: id }, overview);
    useNavigation.setState({ period: id });
  } catch (reason) {
    useSession.setState({ fault: toFault(reason) });
  }
}

/** Tells the navigation by which scheme periods follow each other. */
export function setScheme(scheme: PeriodScheme): void {
  useNavigation.setState({ scheme });
}

/**
 * First questions to the program, both at once; also after it was restarted. The figures are asked for before it is
 * known whether a folder is open: where none is, their fault says nothing new.
 */
export async function loadSession(): Promise<void> {
  const figures = call('evaluation.overview', {}).catch(() => null);
  try {
    applyAppState(await call('app.state', {}), figures);
  } catch (reason) {
    useSession.setState({ fault: toFault(reason) });
  }
}

/** Follows the program's news for as long as the window lives. */
export function followNews(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'changed') useSession.setState({ savedAt: localTime(notice.savedAt) });
    if (notice.kind === 'service-restarted') void afterRestart();
  });
}

/**
 * The service ended and was started again. Its key went with it, so that whoever works is asked for the passphrase as
 * after a lock, and finds what they were typing; where nobody has to sign in (sample, key store) it is only told.
 */
async function afterRestart(): Promise<void> {
  const { app } = useSession.getState();
  const user = app?.phase === 'ready' && !app.sample ? app.user : null;
  if (user !== null && useLocked.getState().login === null) holdWork(user.login, 'restart');
  await loadSession();
  const { app: now } = useSession.getState();
  if (app?.phase === 'ready' && now?.phase === 'ready') showDone(words.t('common:restarted.told'));
}

/** `HH:mm` out of `HH:mm` or of an ISO instant (shown in the machine's own time). */
function localTime(savedAt: string): string {
  if (/^\d\d:\d\d/.test(savedAt)) return savedAt.slice(0, 5);
  const at = new Date(savedAt);
  if (Number.isNaN(at.getTime())) return savedAt;
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
