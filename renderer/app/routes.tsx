import { type ComponentType, lazy } from 'react';
import { SCREENS, type Screen } from './navigation.ts';

type Loader = () => Promise<{ default: ComponentType }>;

// Every screen is the default export of features/<screen>/screen.tsx and becomes a chunk of its own.
const found = import.meta.glob<{ default: ComponentType }>('../features/*/screen.tsx');

function loaderOf(screen: Screen): Loader | null {
  const load = found[`../features/${screen}/screen.tsx`];
  if (load === undefined || screen === 'overview') return load ?? null;
  return async () => {
    const [loaded] = await Promise.all([load(), import('./all-styles.ts')]);
    return loaded;
  };
}

export const routes = Object.fromEntries(
  SCREENS.map((screen) => {
    const loader = loaderOf(screen);
    return [screen, loader && lazy(loader)];
  }),
) as Record<Screen, ComponentType | null>;

/** Loads the other screens' chunks once the first one stands, so that the next key opens at once. */
export function warmRoutes(): void {
  for (const screen of SCREENS) void loaderOf(screen)?.().catch(() => undefined);
}

/** Begins to load the first screen while the program is still being asked. */
export function warmOverview(): void {
  void loaderOf('overview')?.().catch(() => undefined);
}
