import { describe, expect, it } from 'vitest';
import { check } from '#electron/application/app/check.ts';
import { longTask, toldOf } from '#electron/application/long-task.ts';
import type { Steps } from '#electron/application/ports.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { newOffice } from './support/office.ts';

function world() {
  const told: Notice[] = [];
  const stop = new AbortController();
  return { told, stop, notify: (notice: Notice) => told.push(notice), signal: () => stop.signal };
}

describe('long work', () => {
  it('tells each step under its task, and ends where it was cancelled', async () => {
    const { told, stop, ...space } = world();
    const step = longTask(space, 'a', 'saving');
    await step({ done: 1, total: 3 });
    stop.abort();
    await expect(step({ done: 2, total: 3 })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(told).toEqual(
      [1, 2].map((done) => ({ kind: 'progress', task: 'a', phase: 'saving', done, total: 3 })),
    );
  });

  it('without a task tells nobody', async () => {
    const { told, ...space } = world();
    await longTask(space, undefined, 'saving')({ done: 1, total: 3 });
    expect(told).toEqual([]);
  });

  it('lets batches through as they are', async () => {
    const steps: Steps[] = [];
    const batches = toldOf([[1, 2], [3]], 3, async (each) => void steps.push(each));
    const seen: number[][] = [];
    for await (const batch of batches) seen.push(batch);
    expect(seen).toEqual([[1, 2], [3]]);
    expect(steps.map(({ done }) => done)).toEqual([2, 3]);
  });
});

describe('checking the book', () => {
  it('in steps finds what it finds at once, and can be left between two of them', async () => {
    const { backend } = await newOffice();
    const { store } = await backend.workspace();
    const steps: Steps[] = [];
    expect(await check(store, async (each) => void steps.push(each))).toMatchObject({
      ok: true,
      problems: [],
    });
    expect(steps.map(({ done }) => done)).toEqual([...Array(steps[0]?.total).keys()]);
    const left = check(store, () => Promise.reject(new Error('left')));
    await expect(left).rejects.toThrow('left');
    await backend.close();
  });
});
