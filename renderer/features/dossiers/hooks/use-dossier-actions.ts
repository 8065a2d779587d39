import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
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
    const open = [...last.changeSets];
    try {
      if (last.many) {
        let restored = 0;
        for (const changeSet of last.changeSets) {
          restored += (await callWithReason('dossiers.undoMany', { changeSet })).restored;
          open.shift();
        }
        showDone(`${t('actions.undone')}: ${t('count', { count: restored, n: restored })}`);
        return null;
      }
      let undone: StoredDossier | null = null;
      for (const changeSet of last.changeSets) {
        const { dossier } = await callWithReason('dossiers.undo', { changeSet });
        open.shift();
        useDossiersView.getState().follow(dossier);
        if (dossier.deleted) useDossiersView.getState().freeCode(dossier.record.code);
        showDone(`${t('actions.undone')}: ${dossier.record.code}`);
        undone = dossier;
      }
      return undone;
    } catch (reason) {
      const fault = toFault(reason);
      // Left on purpose: the deed can still be taken back.
      if (fault.code === 'CANCELLED') useDossiersView.getState().putBack({ ...last, changeSets: open });
      else showFault(fault);
      return null;
    }
  }, [t]);

  const remove = useCallback(
    async (row: StoredDossier) => {
      try {
        const { changeSet } = await callWithReason('dossiers.remove', {
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
        const { changeSet, dossier } = await callWithReason('dossiers.restore', {
          id: row.id,
          version: row.version,
        });
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
