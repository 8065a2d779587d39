import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { Proposal } from '../../../record-list/notice.tsx';
import type { MovedDue } from '../hooks/use-moved-due.ts';
import { TakeButton } from './take-button.tsx';

/** The due day as closed suspensions would move it: "hạn 10/03 → 15/03 (+3 ngày làm việc)"; one key takes it. */
export function MovedDueNotice({ moved, onTake }: { readonly moved: MovedDue; onTake(): void }) {
  const { t } = useTranslation('dossiers');
  // Both without their year where it is the same.
  const sameYear = moved.from.slice(0, 4) === moved.to.slice(0, 4);
  const short = (day: MovedDue['from']) => formatDate(day).slice(0, sameYear ? 5 : 10);
  const holidays = moved.holidays
    .map((day) => `${day.name} (${formatDate(day.date).slice(0, 5)})`)
    .join(', ');
  return (
    <Proposal>
      <b>
        {t('suspensions.proposal', {
          from: short(moved.from),
          to: short(moved.to),
          n: String(moved.workingDays).replace('.', ','),
        })}
      </b>
      <TakeButton onTake={onTake}>{t('suspensions.take')}</TakeButton>
      {holidays !== '' && (
        <>
          <br />
          {t('suspensions.without', { holidays })}
        </>
      )}
    </Proposal>
  );
}
