import { useTranslation } from 'react-i18next';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { ReasonList } from '../../../receipts/index.ts';
import css from './answer.module.css';

/** What the receiver wants corrected, at hand while the report that replaces the returned one is written. */
export function ReturnedNote({ answer }: { readonly answer: ReceiptEntry }) {
  const { t } = useTranslation('receipts');
  return (
    <section className={css.returned} data-returned aria-label={t('reasons')}>
      <h3>
        <span aria-hidden="true">↩ </span>
        {t('take.amendFor', { name: answer.receiver.name })}
        {!answer.trusted && <span> ({t('lineUnknown.returned')})</span>}
      </h3>
      <ReasonList reasons={answer.reasons} />
    </section>
  );
}
