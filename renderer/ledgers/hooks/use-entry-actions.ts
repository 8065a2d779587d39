import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { call, toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { longWork } from '../../app/long-work.ts';
import { useFormat } from '../../app/words.ts';
import { followed } from '../../record-list/list-state.ts';
import { showDone, showFault, showRefused, showUndoable } from '../../ui/toast.tsx';
import { changeView, noteDeed, takeDeed, viewState } from '../store.ts';
import { useLedgerWords } from '../words.ts';
import type { FieldOptions } from './use-field-options.ts';

/** Delete, restore (each answers whether it was done), undo, export: at once, with a message from which it can be taken back. */
export function useEntryActions(ledger: LedgerId, view: string, options: FieldOptions) {
  const { t } = useTranslation(['entries', 'recordList']);
  const format = useFormat();
  const words = useLedgerWords();

  /** Takes one deed back, whenever it was done; the entry as it stands then. */
  const undoDeed = useCallback(
    async (changeSet: number, onLeft?: () => void): Promise<StoredEntry | null> => {
      try {
        const { entry } = await callWithReason('ledgers.undo', { changeSet });
        changeView(view, {
          ...followed(viewState(view), entry),
          undo: viewState(view).undo.filter((deed) => deed !== changeSet),
        });
        showDone(t('actions.undone', { title: options.title(entry) }));
        return entry;
      } catch (reason) {
        const fault = toFault(reason);
        if (fault.code === 'CANCELLED') onLeft?.();
        else showFault(fault);
        return null;
      }
    },
    [options, t, view],
  );

  /** Takes the last deed back. */
  const undo = useCallback(async (): Promise<StoredEntry | null> => {
    const last = takeDeed(view);
    // A deed that the person left, asked for a reason, can still be taken back.
    if (last !== null) return undoDeed(last, () => noteDeed(view, last));
    showDone(t('recordList:actions.nothingToUndo'));
    return null;
  }, [t, undoDeed, view]);

  const remove = useCallback(
    async (row: StoredEntry): Promise<boolean> => {
      try {
        const { changeSet } = await callWithReason('ledgers.remove', {
          ledger,
          id: row.id,
          version: row.version,
          reason: null,
        });
        noteDeed(view, changeSet);
        showUndoable(
          t('actions.removed', { title: options.title(row) }),
          t('recordList:actions.undo'),
          () => void (changeSet === null ? undo() : undoDeed(changeSet)),
        );
        return true;
      } catch (reason) {
        const fault = toFault(reason);
        const referred = Object.values(fault.fieldErrors ?? {}).includes('REFERRED_TO');
        if (referred)
          showRefused(
            t('actions.referredTo', { title: options.title(row), records: fault.params.records ?? '' }),
          );
        else showFault(fault);
        return false;
      }
    },
    [ledger, options, t, undo, undoDeed, view],
  );

  const restore = useCallback(
    async (row: StoredEntry): Promise<boolean> => {
      try {
        const { changeSet, entry } = await callWithReason('ledgers.restore', {
          ledger,
          id: row.id,
          version: row.version,
        });
        changeView(view, followed(viewState(view), entry));
        noteDeed(view, changeSet);
        showDone(t('actions.restored', { title: options.title(row) }));
        return true;
      } catch (reason) {
        showFault(toFault(reason));
        return false;
      }
    },
    [ledger, options, t, view],
  );

  const exportList = useCallback(
    async (filter: EntryFilter) => {
      try {
        const target = await call('files.saveAs', {
          proposedName: t('actions.fileName', { name: words.name(ledger) }),
          kind: 'xlsx',
        });
        if (!target) return;
        const { rows, saved } = await longWork(t('actions.exporting', { name: words.name(ledger) }), (task) =>
          call('ledgers.export', { ledger, filter, target: target.token, task }),
        );
        showDone(t('actions.exported', { n: format.count(rows), name: saved.name }));
      } catch (reason) {
        showFault(toFault(reason));
      }
    },
    [format, ledger, t, words],
  );

  return { undo, undoDeed, remove, restore, exportList };
}
