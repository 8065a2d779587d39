import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useQuery } from '../../../app/use-query.ts';
import { DateField } from '../../../ui/date-field.tsx';
import css from './consolidation.module.css';
import { useGathering } from './store.ts';

/** By which days it is judged, and whether pages are compared. */
export function TermsLine() {
  const { t } = useTranslation('gathering');
  const { due, received, pages } = useGathering();
  const period = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const settings = useQuery('receiver.settings', {}, ['settings']).data;
  const span = period === null ? null : resolvePeriod(period, scheme);
  const days = settings?.dueDays ?? null;
  const proposed = span === null || days === null ? null : addDays(span.to, days);
  return (
    <div className={css.days}>
      <DateField
        size="xs"
        w={128}
        label={t('terms.due')}
        placeholder={t('terms.noDue')}
        value={due?.period === period ? due.day : proposed}
        onChange={(day) =>
          useGathering.setState({ due: day === null || period === null ? null : { period, day } })
        }
      />
      <DateField
        size="xs"
        w={128}
        label={t('terms.received')}
        title={t('terms.receivedHint')}
        placeholder={t('terms.noReceived')}
        value={received}
        onChange={(day) => useGathering.setState({ received: day })}
      />
      <Checkbox
        size="xs"
        label={t('terms.pages')}
        description={t('terms.pagesHint')}
        checked={pages === 'all'}
        onChange={(event) => useGathering.setState({ pages: event.currentTarget.checked ? 'all' : 'none' })}
      />
    </div>
  );
}
