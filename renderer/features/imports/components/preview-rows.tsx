import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, Preview } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { useKindWords } from '../hooks/use-kind-words.ts';
import css from '../imports.module.css';

type Row = Preview['rows'][number];

/** Rows that would be taken: new, updated (with what changes) or unchanged. */
export function PreviewRows({
  rows,
  total,
  kind,
  withChanges,
}: {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly kind: ImportKind;
  readonly withChanges: boolean;
}) {
  const { t } = useTranslation('imports');
  const words = useKindWords();
  const format = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const columns: DataColumn<Row>[] = [
    {
      id: 'row',
      header: t('preview.row'),
      width: '70px',
      align: 'right',
      cell: (row) => format.count(row.row),
    },
    {
      id: 'code',
      header: t(kind === 'dossiers' ? 'preview.code' : 'preview.entry'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => row.code ?? '—',
    },
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
        const said = row.changes
          .map(
            (change) =>
              `${words.fieldOf(kind, change.field)}: ${change.from ?? t('preview.empty')} → ${change.to ?? t('preview.empty')}`,
          )
          .join('; ');
        return <span title={said}>{said}</span>;
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
