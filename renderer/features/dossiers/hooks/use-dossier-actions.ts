import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { showDone, showFault, showUndoable } from '../../../ui/toast.tsx';
import { useDossiersView } from '../store.ts';

/** Delete, restore, undo: each at once, with a message from which it can be taken back. */
export function useDossierActions() {
  const { t } = useTranslation('dossiers');

  /** Takes the last deed back; the dossier as it stands then, where it was on one. */
  const undo = useCallback(async (): Promise<StoredDossier | null> => {
    const last = useDossiersView.getState().takeUndo();
    if (!last) {
      showDone(t('actions.nothingToUndo'));
      return null;
    }
    try {
      if (last.many) {
        let restored = 0;
        for (const changeSet of last.changeSets)
          restored += (await call('dossiers.undoMany', { changeSet })).restored;
        showDone(`${t('actions.undone')}: ${t('count', { count: restored, n: restored })}`);
        return null;
      }
      let undone: StoredDossier | null = null;
      for (const changeSet of last.changeSets) {
        const { dossier } = await call('dossiers.undo', { changeSet });
        useDossiersView.getState().follow(dossier);
        if (dossier.deleted) useDossiersView.getState().freeCode(dossier.record.code);
        showDone(`${t('actions.undone')}: ${dossier.record.code}`);
        undone = dossier;
      }
      return undone;
    } catch (reason) {
      showFault(toFault(reason));
      return null;
    }
  }, [t]);

  const remove = useCallback(
    async (row: StoredDossier) => {
      try {
        const { changeSet } = await call('dossiers.remove', {
          id: row.id,
          version: row.version,
          reason: null,
        });
        useDossiersView.getState().changed(changeSet, row.record.code);
        showUndoable(t('actions.removed', { code: row.record.code }), t('actions.undo'), () => void undo());
      } catch (reason) {
        showFault(toFault(reason));
      }
    },
    [t, undo],
  );

  const restore = useCallback(
    async (row: StoredDossier) => {
      try {
        const { changeSet, dossier } = await call('dossiers.restore', { id: row.id, version: row.version });
        useDossiersView.getState().follow(dossier);
        useDossiersView.getState().changed(changeSet, row.record.code);
        showDone(t('actions.restored', { code: row.record.code }));
      } catch (reason) {
        showFault(toFault(reason));
      }
    },
    [t],
  );

  return { undo, remove, restore };
}
