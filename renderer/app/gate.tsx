import { useMantineColorScheme } from '@mantine/core';
import { Activity, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { useRecoveryAsked } from '../access/ask.ts';
import { useRestoreAsked } from '../backup/ask.ts';
import { HelpHost } from '../help/help-host.tsx';
import { focusBefore, useLocked } from './locked.ts';
import { warmOverview } from './routes.tsx';
import { useSession } from './session.ts';
import { EmptyShell, Shell } from './shell.tsx';

const FirstStart = lazy(() => import('../features/start/first-start.tsx'));
const SignIn = lazy(() => import('../features/start/sign-in.tsx'));
const Repair = lazy(() => import('../features/start/repair.tsx'));
const RestoreDialog = lazy(() => import('../backup/restore-dialog.tsx'));
const RecoveryDialog = lazy(() => import('../access/recovery-dialog.tsx'));

/** The window, and over whichever of its states the dialog that restores a backup, and the guide. */
export function Gate() {
  const restoring = useRestoreAsked(({ asked }) => asked);
  return (
    <>
      <Phase />
      {restoring ? (
        <Suspense fallback={null}>
          <RestoreDialog />
        </Suspense>
      ) : null}
      <HelpHost />
    </>
  );
}

/** Which of the window's states is shown: starting, first start, sign-in, repair, or the work itself. */
function Phase() {
  const app = useSession((session) => session.app);
  const fault = useSession((session) => session.fault);
  const [warm, setWarm] = useState(false);
  useEffect(() => void warmOverview().then(() => setWarm(true)), []);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const colourScheme = app?.preferences.colourScheme;
  useEffect(() => {
    // Setting it anew lays the whole page out again even when nothing changes.
    if (colourScheme && colourScheme !== colorScheme) setColorScheme(colourScheme);
  }, [colourScheme, colorScheme, setColorScheme]);

  const locked = useLocked(({ login }) => login);
  // What the hidden work was drawn from last; the answers of the sign-in page know nothing of it.
  const ready = useRef<AppState | null>(null);
  if (app?.phase === 'ready') ready.current = app;
  const owner = app?.phase === 'ready' ? (app.user?.login ?? null) : locked;
  const working = app?.phase === 'ready' && locked === null;
  useEffect(() => {
    if (working) focusBefore();
  }, [working]);

  if (app === null) return fault ? <Repair fault={fault} /> : <EmptyShell />;
  return (
    <>
      {warm && owner !== null && ready.current !== null ? (
        // Hidden, it keeps what was typed, and asks and shows nothing.
        <Activity key={`${owner} ${ready.current.sample}`} mode={working ? 'visible' : 'hidden'}>
          <Shell app={ready.current} />
        </Activity>
      ) : null}
      <Before app={app} warm={warm} working={working} />
    </>
  );
}

/** All that is shown in place of the work, and what may lie over it. */
function Before({ app, warm, working }: { app: AppState; warm: boolean; working: boolean }) {
  const recovery = useRecoveryAsked(({ asked }) => asked);
  switch (app.phase) {
    case 'first-start':
      return <FirstStart app={app} />;
    case 'sign-in':
      return <SignIn app={app} />;
    case 'repair':
      return <Repair fault={app.fault} />;
    case 'ready':
      // The frame comes with its first screen: what waits for a chunk within it would be held back by React.
      if (!warm || !working) return <EmptyShell />;
      return recovery ? (
        <Suspense fallback={null}>
          <RecoveryDialog />
        </Suspense>
      ) : null;
  }
}
