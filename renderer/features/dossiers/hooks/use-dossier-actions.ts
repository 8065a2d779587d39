import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { showDone, showFault, showUndoable } from '../../../ui/toast.tsx';
import { type Deed, useDossiersView } from '../store.ts';

/** Delete, restore (each answers whether it was done), undo: at once, with a message from which it can be taken back. */
export function useDossierActions() {
  const { t } = useTranslation(['dossiers', 'recordList']);

  /** Takes a deed back; the dossier as it stands then, where it was on one. */
  const takeBack = useCallback(
    async (deed: Deed): Promise<StoredDossier | null> => {
      const open = [...deed.changeSets];
      const { follow, freeCode, putBack } = useDossiersView.getState();
      try {
        let restored = 0;
        let undone: StoredDossier | null = null;
        for (const changeSet of deed.changeSets) {
          if (deed.many) restored += (await callWithReason('dossiers.undoMany', { changeSet })).restored;
          else undone = (await callWithReason('dossiers.undo', { changeSet })).dossier;
          open.shift();
          if (!undone) continue;
          follow(undone);
          if (undone.deleted) freeCode(undone.record.code);
        }
        const what = undone?.record.code ?? t('count', { count: restored, n: restored });
        showDone(t('actions.undone', { what }));
        return undone;
      } catch (reason) {
        const fault = toFault(reason);
        // Left on purpose: the deed can still be taken back.
        if (fault.code === 'CANCELLED') putBack({ ...deed, changeSets: open });
        else showFault(fault);
        return null;
      }
    },
    [t],
  );

  /** Takes the last deed back. */
  const undo = useCallback(async (): Promise<StoredDossier | null> => {
    const last = useDossiersView.getState().takeUndo();
    if (last) return takeBack(last);
    showDone(t('recordList:actions.nothingToUndo'));
    return null;
  }, [t, takeBack]);

  /** Takes one deed of a dossier back, whenever it was done. */
  const undoDeed = useCallback(
    (changeSet: number, code: string) => {
      useDossiersView.getState().forget(changeSet);
      return takeBack({ changeSets: [changeSet], code, many: false });
    },
    [takeBack],
  );

  /** Takes back what was done to many dossiers at once. */
  const undoMany = useCallback(
    (changeSets: readonly number[]) => {
      for (const changeSet of changeSets) useDossiersView.getState().forget(changeSet);
      return takeBack({ changeSets, code: '', many: true });
    },
    [takeBack],
  );

  const remove = useCallback(
    async (row: StoredDossier): Promise<boolean> => {
      try {
        const { changeSet } = await callWithReason('dossiers.remove', {
          id: row.id,
          version: row.version,
          reason: null,
        });
        useDossiersView.getState().changed(changeSet, row.record.code);
        showUndoable(
          t('actions.removed', { code: row.record.code }),
          t('recordList:actions.undo'),
          () => void (changeSet === null ? undo() : undoDeed(changeSet, row.record.code)),
        );
        return true;
      } catch (reason) {
        showFault(toFault(reason));
        return false;
      }
    },
    [t, undo, undoDeed],
  );

  const restore = useCallback(
    async (row: StoredDossier): Promise<boolean> => {
      try {
        const { changeSet, dossier } = await callWithReason('dossiers.restore', {
          id: row.id,
          version: row.version,
        });
        useDossiersView.getState().follow(dossier);
        useDossiersView.getState().changed(changeSet, row.record.code);
        showDone(t('actions.restored', { code: row.record.code }));
        return true;
      } catch (reason) {
        showFault(toFault(reason));
        return false;
      }
    },
    [t],
  );

  return { undo, undoDeed, undoMany, remove, restore };
}
