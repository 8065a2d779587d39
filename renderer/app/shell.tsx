import { lazy, Suspense, useEffect, useState } from 'react';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { useOpenPaper } from '../papers/open-paper.ts';
import { useAskedPaper } from '../printing/ask.ts';
import { usePrintKey } from '../printing/use-print-key.ts';
import { ClockBand } from './clock-band.tsx';
import { useClosedQuestion } from './closed-reason.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useIdleLock } from './lock.ts';
import { useNavigation } from './navigation.ts';
import { Rail } from './rail.tsx';
import { screenComponent, warmRoutes } from './routes.tsx';
import { SampleBand } from './sample-band.tsx';
import classes from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';

const Palette = lazy(() => import('../features/palette/palette.tsx'));
const Toasts = lazy(() => import('./toasts.tsx'));
const SignInWarnings = lazy(() => import('./sign-in-warnings.tsx'));
const ClosedReasonDialog = lazy(() => import('./closed-reason-dialog.tsx'));
const PrintDialog = lazy(() => import('../printing/print-dialog.tsx'));
const PaperHost = lazy(() => import('../papers/paper-host.tsx'));

/** The frame while the program has not answered yet: the same lines, nothing to press. */
export function EmptyShell() {
  return (
    <div className={classes.app} aria-busy="true">
      <div className={classes.rail} />
      <div className={classes.main} />
    </div>
  );
}

/** The window at work: rail, screen, palette, messages. */
export function Shell({ app }: { app: AppState }) {
  const screen = useNavigation((navigation) => navigation.screen);
  const [settled, setSettled] = useState(false);
  const [paletteUsed, setPaletteUsed] = useState(false);
  const paletteOpen = useNavigation((navigation) => navigation.paletteOpen);
  const asksReason = useClosedQuestion((asked) => asked.question !== null);
  const showsPaper = useOpenPaper((open) => open.paper !== null);
  const asksToPrint = useAskedPaper((asked) => asked.paper !== null);
  useShortcuts();
  usePrintKey();
  useIdleLock(app.preferences.lockMinutes);
  useEffect(() => {
    // What the first figures do not need comes after them.
    const timer = setTimeout(() => {
      setSettled(true);
      warmRoutes();
    }, 1200);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (paletteOpen) setPaletteUsed(true);
  }, [paletteOpen]);

  const Current = screenComponent(screen);
  return (
    <div className={classes.app}>
      <Rail app={app} />
      <main className={classes.main} id="main" tabIndex={-1}>
        {app.sample ? <SampleBand /> : null}
        <ClockBand behind={app.clockBehind} />
        <ErrorBoundary resetKey={screen}>
          <Suspense fallback={<div className={classes.waiting} aria-busy="true" />}>
            {Current ? <Current /> : null}
          </Suspense>
        </ErrorBoundary>
      </main>
      <Suspense fallback={null}>
        {paletteUsed || settled ? <Palette /> : null}
        {settled ? <Toasts /> : null}
        {settled && !app.sample ? <SignInWarnings /> : null}
        {asksReason ? <ClosedReasonDialog /> : null}
        {asksToPrint ? <PrintDialog /> : null}
        {showsPaper ? <PaperHost /> : null}
      </Suspense>
    </div>
  );
}
