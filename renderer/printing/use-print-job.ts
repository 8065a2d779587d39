import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, onNotice, toFault } from '../app/bridge.ts';

/** What is to be printed, where and how often. */
export interface Job {
  readonly pdf: Uint8Array;
  readonly title: string;
  readonly printer: string | null;
  readonly from: number;
  readonly to: number;
  readonly copies: number;
  readonly bothSides: boolean;
}

export interface PrintJob {
  /** Pages drawn so far; null when nothing is being printed. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly stopping: boolean;
  readonly fault: CallFault | null;
  /** What came of it; null when it failed or was stopped. */
  print(job: Job): Promise<Output<'print.document'> | null>;
  stop(): void;
  /** What went wrong is past: something else is being tried. */
  forget(): void;
}

/** One job at a time, its progress, its end. */
export function usePrintJob(): PrintJob {
  const [progress, setProgress] = useState<PrintJob['progress']>(null);
  const [stopping, setStopping] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);
  const task = useRef<string | null>(null);

  useEffect(
    () =>
      onNotice((notice) => {
        if (notice.kind === 'printing' && notice.task === task.current)
          setProgress({ done: notice.done, total: notice.total });
      }),
    [],
  );

  const print = useCallback(async (job: Job) => {
    if (task.current !== null) return null;
    task.current = crypto.randomUUID();
    setFault(null);
    setProgress({ done: 0, total: job.to - job.from + 1 });
    try {
      return await call('print.document', { task: task.current, ...job });
    } catch (reason) {
      setFault(toFault(reason));
      return null;
    } finally {
      task.current = null;
      setProgress(null);
      setStopping(false);
    }
  }, []);

  const stop = useCallback(() => {
    if (task.current === null) return;
    setStopping(true);
    // That it ends is told by the job itself.
    call('print.cancel', { task: task.current }).catch(() => undefined);
  }, []);

  const forget = useCallback(() => setFault(null), []);
  return { progress, stopping, fault, print, stop, forget };
}
