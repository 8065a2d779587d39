import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

/** Whether the system's key store opens the book for whoever is signed in; offered only where it really encrypts. */
export function KeystoreCard({ keystore, name }: Pick<AccessState, 'keystore'> & { readonly name: string }) {
  const { t } = useTranslation('access');
  const { busy, fault, run } = useDeed();
  const { absent, on } = keystore;
  const set = (next: boolean) =>
    run(async () => {
      await call('access.setKeystore', { on: next });
      showDone(t(next ? 'keystore.on' : 'keystore.off', { name }));
    });
  return (
    <Card title={t('keystore.title')} padded>
      {fault ? <ErrorNotice fault={fault} /> : null}
      <p className={classes.note}>{t(absent === null ? 'keystore.note' : `keystore.absent.${absent}`)}</p>
      {absent === null || on ? (
        <Switch
          mt={10}
          label={t('keystore.label')}
          checked={on}
          disabled={busy}
          onChange={(event) => void set(event.currentTarget.checked)}
        />
      ) : null}
    </Card>
  );
}
