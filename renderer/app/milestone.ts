import { call } from './bridge.ts';

const told = new Set<string>();

/** Tells main once that the page got so far, after it was painted. Milliseconds since the navigation began. */
export function milestone(name: 'shell' | 'interactive'): void {
  if (told.has(name)) return;
  told.add(name);
  requestAnimationFrame(() => {
    const at = Math.max(0, performance.now());
    // A window that nobody listens to (tests of single screens) loses nothing by it.
    void call('window.milestone', { name, at }).catch(() => undefined);
  });
}
