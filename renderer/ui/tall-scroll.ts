/**
 * Scrolling a list taller than a browser can make an element.
 *
 * Chromium clamps elements at 2^25 px, divided by the zoom; a million rows of 34 px are more. The scroll bar
 * then stands for the list in proportion, while small movements (wheel, keys) stay one to one.
 */

/** Tallest element used, px: safe up to 300 % zoom. */
export const MAX_ELEMENT_HEIGHT = 10_000_000;

export interface TallScroll {
  /** `scrollTop` of the element, px. */
  readonly element: number;
  /** Offset in the list that it stands for, px. */
  readonly list: number;
}

/** Sizes, px: the whole list, the window on it. */
export interface TallSizes {
  readonly list: number;
  readonly view: number;
}

export const TALL_START: TallScroll = { element: 0, list: 0 };

/** Height that the element gets for a list. */
export function elementHeight(list: number): number {
  return Math.min(list, MAX_ELEMENT_HEIGHT);
}

/** Where the list stands after the element was scrolled to `scrollTop`. */
export function afterScroll(before: TallScroll, scrollTop: number, sizes: TallSizes): TallScroll {
  const listEnd = Math.max(0, sizes.list - sizes.view);
  const elementEnd = Math.max(0, elementHeight(sizes.list) - sizes.view);
  if (sizes.list <= MAX_ELEMENT_HEIGHT) return { element: scrollTop, list: Math.min(scrollTop, listEnd) };
  // Half a pixel: zoomed pages stop at fractions.
  if (scrollTop <= 0.5) return { element: scrollTop, list: 0 };
  if (scrollTop >= elementEnd - 0.5) return { element: scrollTop, list: listEnd };
  const step = scrollTop - before.element;
  const list = Math.abs(step) < 3 * sizes.view ? before.list + step : (scrollTop / elementEnd) * listEnd;
  return { element: scrollTop, list: Math.min(listEnd, Math.max(0, list)) };
}

/** Where to put the element so that the list shows `offset`; inverse of {@link afterScroll}. */
export function towards(offset: number, sizes: TallSizes): TallScroll {
  const listEnd = Math.max(0, sizes.list - sizes.view);
  const elementEnd = Math.max(0, elementHeight(sizes.list) - sizes.view);
  const list = Math.min(listEnd, Math.max(0, offset));
  if (sizes.list <= MAX_ELEMENT_HEIGHT) return { element: list, list };
  return { element: listEnd === 0 ? 0 : Math.round((list / listEnd) * elementEnd), list };
}

/** Offset that brings row `index` into view with the least movement; the present one when it is in view. */
export function offsetShowing(index: number, rowHeight: number, offset: number, view: number): number {
  const top = index * rowHeight;
  if (top < offset) return top;
  if (top + rowHeight > offset + view) return top + rowHeight - view;
  return offset;
}
