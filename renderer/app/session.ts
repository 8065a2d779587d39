import { create } from 'zustand';
import type { PeriodScheme } from '#shared/domain/period.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { forgetViews } from '../ledgers/store.ts';
import { type CallFault, call, onNotice, toFault } from './bridge.ts';
import { useNavigation } from './navigation.ts';
import { forgetQueries, prefetch } from './use-query.ts';
import { showLanguage } from './words.ts';

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

/** Takes over an answer of one of the `app.*` calls that open, leave or change the session. */
export function applyAppState(app: AppState): void {
  const before = useSession.getState().app;
  const another =
    before !== null &&
    (before.sample !== app.sample || before.phase !== app.phase || before.user?.login !== app.user?.login);
  if (another) {
    forgetQueries();
    forgetViews();
    useNavigation.setState({
      screen: 'overview',
      period: null,
      dossiers: { filter: {}, dossierId: null, compose: false, stamp: 0 },
      ledger: null,
      imports: { kind: 'dossiers', stamp: 0 },
      explain: null,
    });
  }
  showLanguage(app.preferences.language);
  useSession.setState({ app, fault: null, savedAt: app.savedAt });
  if (app.phase === 'ready' && useNavigation.getState().period === null) void findPeriod();
}

/** Asks for the period to begin with and, at the same time as the screen is loaded, for its figures. */
async function findPeriod(): Promise<void> {
  try {
    const [periods, settings] = await Promise.all([
      prefetch('evaluation.periods', {}),
      prefetch('settings.get', {}),
    ]);
    setScheme(settings.profile.periodScheme);
    if (useNavigation.getState().period === null) {
      useNavigation.setState({ period: periods.current });
      void prefetch('evaluation.overview', { period: periods.current }).catch(() => undefined);
    }
  } catch (reason) {
    useSession.setState({ fault: toFault(reason) });
  }
}

/** Tells the navigation by which scheme periods follow each other. */
export function setScheme(scheme: PeriodScheme): void {
  useNavigation.setState({ scheme });
}

/** First question to the program; also after it was restarted. */
export async function loadSession(): Promise<void> {
  try {
    applyAppState(await call('app.state', {}));
  } catch (reason) {
    useSession.setState({ fault: toFault(reason) });
  }
}

/** Follows the program's news for as long as the window lives. */
export function followNews(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'changed') useSession.setState({ savedAt: localTime(notice.savedAt) });
    if (notice.kind === 'service-restarted') void loadSession();
  });
}

/** `HH:mm` out of `HH:mm` or of an ISO instant (shown in the machine's own time). */
function localTime(savedAt: string): string {
  if (/^\d\d:\d\d/.test(savedAt)) return savedAt.slice(0, 5);
  const at = new Date(savedAt);
  if (Number.isNaN(at.getTime())) return savedAt;
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
