import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MENDED_BY_RESTORE } from '#shared/access/mended-by-restore.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { askForRestore } from '../../backup/ask.ts';
import { formatInstant } from '../../ui/instant.ts';

/** Whether a restore mends what a fault says. */
export const mended = (code: string | null | undefined): boolean =>
  (MENDED_BY_RESTORE as ReadonlySet<string>).has(code ?? '');

/** Where the data is damaged: the newest good copy at hand, and the way to take it. */
export function RestoreOffer({ code }: { code: string | null }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const { data } = useQuery('restore.candidates', mended(code) ? {} : null);
  if (!mended(code)) return null;
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
