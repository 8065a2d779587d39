import { describe, expect, it } from 'vitest';
import { createTurns } from '#electron/application/app/turns.ts';

/** Work that goes on until it is ended, and notes in `log` when it began and ended. */
function worker(log: string[], name: string) {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    log.push(`${name} begins`);
    await until;
    log.push(`${name} ends`);
  };
  return { work, end };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('lets work run side by side, and what wants the folder for itself after all of it, before what came later', async () => {
    const log: string[] = [];
    const turns = createTurns();
    const [a, b, c, d] = ['a', 'b', 'alone', 'later'].map((name) => worker(log, name));
    if (!a || !b || !c || !d) throw new RangeError('four');
    const all = [turns.beside(a.work), turns.beside(b.work), turns.alone(c.work), turns.beside(d.work)];
    b.end();
    await settled();
    expect(log).toEqual(['a begins', 'b begins', 'b ends']);
    a.end();
    await settled();
    expect(log.slice(3)).toEqual(['a ends', 'alone begins']);
    d.end();
    c.end();
    await Promise.all(all);
    expect(log.slice(5)).toEqual(['alone ends', 'later begins', 'later ends']);
  });

  it('gives two that want it for themselves one after the other, also where the first fails', async () => {
    const log: string[] = [];
    const turns = createTurns();
    const first = turns.alone(async () => {
      await settled();
      throw new RangeError('failed');
    });
    const second = turns.alone(async () => void log.push('second'));
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(log).toEqual(['second']);
  });

  it('stopped while it waits, it was never begun, and others go on', async () => {
    const log: string[] = [];
    const turns = createTurns();
    const busy = worker(log, 'busy');
    const stop = new AbortController();
    const running = turns.beside(busy.work);
    const waiting = turns.alone(async () => void log.push('begun'), stop.signal);
    await settled();
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await turns.beside(async () => void log.push('other'));
    busy.end();
    await running;
    expect(log).toEqual(['busy begins', 'other', 'busy ends']);
  });
});
