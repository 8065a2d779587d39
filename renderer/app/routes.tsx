import { type ComponentType, lazy } from 'react';
import { SCREENS, type Screen } from './navigation.ts';

type Loader = () => Promise<{ default: ComponentType }>;

// Every screen is the default export of features/<screen>/screen.tsx and becomes a chunk of its own.
const found = import.meta.glob<{ default: ComponentType }>('../features/*/screen.tsx');

/** Screens whose chunk is there. */
const there = new Map<Screen, ComponentType>();

function loaderOf(screen: Screen): Loader | null {
  const load = found[`../features/${screen}/screen.tsx`];
  if (load === undefined) return null;
  return async () => {
    // The first screen's styles come with the page; the others need those of every component.
    const [loaded] = await Promise.all([load(), screen === 'overview' ? null : import('./all-styles.ts')]);
    there.set(screen, loaded.default);
    return loaded;
  };
}

const lazily = Object.fromEntries(
  SCREENS.map((screen) => {
    const loader = loaderOf(screen);
    return [screen, loader && lazy(loader)];
  }),
) as Record<Screen, ComponentType | null>;

const chosen = new Map<Screen, ComponentType | null>();

/**
 * The component of a screen: itself where its chunk is there, else one that waits for it. A screen that is there is
 * drawn at once, whereas React shows what it has waited for no sooner than 300 ms after it began to wait. Whichever it
 * was the first time it stays, so that a screen is never taken down for its twin.
 */
export function screenComponent(screen: Screen): ComponentType | null {
  let component = chosen.get(screen);
  if (component === undefined) {
    component = there.get(screen) ?? lazily[screen];
    chosen.set(screen, component);
  }
  return component;
}

/** Loads the other screens' chunks once the first one stands, so that the next key opens at once. */
export function warmRoutes(): void {
  for (const screen of SCREENS) void loaderOf(screen)?.().catch(() => undefined);
}

let overview: Promise<void> | null = null;

/** Loads the first screen while the program is still being asked; settles when it is there, or cannot be had. */
export function warmOverview(): Promise<void> {
  overview ??= Promise.resolve(loaderOf('overview')?.()).then(
    () => undefined,
    () => undefined,
  );
  return overview;
}
