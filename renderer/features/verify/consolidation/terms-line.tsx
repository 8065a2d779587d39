import { Checkbox, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { showUndoable } from '../../../ui/toast.tsx';
import css from './consolidation.module.css';
import { removeSources, useGathering } from './store.ts';

/** Sources that are named; a person who dropped hundreds knows it. */
const NAMED = 4;

/** From what and by which days: the sources with a way to take each off, due day, day of receipt, pages. */
export function TermsLine() {
  const { t } = useTranslation(['gathering', 'common']);
  const format = useFormat();
  const { sources, due, received, pages } = useGathering();
  const period = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const settings = useQuery('receiver.settings', {}, ['settings']).data;
  const span = period === null ? null : resolvePeriod(period, scheme);
  const days = settings?.dueDays ?? null;
  const proposed = span === null || days === null ? null : addDays(span.to, days);
  const takeOff = (token: string | undefined, message: string) =>
    showUndoable(message, t('common:action.undo'), removeSources(token));
  return (
    <div className={css.terms}>
      <div className={css.days}>
        <DateField
          size="xs"
          w={122}
          label={t('terms.due')}
          value={due ?? proposed}
          onChange={(day) => useGathering.setState({ due: day ?? undefined })}
        />
        <DateField
          size="xs"
          w={122}
          label={t('terms.received')}
          title={t('terms.receivedHint')}
          placeholder={t('terms.receivedHint')}
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
      <ul className={css.sources} aria-label={t('sources.label')}>
        {sources.slice(0, NAMED).map((source) => (
          <li key={source.token}>
            <span title={source.name}>
              {source.folder ? t('sources.folder', { name: source.name }) : source.name}
            </span>
            <CloseButton
              size="xs"
              aria-label={t('sources.remove', { name: source.name })}
              onClick={() => takeOff(source.token, t('sources.removed', { name: source.name }))}
            />
          </li>
        ))}
        {sources.length > NAMED && (
          <li className="dim">{t('sources.more', { n: format.count(sources.length - NAMED) })}</li>
        )}
        <li>
          <button type="button" className={css.link} onClick={() => takeOff(undefined, t('sources.cleared'))}>
            {t('sources.clear')}
          </button>
        </li>
      </ul>
    </div>
  );
}
