import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRecoveryKey, RECOVERY_SIGNS, readRecoveryKey } from '#shared/access/recovery-key.ts';

const key = fc.constant(null).map(() => makeRecoveryKey(randomBytes));

describe('a recovery key', () => {
  it('is seven groups of five signs that nobody takes for one another', () => {
    const made = makeRecoveryKey(randomBytes);
    expect(made).toMatch(/^([34679ACDEFGHJKMNPQRTWXY]{5}-){6}[34679ACDEFGHJKMNPQRTWXY]{5}$/);
    expect(RECOVERY_SIGNS).not.toMatch(/[01258BILOSUVZ]/);
    expect(makeRecoveryKey(randomBytes)).not.toBe(made);
  });

  it('gives every sign the same chance', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 1000; n += 1)
      for (const [index, sign] of [...makeRecoveryKey(randomBytes).replaceAll('-', '')].entries())
        if (index % 5 !== 4) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    // 28,000 signs of 23: 1,217 each; six standard deviations are about 205.
    for (const sign of RECOVERY_SIGNS) expect(Math.abs((counts.get(sign) ?? 0) - 1217)).toBeLessThan(205);
  });

  it('is read however it is typed', () => {
    const made = makeRecoveryKey(randomBytes);
    for (const typed of [
      made.toLowerCase(),
      made.replaceAll('-', ''),
      ` ${made.replaceAll('-', '  ')}\n`,
      made.replaceAll('-', '–'),
    ])
      expect(readRecoveryKey(typed)).toEqual({ key: made });
    expect(readRecoveryKey(made.slice(1))).toEqual({ fault: { kind: 'length' } });
    expect(readRecoveryKey('')).toEqual({ fault: { kind: 'length' } });
  });

  it('tells the group of any one wrong sign and of any two neighbours swapped', () => {
    fc.assert(
      fc.property(key, fc.nat(34), fc.nat(22), (made, place, other) => {
        const signs = [...made.replaceAll('-', '')];
        const group = Math.floor(place / 5) + 1;
        const wrong = signs.with(place, RECOVERY_SIGNS[other] as string);
        if (wrong.join('') !== signs.join(''))
          expect(readRecoveryKey(wrong.join(''))).toEqual({ fault: { kind: 'group', group } });
        const next = place % 5 === 4 ? place - 1 : place + 1;
        const swapped = signs.with(place, signs[next] as string).with(next, signs[place] as string);
        if (swapped.join('') !== signs.join(''))
          expect(readRecoveryKey(swapped.join(''))).toEqual({ fault: { kind: 'group', group } });
      }),
      { numRuns: 500 },
    );
  });

  it('tells a sign that stands on no sheet, and groups in another order', () => {
    const made = makeRecoveryKey(randomBytes);
    expect(readRecoveryKey(`0${made.slice(1)}`)).toEqual({ fault: { kind: 'group', group: 1 } });
    const groups = made.split('-');
    const moved = [...groups.slice(1), groups[0]].join('-');
    if (moved !== made) expect(readRecoveryKey(moved)).toHaveProperty('fault');
  });
});
