import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { useFormat } from '../../app/words.ts';
import { Proposal as ProposalBox } from '../../record-list/notice.tsx';
import type { Proposal } from '../hooks/use-proposals.ts';
import { formatNumber } from '../model/number-text.ts';

interface Props {
  readonly due: NonNullable<Proposal['due']>;
  /** Day from which the time runs. */
  readonly from: LocalDate | null;
  /** What the field holds now. */
  readonly value: LocalDate | null;
  onTake(day: LocalDate): void;
}

/** The due day that follows from the rule and the calendar, with its reason in words. */
export function ProposalLine({ due, from, value, onTake }: Props) {
  const { t } = useTranslation('entries');
  const { language } = useFormat();
  const { dueOn, unit, amount, holidays } = due;
  if (dueOn === null || unit === null || from === null) return null;
  const values = { n: formatNumber(amount ?? 0, language), from: formatDate(from) };
  const reason =
    unit === 'same-day'
      ? t('proposal.sameDay')
      : t(unit === 'days' ? 'proposal.days' : 'proposal.workingDays', values);
  const without =
    unit !== 'working-days'
      ? null
      : holidays.length === 0
        ? t('proposal.without')
        : t('proposal.withoutHolidays', {
            holidays: holidays.map((day) => `${day.name} (${formatDate(day.date).slice(0, 5)})`).join(', '),
          });
  return (
    <ProposalBox>
      <b>{t('proposal.due', { date: formatDate(dueOn) })}</b>
      {value === dueOn ? <span className="met"> ✓ {t('proposal.taken')}</span> : null}
      {value !== null && value !== dueOn ? (
        <Button variant="default" size="compact-xs" ml={8} onClick={() => onTake(dueOn)}>
          {t('proposal.take')}
        </Button>
      ) : null}
      <br />
      {[reason, without].filter(Boolean).join(', ')}.
    </ProposalBox>
  );
}
