import { useEffect } from 'react';
import { showFault } from '../ui/toast.tsx';
import { call, onNotice, toFault } from './bridge.ts';
import { holdWork, useLocked } from './locked.ts';
import { applyAppState, useSession } from './session.ts';

/** How often it is looked whether nobody was there for long enough, in milliseconds. */
const LOOK_MS = 5000;
/** What is saved when it is left (fields, drafts) has begun to be by then, in milliseconds. */
const LEAVE_MS = 60;
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
  // The page shows nothing any more; the book is closed when what was begun is done.
  await new Promise((done) => setTimeout(done, LEAVE_MS));
  try {
    applyAppState(await call('app.signOut', {}));
  } catch (reason) {
    useLocked.setState({ login: null });
    showFault(toFault(reason));
  }
}

/** {@link lockScreen} chosen from the palette, which first gives the keyboard back to where it was. */
export function lockFromPalette(): void {
  setTimeout(() => void lockScreen(), LEAVE_MS);
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
