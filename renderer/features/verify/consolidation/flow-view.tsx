import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flowFigures } from '#shared/domain/flow.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import css from './consolidation.module.css';

type FlowRow = ReceiverTable['flow'][number];

/** Group and part of each of the eleven columns of the form, in the order of `flowFigures`. */
const COLUMNS = [
  ['received', 'total'],
  ['received', 'online'],
  ['received', 'other'],
  ['received', 'carriedOver'],
  ['resolved', 'total'],
  ['resolved', 'early'],
  ['resolved', 'onTime'],
  ['resolved', 'late'],
  ['pending', 'total'],
  ['pending', 'inTime'],
  ['pending', 'overdue'],
] as const;

/** Biểu II.06a of all reports that count, added up field by field. */
export function FlowView({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation('gathering');
  const format = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const columns: DataColumn<FlowRow>[] = [
    {
      id: 'field',
      pinned: true,
      header: t('columns.field'),
      width: 'minmax(190px, 1fr)',
      cell: ({ field }) =>
        field === null ? <b>{t('flowHead.sum')}</b> : field === '' ? t('flowHead.noField') : field,
    },
    ...COLUMNS.map(
      ([group, part], at): DataColumn<FlowRow> => ({
        id: `${group}-${part}`,
        header: (
          <span className={css.flowHead} title={`${t(`flowHead.${group}`)}: ${t(`flowHead.${part}`)}`}>
            <span>{t(`flowHead.${group}`)}</span>
            <span>{t(`flowHead.${part}`)}</span>
          </span>
        ),
        width: part === 'other' ? '138px' : '102px',
        align: 'right',
        cell: (row) => {
          const value = format.count(flowFigures(row)[at] ?? 0);
          return row.field === null || part === 'total' ? <b>{value}</b> : value;
        },
      }),
    ),
  ];
  if (table.counts.received === 0) return <p className="dim">{t('flowHead.none')}</p>;
  return (
    <>
      {!table.sound && <p className={css.warn}>▲ {t('basis.unsound')}</p>}
      <DataTable
        label={t('views.flow')}
        columns={columns}
        count={table.flow.length}
        rowAt={(at) => table.flow[at]}
        active={active}
        onActive={setActive}
      />
    </>
  );
}
