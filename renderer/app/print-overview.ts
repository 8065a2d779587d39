import { goTo, useNavigation } from './navigation.ts';

/** Prints Tổng quan through the system's dialog, from whichever screen; its style sheet lays it out for paper. */
export function printOverview(): void {
  if (useNavigation.getState().screen !== 'overview') goTo('overview');
  else useNavigation.setState({ paletteOpen: false });
  // Two frames: the palette is gone and the screen stands.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => window.print(), 50)));
}
