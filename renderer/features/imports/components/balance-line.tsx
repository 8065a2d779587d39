import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import css from '../imports.module.css';

/** "đọc 520 = mới 520 + cập nhật 0 + không đổi 0 + lỗi 0; bỏ qua 3 dòng": every row of the file accounted for. */
export function BalanceLine({ balance }: { readonly balance: Balance }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const n = {
    read: format.count(balance.read),
    added: format.count(balance.added),
    updated: format.count(balance.updated),
    unchanged: format.count(balance.unchanged),
    bad: format.count(balance.bad),
  };
  return (
    <p className={css.balance}>
      {t('preview.balance', n)}
      {balance.ignored > 0 && (
        <span className="dim">; {t('preview.ignored', { n: format.count(balance.ignored) })}</span>
      )}
    </p>
  );
}
