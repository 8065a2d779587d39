import { useCallback, useRef, useState } from 'react';
import { type CallFault, toFault } from './bridge.ts';

export interface Deed {
  /** Whether it is being done. */
  readonly busy: boolean;
  /** Why it was not done the last time; what the person left on purpose is no fault. */
  readonly fault: CallFault | null;
  /** Does it and says whether it was done; the fault of the last time is forgotten. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  /** The same after what is under way, for several fields that are each saved when they are left. */
  readonly follow: (work: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Something a person does with a button: busy while it runs, and why it failed, to be said beside the button. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    // Pressed twice on a slow machine, it is done once.
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (reason) {
      const failed = toFault(reason);
      if (failed.code !== 'CANCELLED') setFault(failed);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const follow = useCallback(
    (work: () => Promise<void>) => {
      const done = last.current.then(() => run(work));
      last.current = done;
      return done;
    },
    [run],
  );
  const forget = useCallback(() => setFault(null), []);
  return { busy, fault, run, follow, forget };
}
