import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterScroll,
  elementHeight,
  MAX_ELEMENT_HEIGHT,
  offsetShowing,
  TALL_START,
  towards,
} from '#renderer/ui/tall-scroll.ts';

const MILLION = { list: 34_000_000, view: 600 };
const SMALL = { list: 3_400, view: 600 };

describe('scrolling a tall list', () => {
  it('leaves a list that fits as it is', () => {
    expect(elementHeight(SMALL.list)).toBe(3_400);
    expect(afterScroll(TALL_START, 1234, SMALL).list).toBe(1234);
    expect(towards(2_000, SMALL)).toEqual({ element: 2_000, list: 2_000 });
  });

  it('never makes an element taller than a browser can', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000_000 }),
        (list) => elementHeight(list) <= MAX_ELEMENT_HEIGHT,
      ),
    );
  });

  it('reaches both ends of a million rows by the scroll bar', () => {
    const end = afterScroll(TALL_START, elementHeight(MILLION.list) - MILLION.view, MILLION);
    expect(end.list).toBe(MILLION.list - MILLION.view);
    expect(afterScroll(end, 0, MILLION).list).toBe(0);
  });

  it('moves one to one under the wheel', () => {
    const middle = towards(17_000_000, MILLION);
    expect(afterScroll(middle, middle.element + 100, MILLION).list).toBe(middle.list + 100);
    expect(afterScroll(middle, middle.element - 100, MILLION).list).toBe(middle.list - 100);
  });

  it('stays inside the list whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: MAX_ELEMENT_HEIGHT - 600, noNaN: true }), { maxLength: 40 }),
        (stops) => {
          let place = TALL_START;
          for (const stop of stops) place = afterScroll(place, stop, MILLION);
          return place.list >= 0 && place.list <= MILLION.list - MILLION.view;
        },
      ),
    );
  });

  it('shows a row with the least movement', () => {
    expect(offsetShowing(0, 34, 340, 600)).toBe(0);
    expect(offsetShowing(12, 34, 340, 600)).toBe(340);
    expect(offsetShowing(40, 34, 340, 600)).toBe(41 * 34 - 600);
  });
});
