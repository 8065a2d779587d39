import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { useQuery } from '../../../app/use-query.ts';
import { Proposal } from '../../../record-list/notice.tsx';
import { TakeButton } from './take-button.tsx';

interface Props {
  readonly procedureCode: string | null;
  readonly channel: Channel | null;
  readonly receivedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** Stands in the column beside the due date, else across. */
  readonly beside: boolean;
  onTake(day: LocalDate): void;
}

/** The due date that follows from procedure and calendar, with its reason in words. */
export function DueProposal({ procedureCode, channel, receivedOn, dueOn, beside, onTake }: Props) {
  const { t } = useTranslation('dossiers');
  const { data } = useQuery(
    'dossiers.proposeDue',
    procedureCode && receivedOn ? { procedureCode, channel, receivedOn } : null,
    ['settings'],
  );
  if (!data || !receivedOn) return null;
  const { dueOn: proposed, unit, amount, holidays } = data;
  if (proposed === null || unit === null) return <Proposal beside={beside}>{t('due.unknown')}</Proposal>;
  const n = String(amount ?? 0).replace('.', ',');
  const time =
    unit === 'same-day' ? t('due.sameDay') : t(unit === 'days' ? 'due.days' : 'due.workingDays', { n });
  const off = holidays.map((day) => `${formatDate(day.date).slice(0, 5)} ${day.name}`).join(', ');
  return (
    <Proposal beside={beside}>
      <b>{t('due.proposed', { date: formatDate(proposed) })}</b>
      {dueOn === proposed && <span className="met"> ✓ {t('due.taken')}</span>}
      {dueOn !== proposed && <TakeButton onTake={() => onTake(proposed)}>{t('due.take')}</TakeButton>}
      <br />
      {off === '' ? time : t('due.without', { time, holidays: off })}
    </Proposal>
  );
}
