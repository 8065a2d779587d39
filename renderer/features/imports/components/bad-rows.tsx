import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { useRemarkWords } from '../hooks/use-remark-words.ts';

/** Every wrong cell: row and column of the file, what stands there, why it cannot be taken. */
export function BadRows({ rows }: { readonly rows: readonly CellRemark[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useRemarkWords();
  const [active, setActive] = useState<number | null>(null);
  const columns: DataColumn<CellRemark>[] = [
    {
      id: 'row',
      header: t('preview.row'),
      width: '70px',
      align: 'right',
      cell: (row) => format.count(row.row),
    },
    {
      id: 'column',
      header: t('preview.column'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => row.column ?? '—',
    },
    {
      id: 'value',
      header: t('preview.value'),
      width: 'minmax(110px, 1fr)',
      cell: (row) =>
        row.value ? (
          <span title={row.value}>{row.value}</span>
        ) : (
          <span className="dim">{t('preview.empty')}</span>
        ),
    },
    {
      id: 'reason',
      header: t('preview.reason'),
      width: 'minmax(260px, 5fr)',
      cell: (row) => <span title={words(row)}>{words(row)}</span>,
    },
  ];
  return (
    <DataTable
      columns={columns}
      count={rows.length}
      rowAt={(at) => rows[at]}
      active={active}
      onActive={setActive}
      label={t('preview.kinds.bad')}
    />
  );
}
