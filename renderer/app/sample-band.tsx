import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFault } from './bridge.ts';
import { applyAppState, useSession } from './session.ts';
import classes from './shell.module.css';

/** Says on every screen that the figures are those of the invented commune, and leads out. */
export function SampleBand() {
  const { t } = useTranslation('common');
  const [busy, setBusy] = useState(false);
  async function leave(): Promise<void> {
    setBusy(true);
    try {
      applyAppState(await call('app.leaveSample', {}));
    } catch (reason) {
      useSession.setState({ fault: toFault(reason) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <aside className={classes.sample} aria-label={t('sample.label')}>
      <span>
        <b>{t('sample.title')}</b> <span>{t('sample.text')}</span>
      </span>
      <Button variant="default" size="compact-xs" loading={busy} onClick={() => void leave()}>
        {t('sample.leave')}
      </Button>
    </aside>
  );
}
