import { create } from 'zustand';
import type { WorkPart } from '#shared/ipc/result.ts';

export interface Work {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  /** Which part of it, where it consists of unlike ones. */
  readonly part: WorkPart | null;
  readonly cancelling: boolean;
  /** It is past the point where it could be stopped. */
  readonly last: boolean;
}

/** Long work under way that belongs to no place of its own on a screen, by its task. */
export const useLongWork = create<Readonly<Record<string, Work>>>()(() => ({}));

/** Changes what is known of a work under way. */
export function noteWork(task: string, change: Partial<Work>): void {
  useLongWork.setState((works) => {
    const work = works[task];
    return work ? { [task]: { ...work, ...change } } : {};
  });
}
