import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { TabLine } from '../components/tab-line.tsx';
import css from './consolidation.module.css';
import { FilesView } from './files-view.tsx';
import { FlowView } from './flow-view.tsx';
import { TABLE_VIEWS, type TableView, useGathering } from './store.ts';
import { TotalsView } from './totals-view.tsx';
import { UnitsView } from './units-view.tsx';
import { WrittenView } from './written-view.tsx';

const VIEWS: Readonly<Record<TableView, (props: { readonly table: ReceiverTable }) => React.ReactNode>> = {
  units: UnitsView,
  objectives: TotalsView,
  flow: FlowView,
  files: FilesView,
  written: WrittenView,
};

/** The parts of the table, each with its number of rows; below them by what everything was judged. */
export function TableParts({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const format = useFormat();
  const view = useGathering((state) => state.view);
  const View = VIEWS[view];
  const notes: Readonly<Record<TableView, string | undefined>> = {
    units: format.count(table.units.length),
    objectives: format.count(table.objectives.length),
    flow: undefined,
    files: format.count(table.files.length + table.passedOver.length),
    written: format.count(table.reasons.length),
  };
  return (
    <>
      <TabLine
        id="gathering"
        label={t('views.label')}
        minor
        firstDigit={3}
        value={view}
        onChange={(next) => useGathering.setState({ view: next })}
        tabs={TABLE_VIEWS.map((value) => {
          const note = notes[value];
          return { value, text: t(`views.${value}`), ...(note === undefined ? {} : { note }) };
        })}
      />
      <div id="gathering-panel" role="tabpanel" aria-labelledby={`gathering-${view}`} className={css.panel}>
        <View table={table} />
      </div>
      <p className={css.basis}>
        {t('basis.set', {
          name: table.targetSet.name,
          version: table.targetSet.version,
          level: t(`receiver:levels.${table.level}`),
        })}{' '}
        {t(`basis.pages.${table.pages}`)} {t('basis.offline')}
      </p>
    </>
  );
}
