import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/ipc/contract/settings.ts';
import { type CallFault, toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { setScheme, useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { showFault, showUndoable } from '../../ui/toast.tsx';

/** The unit's settings and the way to save them: at once, with an undo instead of a question. */
export function useSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const query = useQuery('settings.get', {}, ['settings']);
  const [fault, setFault] = useState<CallFault | null>(null);
  const settings = query.data;

  const asked = useRef<{ readonly what: string; readonly answer: Promise<boolean> } | null>(null);
  const write = useCallback(
    async (settings: Settings, next: Settings): Promise<boolean> => {
      setFault(null);
      try {
        take(await callWithReason('settings.save', next));
        query.refresh();
        showUndoable(t('settings:saved'), t('common:action.undo'), () => {
          callWithReason('settings.save', settings).then(
            (restored) => {
              take(restored);
              query.refresh();
            },
            (reason: unknown) => {
              const undone = toFault(reason);
              if (undone.code !== 'CANCELLED') showFault(undone);
            },
          );
        });
        return true;
      } catch (reason) {
        const thrown = toFault(reason);
        // Who gave no reason left it as it was: the fields show that again.
        if (thrown.code === 'CANCELLED') query.refresh();
        else setFault(thrown);
        return false;
      }
    },
    [query.refresh, t],
  );

  const save = useCallback(
    async (next: Settings): Promise<boolean> => {
      const what = JSON.stringify(next);
      if (settings === null || what === JSON.stringify(settings)) return true;
      // Leaving a field for the question about it saves the form once more: that is the same deed.
      if (asked.current?.what === what) return asked.current.answer;
      const answer = write(settings, next).finally(() => {
        asked.current = null;
      });
      asked.current = { what, answer };
      return answer;
    },
    [settings, write],
  );
  return { settings, loadFault: query.fault, saveFault: fault, save, refresh: query.refresh };
}

/** What the shell shows of the settings follows at once. */
function take(saved: Settings): void {
  setScheme(saved.profile.periodScheme);
  useSession.setState((old) => (old.app === null ? old : { app: { ...old.app, unit: saved.profile.unit } }));
}
