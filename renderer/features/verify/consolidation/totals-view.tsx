import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { thresholdWords } from '../../../ui/threshold-words.ts';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import { ObjectiveDrawer } from './objective-drawer.tsx';

type Total = ReceiverTable['objectives'][number];

/** The sums by objective, judged by the receiver's thresholds; each opens on the units behind it. */
export function TotalsView({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation('gathering');
  const format = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const columns: DataColumn<Total>[] = [
    {
      id: 'title',
      header: t('columns.objective'),
      width: 'minmax(260px, 2fr)',
      cell: ({ id, title }) => (
        <span title={title}>
          <b>{id}</b> {title}
        </span>
      ),
    },
    {
      id: 'sum',
      header: t('columns.sum'),
      width: '200px',
      align: 'right',
      cell: ({ percent, numerator, denominator }) => (
        <Figure percent={percent} numerator={numerator} denominator={denominator} />
      ),
    },
    {
      id: 'threshold',
      header: t('columns.threshold'),
      width: '86px',
      align: 'right',
      cell: ({ threshold }) => <span className="dim">{thresholdWords(threshold, format)}</span>,
    },
    {
      id: 'verdict',
      header: t('columns.verdict'),
      width: '132px',
      cell: ({ verdict, shortBy, striven }) => (
        <VerdictBadge verdict={verdict} shortBy={shortBy} striven={striven} />
      ),
    },
    {
      id: 'units',
      header: t('columns.units'),
      width: '82px',
      align: 'right',
      cell: ({ units }) => format.count(units),
    },
    {
      id: 'missed',
      header: t('columns.missed'),
      width: '82px',
      align: 'right',
      cell: ({ missedBy }) => (
        <span title={missedBy.join(', ')}>
          {missedBy.length > 0 ? '▲ ' : ''}
          {format.count(missedBy.length)}
        </span>
      ),
    },
    {
      id: 'leftOut',
      header: t('columns.leftOut'),
      width: '92px',
      align: 'right',
      cell: ({ leftOut }) => format.count(leftOut.length),
    },
  ];
  return (
    <>
      <DataTable
        grid={grid}
        label={t('views.objectives')}
        columns={columns}
        count={table.objectives.length}
        rowAt={(at) => table.objectives[at]}
        active={active}
        onActive={setActive}
        onOpen={(at) => setOpen(table.objectives[at]?.id ?? null)}
        toneOf={({ verdict }) => (verdict === 'missed' ? 'missed' : null)}
      />
      <p className={css.keys}>{t('keys.objectives')}</p>
      {open !== null && (
        <ObjectiveDrawer
          table={table}
          objective={open}
          onClose={() => {
            setOpen(null);
            requestAnimationFrame(() => grid.current?.focus());
          }}
        />
      )}
    </>
  );
}
