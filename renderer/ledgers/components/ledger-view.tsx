import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { call } from '../../app/bridge.ts';
import { goToImports, type LedgerTarget, ledgerFollowed } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { takeTyping } from '../../app/typed-ahead.ts';
import { useFormat } from '../../app/words.ts';
import { isLimiting, withConditions } from '../../record-list/conditions.ts';
import { focusOpenForm } from '../../record-list/focus-open-form.ts';
import { ListCount } from '../../record-list/list-count.tsx';
import { ListFrame } from '../../record-list/list-frame.tsx';
import { paneOf } from '../../record-list/list-state.ts';
import css from '../../record-list/record-list.module.css';
import { SearchBox } from '../../record-list/search-box.tsx';
import { RECORD_LIST, useListKeys } from '../../record-list/use-list-keys.ts';
import { useRecordList } from '../../record-list/use-record-list.ts';
import { useEntryActions } from '../hooks/use-entry-actions.ts';
import { useFieldOptions } from '../hooks/use-field-options.ts';
import { useLedgerList } from '../hooks/use-ledger-list.ts';
import { bothFilters } from '../model/entry-filter.ts';
import { changeView, useLedgerViewState, viewState } from '../store.ts';
import { useLedgerWords } from '../words.ts';
import { EntryPane } from './entry-pane.tsx';
import { FilterSentence } from './filter-sentence.tsx';
import { LedgerActions } from './ledger-actions.tsx';
import { LedgerEmpty } from './ledger-empty.tsx';
import { LedgerTable } from './ledger-table.tsx';

interface Props {
  readonly ledger: LedgerId;
  /** Conditions that always hold and are not shown; a new entry begins with the values of `equals`. */
  readonly filter?: EntryFilter | undefined;
  /** What a new entry begins with beside the values of `filter.equals`. */
  readonly begin?: AnyRecord | undefined;
  /** What whoever led here asks for; followed once per stamp. Requests for other ledgers are ignored. */
  readonly request?: LedgerTarget | null | undefined;
  /** Said above the table. */
  readonly lead?: ReactNode;
}

const NO_FILTER: EntryFilter = {};

/** A ledger: its table with search and filter, beside it the entry or its form, and everything one does with them. */
export function LedgerView({ ledger, filter: fixed = NO_FILTER, begin, request, lead }: Props) {
  const { t } = useTranslation('entries');
  const format = useFormat();
  const words = useLedgerWords();
  const today = useSession((session) => session.app?.today);
  const key = viewKey(ledger, fixed);
  const view = useLedgerViewState(key);
  const fixedKey = JSON.stringify(fixed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what they say, not by which objects they are
  const filter = useMemo(() => bothFilters(view.filter, fixed), [view.filter, fixedKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const values = useMemo((): AnyRecord => ({ ...fixed.equals }), [fixedKey]);
  const without = useMemo(() => Object.keys(values), [values]);
  const list = useLedgerList(ledger, filter);
  const options = useFieldOptions(ledger);
  const actions = useEntryActions(ledger, key, options);
  const root = useRef<HTMLDivElement>(null);
  const setFilter = (next: EntryFilter) => changeView(key, { filter: next, selected: -1, selectedId: null });
  // Whoever led here says what to show; the stamp tells the same request from an old one.
  useEffect(() => {
    if (!request || request.ledger !== ledger || request.stamp === viewState(key).seen) return;
    changeView(key, {
      seen: request.stamp,
      filter: withConditions(request.filter ?? {}, {}),
      selected: -1,
      selectedId: request.entryId ?? null,
      pane: request.compose ? { kind: 'form', id: null, values: request.values } : paneOf(request.entryId),
    });
    ledgerFollowed(request.stamp);
  }, [request, ledger, key]);

  const { ids } = list;
  const records = useRecordList<StoredEntry>({
    ids,
    place: {
      drawn: view,
      read: () => viewState(key),
      change: (changes) => changeView(key, changes),
    },
    fetch: async (id) => (await call('ledgers.get', { ledger, id })).entry,
  });
  const { count, grid, toGrid } = records;
  const create = () => {
    if (focusOpenForm(root.current, view.pane)) return;
    takeTyping({
      form: true,
      onEscape: () => {
        changeView(key, { pane: { kind: 'closed' } });
        toGrid();
      },
    });
    changeView(key, { pane: { kind: 'form', id: null } });
  };
  const exportList = () => {
    if (count > 0) void actions.exportList(filter);
  };

  useListKeys(root, {
    create,
    edit: () => {
      if (records.current !== null && !view.filter.deleted)
        changeView(key, { pane: { kind: 'form', id: records.current } });
    },
    remove: () => records.changeCurrent((row) => (row.deleted ? actions.restore(row) : actions.remove(row))),
    undo: () => void actions.undo(),
    exportList,
    search: records.toSearch,
    close: records.close,
  });

  if (!today) return null;
  const trash = view.filter.deleted === true;
  const name = words.name(ledger);
  return (
    <div ref={root} className={css.view} data-help-page={`ledger:${ledger}`} {...RECORD_LIST}>
      {lead}
      <div className={css.tools}>
        <SearchBox
          box={records.search}
          label={t('search.label', { name })}
          placeholder={t('search.placeholder')}
          searched={view.filter.search}
          onSearch={(found) => setFilter(withConditions(viewState(key).filter, { search: found }))}
          onEnter={records.enter}
          onLeave={toGrid}
        />
        <ListCount text={ids === null ? null : t('count', { count, n: format.count(count) })} />
        <LedgerActions
          canExport={count > 0}
          trash={trash}
          onCreate={create}
          onImport={() => goToImports(ledger)}
          onExport={exportList}
          onTrash={() => setFilter(trash ? {} : { deleted: true })}
        />
      </div>
      <FilterSentence
        ledger={ledger}
        filter={view.filter}
        options={options}
        without={without}
        today={today}
        onChange={setFilter}
      />
      <ListFrame
        fault={list.fault}
        onRetry={list.refresh}
        pane={view.pane}
        keys={t('table.keys')}
        list={
          <LedgerTable
            ledger={ledger}
            list={list}
            options={options}
            selected={view.selected}
            today={today}
            without={without}
            grid={grid}
            onSelect={records.select}
            onOpen={records.open}
            empty={
              list.answered && (
                <LedgerEmpty
                  ledger={ledger}
                  trash={trash}
                  filtered={isLimiting(view.filter)}
                  onClear={() => setFilter({})}
                  onCreate={create}
                />
              )
            }
          />
        }
        beside={
          <EntryPane
            ledger={ledger}
            view={key}
            list={list}
            options={options}
            actions={actions}
            today={today}
            values={begin ? { ...begin, ...values } : values}
            onDone={toGrid}
          />
        }
      />
    </div>
  );
}

/** Views of one ledger under different conditions each keep their own state. */
function viewKey(ledger: LedgerId, fixed: EntryFilter): string {
  return isLimiting(fixed) ? `${ledger} ${JSON.stringify(fixed)}` : ledger;
}
