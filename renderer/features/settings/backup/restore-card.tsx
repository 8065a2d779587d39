import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '#shared/ipc/contract/backups.ts';
import { call } from '../../../app/bridge.ts';
import { applyAppState, useSession } from '../../../app/session.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { askForRestore } from '../../../backup/ask.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

/** Taking a copy, moving to a new machine, and bringing back what a restore moved aside. */
export function RestoreCard({ replaced }: { replaced: BackupState['replaced'] }) {
  const { t } = useTranslation('backup');
  const { busy, fault, run } = useDeed();
  const sample = useSession(({ app }) => app?.sample ?? false);
  const bringBack = (id: string, at: string) =>
    run(async () => {
      applyAppState(await call('restore.bringBack', { id }), null, true);
      showDone(t('replaced.done', { at: formatInstant(at) }));
    });
  return (
    <Card title={t('restore.title')} padded>
      <p className={classes.note}>{t('restore.text')}</p>
      <div className={classes.buttons}>
        <Button variant="default" disabled={sample} onClick={() => askForRestore()}>
          {t('restore.open')}
        </Button>
        <span className="dim">{t('restore.move')}</span>
      </div>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {replaced.length > 0 ? (
        <>
          <p className={classes.note}>{t('replaced.text')}</p>
          <ul className={classes.entries}>
            {replaced.map(({ id, at }) => (
              <li key={id}>
                <span>{t('replaced.at', { at: formatInstant(at) })}</span>
                <Button
                  variant="default"
                  size="compact-sm"
                  h={30}
                  loading={busy}
                  onClick={() => void bringBack(id, at)}
                >
                  {t('replaced.bringBack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
