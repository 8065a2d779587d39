import { useTranslation } from 'react-i18next';
import type { CopyEntry } from '#shared/ipc/contract/backups.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { formatInstant, formatSize } from '../../../ui/instant.ts';
import classes from '../settings.module.css';

/** Copies that are there, newest first. */
export function CopyTable({ copies }: { copies: readonly CopyEntry[] }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  return (
    <Card title={t('copies.title')} note={t('copies.note', { n: format.count(copies.length) })}>
      {copies.length === 0 ? (
        <p className={classes.cardText}>{t('place.never')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('copies.at')}</th>
              <th scope="col">{t('copies.reason')}</th>
              <th scope="col">{t('copies.where')}</th>
              <th scope="col">{t('copies.holds')}</th>
              <th scope="col">{t('copies.size')}</th>
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={`${copy.where} ${copy.file}`}>
                <td title={copy.file}>{copy.head ? formatInstant(copy.head.madeAt) : copy.file}</td>
                <td>
                  {copy.head && copy.state === 'good'
                    ? t(`reason.${copy.head.reason}`)
                    : t(`copies.${copy.state}` as 'copies.newer')}
                </td>
                <td>{t(`where.${copy.where}`)}</td>
                <td>
                  {copy.head
                    ? t('copies.counts', {
                        dossiers: format.count(copy.head.counts.dossiers),
                        entries: format.count(copy.head.counts.entries),
                        reports: format.count(copy.head.counts.reports),
                      })
                    : '—'}
                </td>
                <td className="num">{formatSize(copy.size, format.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
