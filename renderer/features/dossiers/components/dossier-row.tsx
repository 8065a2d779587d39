import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { formatOptionalDate } from '#shared/i18n/format.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import css from '../dossiers.module.css';
import { daysLate } from '../model/status-look.ts';
import { StatusMark } from './status-mark.tsx';

interface Props {
  readonly id: string;
  readonly position: number;
  readonly top: number;
  readonly row: StoredDossier | undefined;
  readonly selected: boolean;
  readonly today: LocalDate;
}

/** One row of the list, 34 px high; drawn empty while its record is on its way. */
export const DossierRow = memo(function DossierRow({ id, position, top, row, selected, today }: Props) {
  const { t } = useTranslation('dossiers');
  const place = { transform: `translateY(${top}px)` };
  if (!row) {
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={position + 2}
        aria-selected={selected}
        aria-busy
        className={css.row}
        style={place}
        data-position={position}
      >
        <span role="gridcell" className={css.waiting} />
      </div>
    );
  }
  const { record } = row;
  const late = daysLate(record, row.overdue, today);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={position + 2}
      aria-selected={selected}
      className={css.row}
      style={place}
      data-position={position}
      data-deleted={row.deleted || undefined}
    >
      <span role="gridcell" className={css.code} title={record.code}>
        {record.code}
      </span>
      <span role="gridcell" title={record.applicantName ?? undefined}>
        {record.applicantName ?? <Blank />}
      </span>
      <span role="gridcell" title={record.procedureName ?? undefined}>
        {record.procedureName ?? record.procedureCode ?? <Blank />}
      </span>
      <span role="gridcell" className={css.wide}>
        {record.channel ? t(`channelShort.${record.channel}`) : <Blank />}
      </span>
      <span role="gridcell" className={`num ${css.wide}`}>
        {formatOptionalDate(record.receivedOn)}
      </span>
      <span role="gridcell" className="num" data-late={(row.overdue && late !== null) || undefined}>
        {formatOptionalDate(record.dueOn)}
      </span>
      <span role="gridcell" className={`num ${css.wide}`}>
        {formatOptionalDate(record.finishedOn ?? record.returnedOn)}
      </span>
      <span role="gridcell" className={css.statusCell}>
        {row.deleted ? (
          <span className={css.status} data-tone="none">
            {t('deleted')}
          </span>
        ) : (
          <StatusMark record={record} />
        )}
        {late !== null && !row.deleted && (
          <span className={css.late}>
            <span aria-hidden>▲ </span>
            {t(row.overdue ? 'overdueDays' : 'lateDays', { n: late })}
          </span>
        )}
      </span>
    </div>
  );
});

function Blank() {
  const { t } = useTranslation('dossiers');
  return (
    <span className={css.blank}>
      <span aria-hidden>—</span>
      <span className="sr-only">{t('notRecorded')}</span>
    </span>
  );
}
