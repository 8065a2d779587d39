import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { useDeed } from '../../app/use-deed.ts';
import { useQuery } from '../../app/use-query.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatInstant } from '../../ui/instant.ts';
import { showDone } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** Where copies of the book go, when the last one was made, and one more now. */
export function BackupSection() {
  const { t } = useTranslation(['settings', 'common']);
  const state = useQuery('backups.state', {}, ['settings']);
  const { busy, fault, run: attempt } = useDeed();

  async function run(work: () => Promise<Output<'backups.state'> | null>): Promise<void> {
    await attempt(async () => {
      const done = await work();
      if (done?.last) showDone(t('backup.done', { file: done.last.file }));
    });
    state.refresh();
  }

  const choose = () =>
    run(async () => {
      const chosen = await call('files.pickFolder', {});
      return chosen ? call('backups.choose', { folder: chosen.token }) : null;
    });

  const { data } = state;
  return (
    <Card title={t('backup.title')} padded>
      <p className={classes.note}>{t('backup.text')}</p>
      {state.fault ? <ErrorNotice fault={state.fault} onRetry={state.refresh} /> : null}
      <dl className={classes.facts}>
        <dt>{t('backup.folder')}</dt>
        <dd>{data ? (data.folder ?? t('backup.none')) : '…'}</dd>
        <dt>{t('backup.last')}</dt>
        <dd>
          {data
            ? data.last
              ? `${formatInstant(data.last.at)} · ${data.last.file}`
              : t('backup.never')
            : '…'}
        </dd>
      </dl>
      {fault ? <ErrorNotice fault={fault} /> : null}
      <div className={classes.buttons}>
        <Button variant={data?.folder ? 'default' : 'filled'} loading={busy} onClick={() => void choose()}>
          {t('backup.choose')}
        </Button>
        {data?.folder ? (
          <Button loading={busy} onClick={() => void run(() => call('backups.now', {}))}>
            {t('backup.now')}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
