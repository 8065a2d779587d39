import { useEffect } from 'react';
import { showFault } from '../ui/toast.tsx';
import { call, onNotice, toFault } from './bridge.ts';
import { holdWork, useLocked } from './locked.ts';
import { applyAppState, useSession } from './session.ts';

/** How often it is looked whether nobody was there for long enough, in milliseconds. */
const LOOK_MS = 5000;
/** What shows that somebody is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Closes the book until a passphrase is given: the page shows nothing of it, and the program answers nothing. What is
 * being typed stays for whoever typed it. Nothing in the sample commune, which is open to everybody.
 */
export async function lockScreen(): Promise<void> {
  const { app } = useSession.getState();
  if (app?.phase !== 'ready' || app.sample || app.user === null || useLocked.getState().login !== null)
    return;
  holdWork(app.user.login, 'asked');
  try {
    applyAppState(await call('app.signOut', {}));
  } catch (reason) {
    useLocked.setState({ login: null });
    showFault(toFault(reason));
  }
}

/** Locks when nobody was there for so many minutes; work under way (an import) counts as somebody. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let last = Date.now();
    const seen = () => {
      last = Date.now();
    };
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
    const stop = onNotice((notice) => {
      if (notice.kind === 'progress') seen();
    });
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) void lockScreen();
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      stop();
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [minutes]);
}
