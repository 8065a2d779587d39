/** Long tasks under way, by the id their caller gave them. */
export interface Tasks {
  signal(task: string): AbortSignal;
  cancel(task: string): void;
  end(task: string): void;
}

/** A task that is cancelled before it begins is cancelled when it begins; the last 100 such are remembered. */
export function createTasks(): Tasks {
  const running = new Map<string, AbortController>();
  const controllerOf = (task: string): AbortController => {
    const known = running.get(task);
    if (known) return known;
    const controller = new AbortController();
    running.set(task, controller);
    const oldest = running.keys().next().value;
    if (running.size > 100 && oldest !== undefined) running.delete(oldest);
    return controller;
  };
  return {
    signal: (task) => controllerOf(task).signal,
    cancel: (task) => controllerOf(task).abort(),
    end: (task) => {
      running.delete(task);
    },
  };
}
