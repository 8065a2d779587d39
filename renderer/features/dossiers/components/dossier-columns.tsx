import type { TFunction } from 'i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { formatOptionalDate } from '#shared/i18n/format.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { Blank } from '../../../record-list/blank.tsx';
import type { DataColumn } from '../../../ui/data-table.tsx';
import css from '../dossiers.module.css';
import { daysLate } from '../model/status-look.ts';
import { StatusMark } from './status-mark.tsx';

/**
 * Room for a name: by the width of the window and not of the table, so that what stands left of the third column stays
 * where it is when the pane opens or closes.
 */
const NAME_WIDTH = 'clamp(140px, 11vw, 260px)';

/** Narrower tables (px) leave columns out, and what they leave out is read in the pane. */
const NARROW = 880;
const NARROWEST = 640;

/** The columns for which a table has room; by how many days a dossier is late is told where all of them fit. */
export function dossierColumns(
  t: TFunction<'dossiers'>,
  today: LocalDate,
  room: number,
): DataColumn<StoredDossier>[] {
  const wide = room > NARROW;
  const days = { width: '94px', align: 'right' } as const;
  const columns: (DataColumn<StoredDossier> | false)[] = [
    {
      id: 'code',
      header: t('columns.code'),
      width: '196px',
      cell: ({ record }) => (
        <span className={css.code} title={record.code}>
          {record.code}
        </span>
      ),
    },
    {
      id: 'applicantName',
      header: t('columns.applicantName'),
      width: NAME_WIDTH,
      cell: ({ record }) => <Told text={record.applicantName} />,
    },
    room > NARROWEST && {
      id: 'procedureName',
      header: t('columns.procedureName'),
      width: wide ? 'minmax(136px, 1fr)' : 'minmax(90px, 1fr)',
      cell: ({ record }) => <Told text={record.procedureName ?? record.procedureCode} />,
    },
    wide && {
      id: 'channel',
      header: t('columns.channel'),
      width: '88px',
      cell: ({ record }) => (record.channel ? t(`channelShort.${record.channel}`) : <Blank />),
    },
    wide && {
      id: 'receivedOn',
      header: t('columns.receivedOn'),
      ...days,
      cell: ({ record }) => formatOptionalDate(record.receivedOn),
    },
    {
      id: 'dueOn',
      header: t('columns.dueOn'),
      ...days,
      cell: (row) => (
        <span className={row.overdue && daysLate(row.record, true, today) !== null ? css.late : undefined}>
          {formatOptionalDate(row.record.dueOn)}
        </span>
      ),
    },
    wide && {
      id: 'finishedOn',
      header: t('columns.finishedOn'),
      ...days,
      cell: ({ record }) => formatOptionalDate(record.finishedOn ?? record.returnedOn),
    },
    {
      id: 'status',
      header: t('columns.status'),
      width: wide ? '240px' : '140px',
      cell: (row) => <Status row={row} late={wide ? daysLate(row.record, row.overdue, today) : null} t={t} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function Told({ text }: { readonly text: string | null }) {
  return text === null ? <Blank /> : <span title={text}>{text}</span>;
}

function Status({
  row,
  late,
  t,
}: {
  readonly row: StoredDossier;
  readonly late: number | null;
  readonly t: TFunction<'dossiers'>;
}) {
  return (
    <span className={css.statusCell}>
      <StatusMark row={row} />
      {late !== null && !row.deleted && (
        <span className={css.late}>
          <span aria-hidden>▲ </span>
          {t(row.overdue ? 'overdueDays' : 'lateDays', { n: late })}
        </span>
      )}
    </span>
  );
}
