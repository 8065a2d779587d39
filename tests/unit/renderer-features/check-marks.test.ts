import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flagCalls,
  type Marks,
  nextMark,
  splitScans,
  withAllLeft,
  withMark,
} from '#renderer/features/dossiers/model/check-marks.ts';

const none: Marks = new Map();

describe('marks of the paper check', () => {
  it('cycles by the space bar', () => {
    expect([undefined, true, false].map(nextMark)).toEqual([true, false, null]);
    expect(withMark(withMark(none, 7, true), 7, null).size).toBe(0);
  });

  it('marks all that are left and touches none that is marked', () => {
    expect([...withAllLeft(withMark(none, 2, false), [1, 2, 3])]).toEqual([
      [2, false],
      [1, true],
      [3, true],
    ]);
  });

  it('saves each value by one call; codes count as matching', () => {
    const marks = withMark(withMark(none, 1, true), 2, false);
    expect(flagCalls(marks, ['A'])).toEqual([
      { ids: [1], codes: ['A'], value: true },
      { ids: [2], codes: [], value: false },
    ]);
    expect(flagCalls(none, [])).toEqual([]);
  });

  it('saves every mark exactly once, however many a call takes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.integer({ min: 1, max: 9 }),
        (ids, codes, limit) => {
          const marks: Marks = new Map(ids.map((id) => [id, id % 3 !== 0]));
          const calls = flagCalls(marks, codes, limit);
          expect(calls.every((one) => one.ids.length <= limit && one.codes.length <= limit)).toBe(true);
          expect(new Map(calls.flatMap((one) => one.ids.map((id) => [id, one.value])))).toEqual(marks);
          expect(calls.flatMap((one) => one.codes)).toEqual(codes);
        },
      ),
    );
  });
});

describe('scanned and pasted codes', () => {
  it('are whole when their line ends', () => {
    expect(splitScans('HS-1\nHS-2\r\n HS-3 \n\nHS-4')).toEqual({
      codes: ['HS-1', 'HS-2', 'HS-3'],
      rest: 'HS-4',
    });
    expect(splitScans('HS-1')).toEqual({ codes: [], rest: 'HS-1' });
    expect(splitScans('A\tB;C,D\n')).toEqual({ codes: ['A', 'B', 'C', 'D'], rest: '' });
  });
});
