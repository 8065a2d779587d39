import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { resolvedOn } from '#shared/domain/dossier-facts.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../app/bridge.ts';
import { forgetKept, useKept } from '../../app/kept.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useSession } from '../../app/session.ts';
import { takeTyping } from '../../app/typed-ahead.ts';
import { useMay } from '../../app/use-may.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { isLimiting, withConditions } from '../../record-list/conditions.ts';
import { focusOpenForm } from '../../record-list/focus-open-form.ts';
import { ListCount } from '../../record-list/list-count.tsx';
import { ListFrame } from '../../record-list/list-frame.tsx';
import css from '../../record-list/record-list.module.css';
import { SearchBox } from '../../record-list/search-box.tsx';
import { RECORD_LIST, useListKeys } from '../../record-list/use-list-keys.ts';
import { useRecordList } from '../../record-list/use-record-list.ts';
import { showRefused } from '../../ui/toast.tsx';
import { DossierEmpty } from './components/dossier-empty.tsx';
import { DossierPane } from './components/dossier-pane.tsx';
import { DossierTable } from './components/dossier-table.tsx';
import { DueCalendar } from './components/due-calendar.tsx';
import { ExportDialog } from './components/export-dialog.tsx';
import { FilterSentence } from './components/filter-sentence.tsx';
import { PaperCheck } from './components/paper-check.tsx';
import { ScreenActions } from './components/screen-actions.tsx';
import { useDossierActions } from './hooks/use-dossier-actions.ts';
import { useDossierList } from './hooks/use-dossier-list.ts';
import { useExport } from './hooks/use-export.ts';
import { useDossiersView } from './store.ts';

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
  const root = useRef<HTMLDivElement>(null);
  // Whoever led here says what to show; `stamp` tells the same request from an old one.
  useEffect(() => {
    const { seen, arrive } = useDossiersView.getState();
    if (target.stamp !== seen) arrive(target);
  }, [target]);

  const { ids } = list;
  const records = useRecordList<StoredDossier>({
    ids,
    place: { drawn: view, read: useDossiersView.getState, change: useDossiersView.setState },
    fetch: async (id) => (await call('dossiers.get', { id })).dossier,
  });
  const { count, grid, toGrid } = records;

  const startCalendar = () => view.setMode('calendar');
  const startCheck = () => view.setMode('check');
  const toList = () => {
    view.setMode('list');
    toGrid();
  };
  const exporting = useExport(view.filter, today ?? null);

  const create = () => {
    if (focusOpenForm(root.current, view.pane)) return;
    takeTyping({
      form: true,
      onEscape: () => {
        useDossiersView.getState().open({ kind: 'closed' });
        toGrid();
      },
    });
    view.open({ kind: 'form', id: null });
  };
  // Whoever may see ID numbers is asked whether they go along.
  const mayShow = useMay('see-numbers');
  const [asking, setAsking] = useKept('dossiers.export', false);
  const exportList = () => {
    if (count === 0 || exporting.running) return;
    if (mayShow) setAsking(true);
    else void exporting.start(null);
  };
  const undo = () => void actions.undo();
  useListKeys(
    root,
    view.mode !== 'list'
      ? { undo }
      : {
          create,
          edit: () => {
            if (records.current !== null && !view.filter.deleted)
              view.open({ kind: 'form', id: records.current });
          },
          remove: () =>
            records.changeCurrent((row) => (row.deleted ? actions.restore(row) : actions.remove(row))),
          undo,
          exportList,
          search: records.toSearch,
          close: records.close,
          own: {
            p: startCheck,
            l: startCalendar,
            t: () =>
              records.withCurrent(({ id, record, deleted }) => {
                if (deleted) return;
                if (resolvedOn(record) !== null) showRefused(t('actions.suspendDone', { code: record.code }));
                else view.open({ kind: 'form', id, suspend: true });
              }),
          },
        },
  );

  if (!today) return null;
  return (
    <Page
      fill
      title={view.mode === 'list' ? t('title') : t(`${view.mode}.title`)}
      subtitle={
        // The line stays, so that what lies under it does.
        view.mode === 'list' ? (
          <ListCount text={ids === null ? null : t('count', { count, n: format.count(count) })} />
        ) : (
          '\u00a0'
        )
      }
      actions={
        view.mode === 'list' && (
          <ScreenActions
            onCreate={create}
            onCalendar={startCalendar}
            onCheck={startCheck}
            onExport={exportList}
            canExport={count > 0 && !exporting.running}
          />
        )
      }
    >
      {asking && (
        <ExportDialog
          onClose={() => forgetKept('dossiers.export')}
          onStart={(reason) => {
            forgetKept('dossiers.export');
            void exporting.start(reason);
          }}
        />
      )}
      {view.mode === 'check' && (
        <PaperCheck
          today={today}
          onUndo={(changeSets) => void actions.undoMany(changeSets)}
          onClose={toList}
        />
      )}
      {view.mode === 'calendar' && (
        <DueCalendar
          today={today}
          onList={(filter) => {
            view.setFilter(filter);
            toList();
          }}
          onClose={toList}
        />
      )}
      <div ref={root} className={css.view} hidden={view.mode !== 'list'} {...RECORD_LIST}>
        <div className={css.tools}>
          <SearchBox
            box={records.search}
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            searched={view.filter.search}
            beside
            onSearch={(found) =>
              view.setFilter(withConditions(useDossiersView.getState().filter, { search: found }))
            }
            onEnter={records.enter}
            onLeave={toGrid}
          />
          <FilterSentence
            filter={view.filter}
            fields={choices.data?.fields ?? []}
            today={today}
            onChange={(filter) => view.setFilter(filter)}
          />
        </div>
        <ListFrame
          fault={list.fault}
          onRetry={list.refresh}
          pane={view.pane}
          keys={t('table.keys')}
          list={
            <DossierTable
              list={list}
              selected={view.selected}
              today={today}
              grid={grid}
              onSelect={records.select}
              onOpen={records.open}
              empty={
                list.answered && (
                  <DossierEmpty
                    filtered={isLimiting(view.filter)}
                    onClear={() => view.setFilter({})}
                    onCreate={create}
                  />
                )
              }
            />
          }
          beside={<DossierPane today={today} list={list} actions={actions} onDone={toGrid} />}
        />
      </div>
    </Page>
  );
}
