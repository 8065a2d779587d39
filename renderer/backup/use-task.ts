import { useCallback, useEffect, useRef, useState } from 'react';
import { call, onNotice } from '../app/bridge.ts';
import { newTask } from '../app/new-task.ts';

export interface RunningTask {
  readonly phase: 'reading' | 'checking' | 'saving';
  readonly done: number;
  readonly total: number | null;
}

/** Progress of a long call and the way out of it; `begin` gives the name to call it by. */
export function useTask(prefix: string): {
  readonly progress: RunningTask | null;
  readonly cancelling: boolean;
  begin(): string;
  end(): void;
  cancel(): void;
} {
  const task = useRef<string | null>(null);
  const [progress, setProgress] = useState<RunningTask | null>(null);
  const [cancelling, setCancelling] = useState(false);
  useEffect(
    () =>
      onNotice((notice) => {
        if (notice.kind === 'progress' && notice.task === task.current)
          setProgress({ phase: notice.phase, done: notice.done, total: notice.total });
      }),
    [],
  );
  const begin = useCallback(() => {
    task.current = newTask(prefix);
    setProgress({ phase: 'reading', done: 0, total: null });
    setCancelling(false);
    return task.current;
  }, [prefix]);
  const end = useCallback(() => {
    task.current = null;
    setProgress(null);
    setCancelling(false);
  }, []);
  const cancel = useCallback(() => {
    if (task.current === null) return;
    setCancelling(true);
    void call('tasks.cancel', { task: task.current });
  }, []);
  return { progress, cancelling, begin, end, cancel };
}
