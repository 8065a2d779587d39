import { useTranslation } from 'react-i18next';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { useFormat } from '../app/words.ts';
import { PaperButton } from './paper-button.tsx';

type Records = Omit<Extract<PaperChoice, { kind: 'records' }>, 'kind'>;

/** Shows the printed list of the records behind a figure. */
export function RecordsButton(records: Records) {
  const { t } = useTranslation('papers');
  return (
    <PaperButton
      what={{ kind: 'records', ...records }}
      label={t('open.records')}
      title={t('open.recordsHint')}
    />
  );
}

/** Shows the printed list of those that lack a fact which the figure needs. */
export function MissingButton({ count, ...records }: Omit<Records, 'list'> & { readonly count: number }) {
  const { t } = useTranslation('papers');
  const { count: shown } = useFormat();
  return (
    <PaperButton
      what={{ kind: 'records', ...records, list: 'missing' }}
      label={t('open.missing', { n: shown(count) })}
      title={t('open.recordsHint')}
      keyed={false}
    />
  );
}
