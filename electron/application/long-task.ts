import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import type { Notice } from '#shared/ipc/result.ts';
import type { Workspace } from './context.ts';
import type { Steps, TellPart } from './ports.ts';

const MEBIBYTE = 1 << 20;

/** Called between the steps of long work. */
export type Told = (steps: Steps) => Promise<void>;

/**
 * What a long call does between its steps: tells how far it is, gives others their turn, and ends with `AppError`
 * CANCELLED where the task was cancelled. Without a task (command line) it only gives others their turn.
 */
export function longTask(
  { notify, signal }: Pick<Workspace, 'notify' | 'signal'>,
  task: string | undefined,
  phase: Extract<Notice, { kind: 'progress' }>['phase'],
): Told {
  const stop = task === undefined ? null : signal(task);
  return async ({ done, total }) => {
    if (task !== undefined) notify({ kind: 'progress', task, phase, done, total });
    await nextTurn();
    if (stop?.aborted) throw new AppError('CANCELLED');
  };
}

/**
 * The same for work of unlike parts: tells each, and ends with `AppError` CANCELLED where the task was cancelled, up
 * to the last chance. Null without a task: nobody waits, and nothing needs to be told.
 */
export function taskInParts(
  { notify, signal }: Pick<Workspace, 'notify' | 'signal'>,
  task: string | undefined,
): TellPart | null {
  if (task === undefined) return null;
  const stop = signal(task);
  let bound = false;
  return async (part, steps = null, last) => {
    const { done, total } = steps ?? { done: 0, total: null };
    // Asked first: once it was said that nothing stops the work, nothing does.
    if (!bound && stop.aborted) throw new AppError('CANCELLED');
    bound ||= last === 'last';
    const progress = { kind: 'progress', task, phase: 'saving', part, done, total } as const;
    notify(bound ? { ...progress, last: true } : progress);
    await nextTurn();
    if (!bound && stop.aborted) throw new AppError('CANCELLED');
  };
}

/** Bytes as steps that people can read: mebibytes, begun ones of the whole counted in. */
export function inMebibytes(done: number, total: number): Steps {
  return { done: Math.floor(done / MEBIBYTE), total: Math.ceil(total / MEBIBYTE) };
}

/** Batches as they are, telling after each how many of `total` records went by. */
export async function* toldOf<T>(
  batches: Iterable<readonly T[]>,
  total: number,
  told: Told,
): AsyncGenerator<T[]> {
  let done = 0;
  for (const batch of batches) {
    yield [...batch];
    done += batch.length;
    await told({ done, total });
  }
}
