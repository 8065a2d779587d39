import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useRef, useState } from 'react';
import {
  afterScroll,
  elementHeight,
  offsetShowing,
  TALL_START,
  type TallScroll,
  towards,
} from './tall-scroll.ts';

const OVERSCAN = 8;

export interface TallRows {
  /** Positions of the rows to draw. */
  readonly items: readonly { readonly index: number; readonly top: number }[];
  /** Height of the element that holds them, px. */
  readonly height: number;
  /** Rows in a window, for PgUp and PgDn. */
  readonly perPage: number;
  /** Whether the window has been measured: before, nothing can be shown. */
  readonly measured: boolean;
  /** Scrolls as little as needed to show a row. */
  show(index: number): void;
}

/** Rows of one height (px), any number of them, in a scrolling element, `headHeight` px of it under a sticky head. */
export function useTallRows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
): TallRows {
  const place = useRef<TallScroll>(TALL_START);
  const [view, setView] = useState(0);
  const listHeight = count * rowHeight;
  const sizes = useRef({ list: 0, view: 0 });
  sizes.current = { list: listHeight, view };

  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    getScrollElement: () => scroller.current,
    scrollToFn: () => undefined,
    observeElementRect: (_instance, report) => {
      const element = scroller.current;
      if (!element) return undefined;
      const measure = () => {
        const height = Math.max(0, element.clientHeight - headHeight);
        setView(height);
        report({ width: element.clientWidth, height });
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      return () => observer.disconnect();
    },
    observeElementOffset: (_instance, report) => {
      const element = scroller.current;
      if (!element) return undefined;
      const follow = (scrolling: boolean) => {
        if (element.scrollTop !== place.current.element)
          place.current = afterScroll(place.current, element.scrollTop, sizes.current);
        report(place.current.list, scrolling);
      };
      const onScroll = () => follow(true);
      follow(false);
      element.addEventListener('scroll', onScroll, { passive: true });
      return () => element.removeEventListener('scroll', onScroll);
    },
  });

  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const offset = offsetShowing(index, rowHeight, place.current.list, sizes.current.view);
      if (offset === place.current.list) return;
      const near = Math.abs(offset - place.current.list) < 3 * sizes.current.view;
      const to = near
        ? place.current.element + (offset - place.current.list)
        : towards(offset, sizes.current).element;
      const end = Math.max(0, elementHeight(sizes.current.list) - sizes.current.view);
      const inside = to > 0 && to < end;
      const target = inside ? { element: to, list: offset } : towards(offset, sizes.current);
      place.current = { element: target.element, list: target.list };
      element.scrollTop = target.element;
      // The element rounds; what it says of itself is where the next movement is measured from.
      place.current = { element: element.scrollTop, list: target.list };
      element.dispatchEvent(new Event('scroll'));
    },
    [scroller, rowHeight],
  );

  const shift = place.current.element - place.current.list;
  return {
    items: virtualizer.getVirtualItems().map((item) => ({ index: item.index, top: item.start + shift })),
    height: elementHeight(listHeight),
    measured: view > 0,
    perPage: Math.max(1, Math.floor(view / rowHeight) - 1),
    show,
  };
}
