import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import css from '../imports.module.css';

type Row = Preview['rows'][number];

/** Rows that would be taken: new, updated (with what changes) or unchanged. */
export function PreviewRows({
  rows,
  total,
  withChanges,
}: {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly withChanges: boolean;
}) {
  const { t } = useTranslation('imports');
  const { t: dossier, i18n } = useTranslation('dossiers');
  const format = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const nameOf = (field: string) =>
    i18n.exists(`dossiers:fields.${field}`) ? dossier(`fields.${field as 'code'}`) : field;
  const columns: DataColumn<Row>[] = [
    {
      id: 'row',
      header: t('preview.row'),
      width: '70px',
      align: 'right',
      cell: (row) => format.count(row.row),
    },
    { id: 'code', header: t('preview.code'), width: 'minmax(180px, 1fr)', cell: (row) => row.code ?? '—' },
    {
      id: 'summary',
      header: t('preview.summary'),
      width: 'minmax(220px, 2.4fr)',
      cell: (row) => <span title={row.summary}>{row.summary}</span>,
    },
  ];
  if (withChanges) {
    columns.push({
      id: 'changes',
      header: t('preview.changes'),
      width: 'minmax(260px, 2.4fr)',
      cell: (row) => {
        const words = row.changes
          .map(
            (change) =>
              `${nameOf(change.field)}: ${change.from ?? t('preview.empty')} → ${change.to ?? t('preview.empty')}`,
          )
          .join('; ');
        return <span title={words}>{words}</span>;
      },
    });
  }
  return (
    <>
      <DataTable
        columns={columns}
        count={rows.length}
        rowAt={(at) => rows[at]}
        active={active}
        onActive={setActive}
        label={t('steps.preview')}
      />
      {rows.length < total && (
        <p className={css.shown}>
          {t('preview.shown', { n: format.count(rows.length), total: format.count(total) })}
        </p>
      )}
    </>
  );
}
