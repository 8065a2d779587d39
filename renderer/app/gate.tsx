import { useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useRecoveryAsked } from '../access/ask.ts';
import { useRestoreAsked } from '../backup/ask.ts';
import { warmOverview } from './routes.tsx';
import { useSession } from './session.ts';
import { EmptyShell, Shell } from './shell.tsx';

const FirstStart = lazy(() => import('../features/start/first-start.tsx'));
const SignIn = lazy(() => import('../features/start/sign-in.tsx'));
const Repair = lazy(() => import('../features/start/repair.tsx'));
const RestoreDialog = lazy(() => import('../backup/restore-dialog.tsx'));
const RecoveryDialog = lazy(() => import('../access/recovery-dialog.tsx'));

/** The window, and over whichever of its states the dialog that restores a backup. */
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
    </>
  );
}

/** Which of the window's states is shown: starting, first start, sign-in, repair, or the work itself. */
function Phase() {
  const app = useSession((session) => session.app);
  const fault = useSession((session) => session.fault);
  const recovery = useRecoveryAsked(({ asked }) => asked);
  const [warm, setWarm] = useState(false);
  useEffect(() => void warmOverview().then(() => setWarm(true)), []);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const colourScheme = app?.preferences.colourScheme;
  useEffect(() => {
    // Setting it anew lays the whole page out again even when nothing changes.
    if (colourScheme && colourScheme !== colorScheme) setColorScheme(colourScheme);
  }, [colourScheme, colorScheme, setColorScheme]);

  if (app === null) return fault ? <Repair fault={fault} /> : <EmptyShell />;
  switch (app.phase) {
    case 'first-start':
      return <FirstStart app={app} />;
    case 'sign-in':
      return <SignIn app={app} />;
    case 'repair':
      return <Repair fault={app.fault} />;
    case 'ready':
      // The frame comes with its first screen: what waits for a chunk within it would be held back by React.
      return warm ? (
        <>
          <Shell app={app} />
          {recovery ? (
            <Suspense fallback={null}>
              <RecoveryDialog />
            </Suspense>
          ) : null}
        </>
      ) : (
        <EmptyShell />
      );
  }
}
