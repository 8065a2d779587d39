import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { showFault, showUndoable } from '../../../ui/toast.tsx';
import type { useDossierActions } from '../hooks/use-dossier-actions.ts';
import type { DossierList } from '../hooks/use-dossier-list.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { useDossiersView } from '../store.ts';
import { DetailPane } from './detail-pane.tsx';
import { FormPane } from './form-pane.tsx';

interface Props {
  readonly today: LocalDate;
  readonly list: DossierList;
  readonly actions: ReturnType<typeof useDossierActions>;
  /** The pane was closed: the keyboard belongs to the list again. */
  onDone(): void;
}

/** What stands beside the list: a dossier, its form, or nothing. */
export function DossierPane({ today, list, actions, onDone }: Props) {
  const { t } = useTranslation('dossiers');
  const view = useDossiersView();
  const { pane } = view;
  const editing = pane.kind === 'form' ? pane.id : null;
  const [row, setRow] = useState<StoredDossier | null>(null);

  useEffect(() => {
    setRow(null);
    if (editing === null) return;
    let current = true;
    call('dossiers.get', { id: editing }).then(
      ({ dossier }) => current && setRow(dossier),
      (reason: unknown) => {
        showFault(toFault(reason));
        useDossiersView.getState().open({ kind: 'closed' });
      },
    );
    return () => {
      current = false;
    };
  }, [editing]);

  if (pane.kind === 'closed') return null;
  if (pane.kind === 'detail') {
    return (
      <DetailPane
        id={pane.id}
        today={today}
        onEdit={() => view.open({ kind: 'form', id: pane.id })}
        onSuspend={() => view.open({ kind: 'form', id: pane.id, suspend: true })}
        onRemove={(dossier) => void actions.remove(dossier)}
        onRestore={(dossier) => void actions.restore(dossier)}
        onClose={() => {
          view.open({ kind: 'closed' });
          onDone();
        }}
      />
    );
  }
  if (editing !== null && row?.id !== editing) return <section aria-busy />;

  const onLeave = (unsaved: DossierDraft | null) => {
    const left = unsaved ? { id: editing, draft: unsaved } : null;
    if (left || view.left?.id === editing) view.leave(left);
    view.open(editing === null ? { kind: 'closed' } : { kind: 'detail', id: editing });
    onDone();
    if (!left) return;
    showUndoable(t('form.discarded', { code: left.draft.code }), t('form.bringBack'), () => {
      view.leave(left);
      view.open({ kind: 'form', id: left.id });
    });
  };
  return (
    <FormPane
      key={editing ?? 'new'}
      row={row}
      today={today}
      draft={view.left && view.left.id === editing ? view.left.draft : null}
      suspend={pane.suspend ?? false}
      onUndo={actions.undo}
      onEditKnown={(id) => view.open({ kind: 'form', id, known: true })}
      onSaved={(saved, next) => {
        list.put(saved);
        view.select(view.selected, saved.id);
        if (next) return;
        view.open({ kind: 'detail', id: saved.id });
        onDone();
      }}
      onOpen={(id) => view.open({ kind: 'detail', id })}
      onLeave={onLeave}
    />
  );
}
