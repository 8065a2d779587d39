import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftText, ReportDraft } from '#shared/ipc/contract/reports.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { withText } from '../model/checks.ts';

/** Quiet time after a key before what was written is saved. */
const WAIT_MS = 600;

export interface DraftState {
  readonly draft: ReportDraft | null;
  readonly text: DraftText | null;
  readonly fault: CallFault | null;
  readonly state: 'saved' | 'waiting' | 'saving' | 'failed';
  /** Grows with every save: what is drawn from the draft is then out of date. */
  readonly revision: number;
  write(changes: Partial<DraftText>): void;
  /** Saves at once what waits; resolves when it is saved. */
  flush(): Promise<void>;
  refresh(): void;
}

/** The draft of a period's report; what is written is saved by itself. */
export function useDraft(period: string): DraftState {
  const query = useQuery('reports.draft', { period }, ['dossiers', 'settings', 'reports']);
  const [text, setText] = useState<DraftText | null>(null);
  const [saved, setSaved] = useState<{
    state: DraftState['state'];
    fault: CallFault | null;
    revision: number;
  }>({ state: 'saved', fault: null, revision: 0 });
  const waiting = useRef<DraftText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // What comes from the program replaces the text only while nobody's own words wait to be saved.
  useEffect(() => {
    if (query.data && waiting.current === null) setText(query.data.text);
  }, [query.data]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const words = waiting.current;
    if (words === null) return;
    setSaved((old) => ({ ...old, state: 'saving' }));
    try {
      await call('reports.saveDraft', { period, text: words });
      if (waiting.current === words) waiting.current = null;
      setSaved((old) => ({
        state: waiting.current === null ? 'saved' : 'waiting',
        fault: null,
        revision: old.revision + 1,
      }));
    } catch (reason) {
      setSaved((old) => ({ ...old, state: 'failed', fault: toFault(reason) }));
      throw reason;
    }
  }, [period]);

  // Leaving the screen or the period saves what waits; so does coming back to it from behind a locked screen.
  useEffect(() => {
    const save = () => void flush().catch(() => undefined);
    save();
    return save;
  }, [flush]);

  const write = useCallback(
    (changes: Partial<DraftText>) => {
      setText((old) => {
        if (old === null) return old;
        const next = { ...old, ...changes };
        waiting.current = withText(old, changes);
        return next;
      });
      setSaved((old) => ({ ...old, state: 'waiting' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), WAIT_MS);
    },
    [flush],
  );

  return {
    draft: query.data,
    text,
    fault: saved.fault ?? query.fault,
    state: saved.state,
    revision: saved.revision,
    write,
    flush,
    refresh: query.refresh,
  };
}
