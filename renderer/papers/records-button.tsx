import { useTranslation } from 'react-i18next';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
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
