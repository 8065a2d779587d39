import { AppError } from '#shared/errors.ts';

/** Work that may run side by side, and work that wants the folder for itself. */
export interface Turns {
  /** Beside others; while somebody has the folder for themselves, or waits for it, after that. */
  beside<T>(work: () => Promise<T>): Promise<T>;
  /**
   * When all that is under way is done, and with nothing beside it. Throws `AppError` CANCELLED where `stop` comes while
   * it waits; nothing was begun then.
   */
  alone<T>(work: () => Promise<T>, stop?: AbortSignal): Promise<T>;
}

/** Turns of one folder. Work given to one of the two must not ask for another turn and wait for it. */
export function createTurns(): Turns {
  let running = 0;
  let gate: Promise<void> | null = null;
  let lastLeft: (() => void) | null = null;

  const leave = (): void => {
    running -= 1;
    if (running === 0) lastLeft?.();
  };

  /** The folder to oneself from here on, for whoever calls the answer when they are done. */
  async function closeGate(): Promise<() => void> {
    while (gate !== null) await gate;
    let open = () => {};
    gate = new Promise((resolve) => {
      open = () => {
        gate = null;
        resolve();
      };
    });
    return open;
  }

  return {
    async beside(work) {
      while (gate !== null) await gate;
      running += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async alone(work, stop) {
      const open = await closeGate();
      try {
        await new Promise<void>((resolve, reject) => {
          if (running === 0) resolve();
          else lastLeft = resolve;
          const end = () => reject(new AppError('CANCELLED'));
          if (stop?.aborted) end();
          stop?.addEventListener('abort', end, { once: true });
        });
        return await work();
      } finally {
        lastLeft = null;
        open();
      }
    },
  };
}
