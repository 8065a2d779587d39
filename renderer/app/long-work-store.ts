import { create } from 'zustand';

export interface Work {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly cancelling: boolean;
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
