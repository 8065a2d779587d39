import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { call } from '../../../app/bridge.ts';
import { useEditedRow } from '../../../record-list/use-edited-row.ts';
import { showUndoable } from '../../../ui/toast.tsx';
import type { useDossierActions } from '../hooks/use-dossier-actions.ts';
import type { DossierList } from '../hooks/use-dossier-list.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { useDossiersView } from '../store.ts';
import { DossierDetail } from './dossier-detail.tsx';
import { DossierForm } from './dossier-form.tsx';

interface Props {
  readonly today: LocalDate;
  readonly list: DossierList;
  readonly actions: ReturnType<typeof useDossierActions>;
  /** The pane was closed: the keyboard belongs to the list again. */
  onDone(): void;
}

/** What stands beside the list: a dossier, its form, or nothing. */
export function DossierPane({ today, list, actions, onDone }: Props) {
  const { t } = useTranslation(['dossiers', 'recordList']);
  const view = useDossiersView();
  const { pane } = view;
  const editing = pane.kind === 'form' ? pane.id : null;
  const row = useEditedRow(
    editing,
    'dossiers',
    async (id) => (await call('dossiers.get', { id })).dossier,
    () => useDossiersView.getState().open({ kind: 'closed' }),
  );

  if (pane.kind === 'closed') return null;
  if (pane.kind === 'detail') {
    return (
      <DossierDetail
        id={pane.id}
        today={today}
        onEdit={() => view.open({ kind: 'form', id: pane.id })}
        onSuspend={() => view.open({ kind: 'form', id: pane.id, suspend: true })}
        onRemove={(dossier) => void actions.remove(dossier)}
        onRestore={(dossier) => void actions.restore(dossier)}
        onUndo={(changeSet, dossier) => void actions.undoDeed(changeSet, dossier.record.code)}
        onClose={() => {
          view.open({ kind: 'closed' });
          onDone();
        }}
      />
    );
  }
  if (row === undefined) return <section aria-busy />;

  const onLeave = (unsaved: DossierDraft | null) => {
    const left = unsaved ? { id: editing, draft: unsaved } : null;
    if (view.left?.id === editing) view.leave(null);
    view.open(editing === null ? { kind: 'closed' } : { kind: 'detail', id: editing });
    onDone();
    if (!left) return;
    showUndoable(t('form.discarded', { code: left.draft.code }), t('recordList:form.bringBack'), () => {
      view.leave(left);
      view.open({ kind: 'form', id: left.id });
    });
  };
  return (
    <DossierForm
      key={editing ?? 'new'}
      row={row}
      today={today}
      draft={view.left && view.left.id === editing ? view.left.draft : null}
      suspend={pane.suspend ?? false}
      onUndo={actions.undo}
      onEditKnown={(id) => view.open({ kind: 'form', id, known: true })}
      onSaved={(saved, next) => {
        list.put(saved);
        view.change({ selectedId: saved.id });
        if (next) return;
        view.open({ kind: 'detail', id: saved.id });
        onDone();
      }}
      onOpen={(id) => view.open({ kind: 'detail', id })}
      onLeave={onLeave}
    />
  );
}
