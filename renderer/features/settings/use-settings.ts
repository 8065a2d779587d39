import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/ipc/contract/settings.ts';
import { type CallFault, toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { setScheme, useSession } from '../../app/session.ts';
import { keepAnswer, useQuery } from '../../app/use-query.ts';
import { hideDone, showFault, showUndoable } from '../../ui/toast.tsx';

/** What became of a save; `left`: nobody gave the reason it needs, so that everything stays as it was. */
type Saved = 'saved' | 'refused' | 'left';

/**
 * The unit's settings and the way to save them: at once, with an undo instead of a question. While a save is under way
 * nothing that was refreshed is shown: an answer to an earlier choice takes no later one back.
 */
export function useSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const { data, fault: loadFault, refresh } = useQuery('settings.get', {}, ['settings']);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const shown = useRef(data);
  if (underWay === 0 || shown.current === null) shown.current = data;
  const settings = shown.current;
  /** What the last save left, until the page has been told of it: what comes next builds on it. */
  const truth = useRef<Settings | null>(null);
  /** What was asked for last, whether or not it will be saved: by it the same deed asked twice is known. */
  const wanted = useRef<Settings | null>(null);
  const running = useRef(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const known = useRef(settings);
  if (known.current !== settings) {
    known.current = settings;
    truth.current = null;
  }

  /** Does a save when those before it have ended: it builds on what they left, not on what they asked for. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    running.current += 1;
    setUnderWay(running.current);
    const done = turn.current.then(work).finally(() => {
      running.current -= 1;
      if (running.current === 0) wanted.current = null;
      setUnderWay(running.current);
    });
    turn.current = done.catch(() => undefined);
    return done;
  }, []);

  const send = useCallback(
    async (next: Settings): Promise<void> => {
      const saved = await callWithReason('settings.save', next);
      truth.current = saved;
      take(saved);
      keepAnswer('settings.get', {}, saved);
      refresh();
    },
    [refresh],
  );

  const asked = useRef<{ readonly what: string; readonly answer: Promise<Saved> } | null>(null);
  const write = useCallback(
    async (before: Settings, next: Settings): Promise<Saved> => {
      setFault(null);
      // What it offered to take back is not the last word any more.
      hideDone();
      try {
        await send(next);
        showUndoable(t('settings:saved'), t('common:action.undo'), () => {
          inTurn(() => send(before)).catch((reason: unknown) => {
            const undone = toFault(reason);
            if (undone.code !== 'CANCELLED') showFault(undone);
          });
        });
        return 'saved';
      } catch (reason) {
        const thrown = toFault(reason);
        if (thrown.code === 'CANCELLED') return 'left';
        setFault(thrown);
        return 'refused';
      }
    },
    [inTurn, send, t],
  );

  /** Saves what `change` makes of the settings as they are, or will be once what is under way has ended. */
  const save = useCallback(
    async (change: (now: Settings) => Settings): Promise<Saved> => {
      const now = wanted.current ?? truth.current ?? known.current;
      if (now === null) return 'saved';
      const next = change(now);
      const what = JSON.stringify(next);
      // Leaving a field for the question about it saves the form once more: that is the same deed.
      if (asked.current?.what === what) return asked.current.answer;
      if (what === JSON.stringify(now)) return 'saved';
      wanted.current = next;
      const answer = inTurn(async (): Promise<Saved> => {
        const left = truth.current ?? known.current ?? now;
        const follows = change(left);
        return JSON.stringify(follows) === JSON.stringify(left) ? 'saved' : write(left, follows);
      }).finally(() => {
        if (asked.current?.answer === answer) asked.current = null;
      });
      asked.current = { what, answer };
      return answer;
    },
    [inTurn, write],
  );
  return { settings, loadFault, saveFault: fault, save, refresh };
}

/** What the shell shows of the settings follows at once. */
function take(saved: Settings): void {
  setScheme(saved.profile.periodScheme);
  useSession.setState((old) => (old.app === null ? old : { app: { ...old.app, unit: saved.profile.unit } }));
}
