import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { call } from '../../app/bridge.ts';
import { useEditedRow } from '../../record-list/use-edited-row.ts';
import { showUndoable } from '../../ui/toast.tsx';
import type { useEntryActions } from '../hooks/use-entry-actions.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import type { LedgerList } from '../hooks/use-ledger-list.ts';
import { changeView, useLedgerViewState } from '../store.ts';
import { EntryDetail } from './entry-detail.tsx';
import { EntryForm } from './entry-form.tsx';

interface Props {
  readonly ledger: LedgerId;
  readonly view: string;
  readonly list: LedgerList;
  readonly options: FieldOptions;
  readonly actions: ReturnType<typeof useEntryActions>;
  readonly today: LocalDate;
  /** Values that every new entry of this view has from the start. */
  readonly values: AnyRecord;
  /** The pane was closed: the keyboard belongs to the list again. */
  onDone(): void;
}

/** What stands beside the table: an entry, its form, or nothing. */
export function EntryPane({ ledger, view, list, options, actions, today, values, onDone }: Props) {
  const { t } = useTranslation(['entries', 'recordList']);
  const { pane, left } = useLedgerViewState(view);
  const editing = pane.kind === 'form' ? pane.id : null;
  const row = useEditedRow(
    editing,
    ledger,
    async (id) => (await call('ledgers.get', { ledger, id })).entry,
    () => changeView(view, { pane: { kind: 'closed' } }),
  );

  if (pane.kind === 'closed') return null;
  if (pane.kind === 'detail') {
    return (
      <EntryDetail
        ledger={ledger}
        id={pane.id}
        options={options}
        today={today}
        onEdit={(focus) => changeView(view, { pane: { kind: 'form', id: pane.id, focus } })}
        onRemove={(entry) => void actions.remove(entry)}
        onRestore={(entry) => void actions.restore(entry)}
        onUndo={(changeSet) => void actions.undoDeed(changeSet)}
        onClose={() => {
          changeView(view, { pane: { kind: 'closed' } });
          onDone();
        }}
      />
    );
  }
  if (row === undefined) return <section aria-busy />;

  const onLeave = (unsaved: AnyRecord | null) => {
    const kept = unsaved ? { id: editing, draft: unsaved } : null;
    changeView(view, {
      ...(left?.id === editing ? { left: null } : {}),
      pane: editing === null ? { kind: 'closed' } : { kind: 'detail', id: editing },
    });
    onDone();
    if (!kept) return;
    showUndoable(t('form.discarded'), t('recordList:form.bringBack'), () =>
      changeView(view, { left: kept, pane: { kind: 'form', id: kept.id } }),
    );
  };
  return (
    <EntryForm
      key={`${ledger} ${editing ?? 'new'} ${JSON.stringify(pane.values ?? null)}`}
      ledger={ledger}
      view={view}
      row={row}
      values={{ ...values, ...pane.values }}
      draft={left && left.id === editing && !pane.values ? left.draft : null}
      focus={pane.focus}
      newest={list.rowAt(0)?.record ?? null}
      options={options}
      today={today}
      onUndo={actions.undo}
      onSaved={(saved, next) => {
        list.put(saved);
        changeView(view, {
          selectedId: saved.id,
          ...(next ? {} : { pane: { kind: 'detail', id: saved.id } }),
        });
        if (!next) onDone();
      }}
      onOpen={(id) => changeView(view, { pane: { kind: 'detail', id } })}
      onLeave={onLeave}
    />
  );
}
