import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { choosePeriod, goTo, useNavigation } from '../app/navigation.ts';
import { useFormat } from '../app/words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import css from './receipts.module.css';
import { type Taken, useTakenReceipts } from './take-receipts.ts';

/** What became of the answers given last, on whichever screen they were given. */
export function TakenNotice() {
  const { t } = useTranslation('receipts');
  const taken = useTakenReceipts((state) => state.taken);
  if (taken.length === 0) return null;
  return (
    <div className={css.notice} role="status">
      <ul>
        {taken.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={at}>
            <TakenLine taken={one} />
          </li>
        ))}
      </ul>
      <Button variant="default" size="compact-sm" onClick={() => useTakenReceipts.setState({ taken: [] })}>
        {t('take.close')}
      </Button>
    </div>
  );
}

function TakenLine({ taken }: { readonly taken: Taken }) {
  const { t } = useTranslation('receipts');
  const { language } = useFormat();
  const screen = useNavigation((navigation) => navigation.screen);
  if (taken.kind === 'fault')
    return (
      <ErrorNotice fault={taken.fault}>
        <p>{t('take.fault', { name: taken.name })}</p>
      </ErrorNotice>
    );
  if (taken.kind === 'not-an-answer')
    return (
      <span className={css.noticeLine} data-tone="attention">
        <span>
          <span aria-hidden="true">! </span>
          {t('take.notAnswer', { name: taken.name })}
        </span>
        {screen !== 'verify' && (
          <Button variant="default" size="compact-sm" onClick={() => goTo('verify')}>
            {t('take.toVerify')}
          </Button>
        )}
      </span>
    );
  const { entry } = taken;
  const words = {
    which: t('which', { period: periodTitle(entry.period, language), n: entry.revision }),
    verdict: t(`${entry.trusted ? 'line' : 'lineUnknown'}.${entry.verdict}`),
    last: taken.kind === 'superseded' ? taken.last : '',
  };
  return (
    <span className={css.noticeLine} data-tone={toneOf(taken.kind, entry)}>
      <span>
        <span aria-hidden="true">{markOf(taken.kind, entry)} </span>
        {t(`take.${taken.kind}`, words)}
      </span>
      {screen !== 'reports' && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            choosePeriod(entry.period);
            goTo('reports');
          }}
        >
          {t('take.see')}
        </Button>
      )}
    </span>
  );
}

/** Sign before the words, which say the same. */
function markOf(
  kind: Taken['kind'],
  { verdict, trusted }: { readonly verdict: 'accepted' | 'returned'; readonly trusted: boolean },
): string {
  if (kind !== 'new' || !trusted) return '!';
  return verdict === 'accepted' ? '✓' : '↩';
}

function toneOf(
  kind: Taken['kind'],
  { verdict, trusted }: { readonly verdict: 'accepted' | 'returned'; readonly trusted: boolean },
): 'met' | 'missed' | 'attention' | undefined {
  if (kind !== 'new') return undefined;
  if (!trusted) return 'attention';
  return verdict === 'accepted' ? 'met' : 'missed';
}
