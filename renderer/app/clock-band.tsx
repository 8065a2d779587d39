import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { formatInstant } from '../ui/instant.ts';
import { call } from './bridge.ts';
import { useSession } from './session.ts';
import classes from './shell.module.css';

/**
 * Says on every screen, before anything is entered, imported or signed, that the machine's clock is behind the book. It
 * is looked at again when somebody comes back to the window: a clock is set outside it.
 */
export function ClockBand({ behind }: { behind: AppState['clockBehind'] }) {
  const { t } = useTranslation('common');
  /** The last time in the book of which it was said that the clock is right. */
  const [known, setKnown] = useState<string | null>(null);
  useEffect(() => {
    const look = () => void lookAgain();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  if (behind === null || behind.last === known) return null;
  const { now, last } = behind;
  return (
    <aside className={classes.clock} aria-label={t('clock.label')}>
      <span role="status">
        <b>{t('clock.title')}</b> {t('clock.text', { now: formatInstant(now), last: formatInstant(last) })}
      </span>
      <Button variant="default" size="compact-xs" onClick={() => setKnown(last)}>
        {t('clock.hide')}
      </Button>
    </aside>
  );
}

async function lookAgain(): Promise<void> {
  const { app } = useSession.getState();
  if (app?.phase !== 'ready' || app.sample) return;
  try {
    const { phase, clockBehind } = await call('app.state', {});
    const current = useSession.getState().app;
    if (phase !== 'ready' || current?.phase !== 'ready') return;
    if (current.clockBehind?.last === clockBehind?.last) return;
    useSession.setState({ app: { ...current, clockBehind } });
  } catch {
    // Whatever is wrong is told where it is asked for.
  }
}
