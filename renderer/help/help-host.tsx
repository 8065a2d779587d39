import { lazy, Suspense } from 'react';
import { useHelp } from './store.ts';
import { useHelpKeys } from './use-help-keys.ts';

const HelpDrawer = lazy(() => import('./help-drawer.tsx'));

/** The guide over whatever the window shows; its text is loaded when it is asked for. */
export function HelpHost() {
  const open = useHelp((help) => help.place !== null);
  useHelpKeys();
  return open ? (
    <Suspense fallback={null}>
      <HelpDrawer />
    </Suspense>
  ) : null;
}
