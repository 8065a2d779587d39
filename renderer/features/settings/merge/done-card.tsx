import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { MergeDone } from '#shared/ipc/contract/merge.ts';
import { call } from '../../../app/bridge.ts';
import { useSession } from '../../../app/session.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { showDone } from '../../../ui/toast.tsx';
import settings from '../settings.module.css';
import classes from './merge.module.css';

/** One joining of the past: its units with their days, and its balance to save. */
export function DoneCard({ merge }: { readonly merge: MergeDone }) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const today = useSession((session) => session.app?.today ?? null);
  const { busy, fault, run } = useDeed();
  const save = () =>
    run(async () => {
      const target = await call('files.saveAs', {
        proposedName: `${t('done.fileName', { date: today ?? '' })}.xlsx`,
        kind: 'xlsx',
      });
      if (target === null) return;
      const { saved } = await call('merge.saveBalance', { number: merge.number, target: target.token });
      showDone(t('done.saved', { name: saved.name }));
    });
  const day = (date: LocalDate | null): string => (date === null ? t('done.unknown') : formatDate(date));
  return (
    <Card
      title={t('done.title')}
      note={t('done.line', { at: formatInstant(merge.at), user: merge.user, decision: merge.decision })}
      actions={
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void save()}>
          {t('done.save')}
        </Button>
      }
    >
      {fault ? <ErrorNotice fault={fault} /> : null}
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('column.unit')}</th>
            <th>{t('column.code')}</th>
            <th>{t('column.label')}</th>
            <th>{t('column.valid')}</th>
            <th className={classes.num}>{t('column.dossiers')}</th>
            <th className={classes.num}>{t('column.entries')}</th>
            <th className={classes.num}>{t('column.reports')}</th>
          </tr>
        </thead>
        <tbody>
          {merge.units.map(({ name, code, label, from, to, dossiers, entries, reports }) => (
            <tr key={`${code} ${name}`}>
              <td>{name}</td>
              <td>{code}</td>
              <td>{label}</td>
              <td>{t('done.until', { from: day(from), to: day(to) })}</td>
              <td className={classes.num}>{format.count(dossiers)}</td>
              <td className={classes.num}>{format.count(entries)}</td>
              <td className={classes.num}>{format.count(reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {merge.copy === null ? null : (
        <p className={`${settings.note} ${settings.cardText}`}>{t('done.copy', { name: merge.copy })}</p>
      )}
    </Card>
  );
}
