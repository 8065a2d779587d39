import { Drawer } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareFileNames } from '#shared/domain/vietnamese-order.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { shortUnitName } from '../../../app/unit-name.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import { FileDetails } from './file-details.tsx';
import type { FileRow } from './model/flags.ts';
import { FILE_LOOK } from './model/look.ts';

/** A file of the table, or the name of one that was passed over. */
type Row = FileRow | string;

/** Every file that came in with what became of it and why, and after them what was passed over. */
export function FilesView({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation(['gathering', 'receiver', 'common']);
  const { language } = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const [open, setOpen] = useState<FileRow | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rows = useMemo((): Row[] => {
    const rank = ({ state }: FileRow) =>
      FILE_LOOK[state].tone === 'missed' ? 0 : FILE_LOOK[state].tone === 'attention' ? 1 : 2;
    return [
      ...[...table.files].sort((a, b) => rank(a) - rank(b) || compareFileNames(a.name, b.name)),
      ...[...table.passedOver].sort(compareFileNames),
    ];
  }, [table]);
  const columns = useMemo(
    (): DataColumn<Row>[] => [
      {
        id: 'state',
        header: t('columns.result'),
        width: '176px',
        cell: (row) =>
          typeof row === 'string' ? (
            <span className="dim">{t('files.passedOver')}</span>
          ) : (
            <ToneBadge tone={FILE_LOOK[row.state].tone} mark={FILE_LOOK[row.state].mark}>
              {t(`receiver:fileStates.${row.state}`)}
            </ToneBadge>
          ),
      },
      {
        id: 'name',
        header: t('columns.file'),
        width: 'minmax(280px, 1.6fr)',
        cell: (row) => {
          const name = typeof row === 'string' ? row : row.name;
          return <span title={name}>{name}</span>;
        },
      },
      {
        id: 'unit',
        header: t('columns.unit'),
        width: 'minmax(160px, 0.7fr)',
        cell: (row) =>
          typeof row === 'string' ? null : (
            <span title={row.unitName ?? undefined}>
              <span className="num dim">{row.statedCode}</span>{' '}
              {row.unitName === null ? '' : shortUnitName(row.unitName)}
            </span>
          ),
      },
      {
        id: 'period',
        header: t('columns.period'),
        width: '110px',
        cell: (row) =>
          typeof row === 'string' || row.period === null ? null : periodShort(row.period, language),
      },
      {
        id: 'revision',
        header: t('columns.revision'),
        width: '52px',
        align: 'right',
        cell: (row) => (typeof row === 'string' ? null : row.revision),
      },
      {
        id: 'reason',
        header: t('columns.reason'),
        width: 'minmax(220px, 1.1fr)',
        cell: (row) => {
          const said =
            typeof row === 'string'
              ? t('files.passedOverWhy')
              : row.reasons
                  .filter(({ code }) => code !== 'PAGE_NOT_COMPARED')
                  .map(({ message }) => message)
                  .join(' ');
          return <span title={said}>{said}</span>;
        },
      },
    ],
    [t, language],
  );
  return (
    <>
      <DataTable
        grid={grid}
        label={t('views.files')}
        columns={columns}
        count={rows.length}
        rowAt={(at) => rows[at]}
        active={active}
        onActive={setActive}
        onOpen={(at) => {
          const row = rows[at];
          if (row !== undefined && typeof row !== 'string') setOpen(row);
        }}
      />
      <p className={css.keys}>{t('keys.files')}</p>
      {open && (
        <Drawer
          opened
          onClose={() => {
            setOpen(null);
            requestAnimationFrame(() => grid.current?.focus());
          }}
          position="right"
          size="min(820px, 100vw)"
          title={open.name}
          closeButtonProps={{ 'aria-label': t('common:action.close') }}
          classNames={{ body: css.drawer ?? '' }}
        >
          <FileDetails key={`${open.name} ${open.sha256}`} file={open} />
        </Drawer>
      )}
    </>
  );
}
