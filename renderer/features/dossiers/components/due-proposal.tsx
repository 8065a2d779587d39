import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { useQuery } from '../../../app/use-query.ts';
import css from '../dossiers.module.css';

interface Props {
  readonly procedureCode: string | null;
  readonly channel: Channel | null;
  readonly receivedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  onTake(day: LocalDate): void;
}

/** The due date that follows from procedure and calendar, with its reason in words. */
export function DueProposal({ procedureCode, channel, receivedOn, dueOn, onTake }: Props) {
  const { t } = useTranslation('dossiers');
  const { data } = useQuery(
    'dossiers.proposeDue',
    procedureCode && receivedOn ? { procedureCode, channel, receivedOn } : null,
    ['settings'],
  );
  if (!data || !receivedOn) return null;
  const { dueOn: proposed, unit, amount, holidays } = data;
  if (proposed === null || unit === null) return <p className={css.due}>{t('due.unknown')}</p>;
  const from = formatDate(receivedOn);
  const reason =
    unit === 'same-day'
      ? t('due.sameDay')
      : t(unit === 'days' ? 'due.days' : 'due.workingDays', {
          n: String(amount ?? 0).replace('.', ','),
          from,
        });
  const without =
    unit !== 'working-days'
      ? null
      : holidays.length === 0
        ? t('due.without')
        : t('due.withoutHolidays', {
            holidays: holidays.map((day) => `${day.name} (${formatDate(day.date).slice(0, 5)})`).join(', '),
          });
  return (
    <p className={css.due} aria-live="polite">
      <b>{t('due.proposed', { date: formatDate(proposed) })}</b>
      {dueOn === proposed && <span className={css.savedState}> ✓ {t('due.taken')}</span>}
      {dueOn !== null && dueOn !== proposed && (
        <Button variant="default" size="compact-xs" ml={8} onClick={() => onTake(proposed)}>
          {t('due.take')}
        </Button>
      )}
      <br />
      {[reason, without].filter(Boolean).join(', ')}.
    </p>
  );
}
