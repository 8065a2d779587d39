import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/bridge.ts';
import { longWork } from '../../../app/long-work.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

/** Everything encrypted anew under a new key. */
export function RekeyCard() {
  const { t } = useTranslation('access');
  const { busy, fault, run } = useDeed();
  const rekey = () =>
    run(async () => {
      await longWork(t('rekey.working'), (task) => call('access.rekey', { task }));
      showDone(t('rekey.done'));
    });
  return (
    <Card title={t('rekey.title')} padded>
      <p className={classes.note}>{t('rekey.note')}</p>
      {fault ? <ErrorNotice fault={fault} /> : null}
      <div className={classes.buttons}>
        <Button variant="default" loading={busy} onClick={() => void rekey()}>
          {t('rekey.do')}
        </Button>
      </div>
    </Card>
  );
}
