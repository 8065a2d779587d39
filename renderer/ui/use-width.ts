import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Pixels a table has before it was measured: the room on a window of 1366 × 768. */
const ROOM = 900;

/** The width of an element within its borders, px, whenever it changes (a pane opens, the window is zoomed). */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(ROOM);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    // Before the next picture: columns of the former width would be seen for a moment.
    const observer = new ResizeObserver(() => flushSync(() => setWidth(measured.clientWidth)));
    observer.observe(measured);
    setWidth(measured.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
