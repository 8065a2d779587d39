import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { call, toFault } from '../../app/bridge.ts';
import { goToImports, type LedgerTarget, ledgerFollowed } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { useFormat } from '../../app/words.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showFault } from '../../ui/toast.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { useEntryActions } from '../hooks/use-entry-actions.ts';
import { useFieldOptions } from '../hooks/use-field-options.ts';
import { LEDGER_VIEW, useLedgerKeys } from '../hooks/use-ledger-keys.ts';
import { useLedgerList } from '../hooks/use-ledger-list.ts';
import css from '../ledgers.module.css';
import { bothFilters, isLimiting, withConditions } from '../model/entry-filter.ts';
import { changeView, type EntryPaneState, useLedgerViewState, viewState } from '../store.ts';
import { useLedgerWords } from '../words.ts';
import { EntryPane } from './entry-pane.tsx';
import { FilterSentence } from './filter-sentence.tsx';
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
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const setFilter = (next: EntryFilter) => changeView(key, { filter: next, selected: -1, selectedId: null });
  const [text, setText] = useSearchText(view.filter.search ?? '', (found) =>
    setFilter(withConditions(viewState(key).filter, { search: found })),
  );

  // Whoever led here says what to show; the stamp tells the same request from an old one.
  useEffect(() => {
    if (!request || request.ledger !== ledger || request.stamp === viewState(key).seen) return;
    changeView(key, {
      seen: request.stamp,
      filter: withConditions(request.filter ?? {}, {}),
      selected: -1,
      selectedId: request.entryId ?? null,
      pane: request.compose
        ? { kind: 'form', id: null, values: request.values }
        : request.entryId === undefined
          ? { kind: 'closed' }
          : { kind: 'detail', id: request.entryId },
    });
    ledgerFollowed(request.stamp);
  }, [request, ledger, key]);

  const { ids } = list;
  const count = ids?.length ?? 0;
  // The list moved under the selection: the selection follows the entry; the pane shows what stands in its place.
  const followed = useRef(ids);
  useEffect(() => {
    if (!ids) return;
    const { selected, selectedId, pane } = viewState(key);
    const at = selectedId === null ? -1 : ids.indexOf(selectedId);
    const moved = followed.current !== ids;
    followed.current = ids;
    if (at >= 0) changeView(key, { selected: at });
    // An entry just saved stands in the next list: until then nothing has left.
    if (at >= 0 || selected < 0 || !moved || selectedId !== view.selectedId) return;
    const nearest = Math.min(selected, ids.length - 1);
    const next = ids[nearest] ?? null;
    const gone = pane.kind === 'detail' && pane.id === selectedId;
    changeView(key, {
      selected: nearest,
      selectedId: next,
      ...(gone ? { pane: next === null ? { kind: 'closed' } : { kind: 'detail', id: next } } : {}),
    });
  }, [ids, key, view.selectedId]);

  const shownId = view.pane.kind === 'closed' ? null : view.pane.id;
  const open = (pane: EntryPaneState) => changeView(key, { pane });
  const select = (position: number) => {
    const id = ids?.[position] ?? null;
    changeView(key, {
      selected: position,
      selectedId: id,
      ...(id !== null && viewState(key).pane.kind === 'detail' ? { pane: { kind: 'detail', id } } : {}),
    });
  };
  const openAt = (position: number) => {
    const id = ids?.[position];
    if (id !== undefined)
      changeView(key, { selected: position, selectedId: id, pane: { kind: 'detail', id } });
  };
  const withRow = async (id: number | null, act: (row: StoredEntry) => void) => {
    if (id === null) return;
    try {
      act((await call('ledgers.get', { ledger, id })).entry);
    } catch (reason) {
      showFault(toFault(reason));
    }
  };
  const toGrid = () => {
    // At once, so that the very next key is the list's; again when a pane has gone and taken the focus along.
    grid.current?.focus();
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) grid.current?.focus();
    });
  };

  useLedgerKeys(root, {
    create: () => open({ kind: 'form', id: null }),
    edit: () => {
      const id = view.selectedId ?? shownId;
      if (id !== null && !view.filter.deleted) open({ kind: 'form', id });
    },
    remove: () =>
      void withRow(
        view.selectedId ?? shownId,
        (row) => void (row.deleted ? actions.restore(row) : actions.remove(row)),
      ),
    undo: () => void actions.undo(),
    exportList: () => {
      if (count > 0) void actions.exportList(filter);
    },
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    close: () => {
      if (view.pane.kind === 'detail') open({ kind: 'closed' });
      toGrid();
    },
  });

  if (!today) return null;
  const trash = view.filter.deleted === true;
  const name = words.name(ledger);
  return (
    <div ref={root} className={css.view} {...LEDGER_VIEW}>
      {lead}
      <div className={css.tools}>
        <TextInput
          ref={search}
          className={css.search ?? ''}
          aria-label={t('search.label', { name })}
          aria-keyshortcuts="/"
          placeholder={t('search.placeholder')}
          value={text}
          spellCheck={false}
          rightSection={<Kbd quiet>/</Kbd>}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              if (count > 0) select(Math.max(0, view.selected));
              toGrid();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              if (text === '') toGrid();
              else setText('');
            }
          }}
        />
        <span className={css.count} role="status" aria-live="polite">
          {ids === null ? t('table.loading') : t('count', { count, n: format.count(count) })}
        </span>
        <span className={css.grow} />
        <Button
          onClick={() => open({ kind: 'form', id: null })}
          aria-keyshortcuts="N"
          rightSection={<Kbd quiet>N</Kbd>}
        >
          {t('actions.add')}
        </Button>
        <Button variant="default" onClick={() => goToImports(ledger)}>
          {t('actions.import')}
        </Button>
        <Button
          variant="default"
          disabled={count === 0}
          aria-keyshortcuts="X"
          rightSection={<Kbd quiet>X</Kbd>}
          onClick={() => void actions.exportList(filter)}
        >
          {t('actions.export')}
        </Button>
        <Button variant="default" onClick={() => setFilter(trash ? {} : { deleted: true })}>
          {t(trash ? 'actions.leaveTrash' : 'actions.trash')}
        </Button>
      </div>
      <FilterSentence
        ledger={ledger}
        filter={view.filter}
        options={options}
        without={without}
        today={today}
        onChange={setFilter}
      />
      {list.fault ? <ErrorNotice fault={list.fault} onRetry={list.refresh} /> : null}
      <div className={css.body} data-pane={view.pane.kind === 'closed' ? undefined : view.pane.kind}>
        <LedgerTable
          ledger={ledger}
          list={list}
          options={options}
          selected={view.selected}
          today={today}
          without={without}
          grid={grid}
          onSelect={select}
          onOpen={openAt}
          empty={
            ids === null || list.loading ? null : (
              <LedgerEmpty
                ledger={ledger}
                trash={trash}
                filtered={isLimiting(view.filter)}
                onClear={() => setFilter({})}
                onCreate={() => open({ kind: 'form', id: null })}
              />
            )
          }
        />
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
      </div>
      <div className={css.foot}>{t('table.keys')}</div>
    </div>
  );
}

/** Views of one ledger under different conditions each keep their own state. */
function viewKey(ledger: LedgerId, fixed: EntryFilter): string {
  return isLimiting(fixed) ? `${ledger} ${JSON.stringify(fixed)}` : ledger;
}
