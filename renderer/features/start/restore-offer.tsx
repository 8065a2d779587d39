import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { askForRestore } from '../../backup/ask.ts';
import { formatInstant } from '../../ui/instant.ts';

/** Damage that a restore mends. */
const MENDED: readonly (string | null)[] = ['DATA_DAMAGED', 'KEYRING_MISSING', 'KEYRING_DAMAGED'];

/** Where the data is damaged: the newest good copy at hand, and the way to take it. */
export function RestoreOffer({ code }: { code: string | null }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const mended = MENDED.includes(code);
  const { data } = useQuery('restore.candidates', mended ? {} : null);
  if (!mended) return null;
  const best = data?.copies.find(({ state }) => state === 'good');
  return (
    <>
      {best?.head ? (
        <p>
          {t('damaged.text', {
            at: formatInstant(best.head.madeAt),
            where: t(`where.${best.where}`),
            dossiers: format.count(best.head.counts.dossiers),
          })}
        </p>
      ) : null}
      <Button onClick={askForRestore}>{t('damaged.open')}</Button>
    </>
  );
}
