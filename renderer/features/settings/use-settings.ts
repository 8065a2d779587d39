import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/ipc/contract/settings.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { setScheme, useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { showFault, showUndoable } from '../../ui/toast.tsx';

/** The unit's settings and the way to save them: at once, with an undo instead of a question. */
export function useSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const query = useQuery('settings.get', {}, ['settings']);
  const [fault, setFault] = useState<CallFault | null>(null);
  const settings = query.data;

  const save = useCallback(
    async (next: Settings): Promise<boolean> => {
      if (settings === null || JSON.stringify(next) === JSON.stringify(settings)) return true;
      setFault(null);
      try {
        take(await call('settings.save', next));
        query.refresh();
        showUndoable(t('settings:saved'), t('common:action.undo'), () => {
          call('settings.save', settings).then(
            (restored) => {
              take(restored);
              query.refresh();
            },
            (reason: unknown) => showFault(toFault(reason)),
          );
        });
        return true;
      } catch (reason) {
        setFault(toFault(reason));
        return false;
      }
    },
    [settings, query.refresh, t],
  );
  return { settings, loadFault: query.fault, saveFault: fault, save, refresh: query.refresh };
}

/** What the shell shows of the settings follows at once. */
function take(saved: Settings): void {
  setScheme(saved.profile.periodScheme);
  useSession.setState((old) => (old.app === null ? old : { app: { ...old.app, unit: saved.profile.unit } }));
}
