import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { resolvedOn } from '#shared/domain/dossier-facts.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call, toFault } from '../../app/bridge.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { showFault, showRefused } from '../../ui/toast.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { DossierEmpty } from './components/dossier-empty.tsx';
import { DossierPane } from './components/dossier-pane.tsx';
import { DossierTable } from './components/dossier-table.tsx';
import { FilterSentence } from './components/filter-sentence.tsx';
import { PaperCheck } from './components/paper-check.tsx';
import { ScreenActions } from './components/screen-actions.tsx';
import css from './dossiers.module.css';
import { useDossierActions } from './hooks/use-dossier-actions.ts';
import { useDossierKeys } from './hooks/use-dossier-keys.ts';
import { useDossierList } from './hooks/use-dossier-list.ts';
import { useExport } from './hooks/use-export.ts';
import { isLimiting } from './model/filter-sentence.ts';
import { useDossiersView } from './store.ts';

/** The dossier shown has left the list: the pane shows the one selected in its place, so that keys act on what is seen. */
function followSelection(gone: number | null, next: number | null): void {
  const { pane, open } = useDossiersView.getState();
  if (pane.kind !== 'detail' || pane.id !== gone) return;
  open(next === null ? { kind: 'closed' } : { kind: 'detail', id: next });
}

/** Hồ sơ: the list, its filter as a sentence, the search, and beside them the dossier or its form. */
export default function DossiersScreen() {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const today = useSession((session) => session.app?.today);
  const view = useDossiersView();
  const target = useNavigation((navigation) => navigation.dossiers);
  const choices = useQuery('dossiers.choices', {}, ['dossiers', 'settings']);
  const list = useDossierList(view.filter);
  const actions = useDossierActions();
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(view.filter.search ?? '', (found) =>
    view.change({ search: found === '' ? undefined : found }),
  );

  // Whoever led here says what to show; `stamp` tells the same request from an old one.
  useEffect(() => {
    const { seen, arrive } = useDossiersView.getState();
    if (target.stamp !== seen) arrive(target);
  }, [target]);

  const { ids } = list;
  const count = ids?.length ?? 0;
  const shownId = view.pane.kind === 'closed' ? null : view.pane.id;
  // The list moved under the selection, or another screen asked for a dossier: the selection follows the dossier.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new list or a request moves things
  useEffect(() => {
    if (!ids) return;
    const { selected, selectedId, select } = useDossiersView.getState();
    const at = selectedId === null ? -1 : ids.indexOf(selectedId);
    const nearest = Math.min(selected, ids.length - 1);
    if (at >= 0) select(at, selectedId);
    else if (selected >= 0) {
      select(nearest, ids[nearest] ?? null);
      followSelection(selectedId, ids[nearest] ?? null);
    }
  }, [ids, target]);

  const select = (position: number) => {
    const id = ids?.[position] ?? null;
    view.select(position, id);
    if (id !== null && view.pane.kind === 'detail') view.open({ kind: 'detail', id });
  };
  const open = (position: number) => {
    const id = ids?.[position];
    if (id === undefined) return;
    view.select(position, id);
    view.open({ kind: 'detail', id });
  };
  const withRow = async (id: number | null, act: (row: StoredDossier) => void) => {
    if (id === null) return;
    try {
      act((await call('dossiers.get', { id })).dossier);
    } catch (reason) {
      showFault(toFault(reason));
    }
  };
  const toGrid = () => {
    // At once, so that the very next key is the list's; again when a pane has gone and taken the focus along.
    grid.current?.focus();
    requestAnimationFrame(() => grid.current?.focus());
  };

  const startCheck = () => view.setMode('check');
  const endCheck = () => {
    view.setMode('list');
    toGrid();
  };
  const exporting = useExport(view.filter, today ?? null);

  useDossierKeys(view.mode === 'list', {
    suspend: () => {
      void withRow(view.selectedId ?? shownId, ({ id, record, deleted }) => {
        if (deleted) return;
        if (resolvedOn(record) !== null) showRefused(t('actions.suspendDone', { code: record.code }));
        else view.open({ kind: 'form', id, suspend: true });
      });
    },
    check: startCheck,
    exportList: () => void exporting.start(),
    create: () => view.open({ kind: 'form', id: null }),
    edit: () => {
      const id = view.selectedId ?? shownId;
      if (id !== null) view.open({ kind: 'form', id });
    },
    remove: () =>
      void withRow(
        view.selectedId ?? shownId,
        (row) => void (row.deleted ? actions.restore(row) : actions.remove(row)),
      ),
    undo: () => void actions.undo(),
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    close: () => {
      if (view.pane.kind === 'detail') view.open({ kind: 'closed' });
      toGrid();
    },
  });

  if (!today) return null;
  const nothing = ids !== null && count === 0;
  return (
    <Page
      fill
      title={view.mode === 'check' ? t('check.title') : t('title')}
      subtitle={
        view.mode === 'list' && (
          <span className={css.count} role="status" aria-live="polite">
            {ids === null ? t('table.loading') : t('count', { count, n: format.count(count) })}
          </span>
        )
      }
      actions={
        view.mode === 'list' && (
          <ScreenActions
            onCreate={() => view.open({ kind: 'form', id: null })}
            onCheck={startCheck}
            onExport={() => void exporting.start()}
            canExport={count > 0 && !exporting.running}
          />
        )
      }
    >
      {view.mode === 'check' && (
        <PaperCheck today={today} onUndo={() => void actions.undo()} onClose={endCheck} />
      )}
      <div className={css.screen} hidden={view.mode === 'check'}>
        {exporting.running && (
          <ProgressBar
            label={t('export.working')}
            done={exporting.progress?.done ?? 0}
            total={exporting.progress?.total ?? null}
            onCancel={exporting.cancel}
          />
        )}
        <div className={css.tools}>
          <TextInput
            ref={search}
            className={css.search ?? ''}
            aria-label={t('search.label')}
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
          <FilterSentence
            filter={view.filter}
            fields={choices.data?.fields ?? []}
            today={today}
            onChange={(filter) => view.setFilter(filter)}
          />
        </div>
        {list.fault && <ErrorNotice fault={list.fault} onRetry={list.refresh} />}
        <div className={css.body} data-pane={view.pane.kind === 'closed' ? undefined : view.pane.kind}>
          <div className={css.list}>
            {nothing && !list.loading ? (
              <DossierEmpty
                filtered={isLimiting(view.filter)}
                onClear={() => view.setFilter({})}
                onCreate={() => view.open({ kind: 'form', id: null })}
              />
            ) : (
              <DossierTable
                list={list}
                selected={view.selected}
                today={today}
                grid={grid}
                onSelect={select}
                onOpen={open}
              />
            )}
          </div>
          <DossierPane today={today} list={list} actions={actions} onDone={toGrid} />
        </div>
        <div className={css.foot}>{t('table.keys')}</div>
      </div>
    </Page>
  );
}
