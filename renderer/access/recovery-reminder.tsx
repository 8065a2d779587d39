import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.ts';
import classes from './access.module.css';
import { askForRecovery } from './ask.ts';

/** Says on Tổng quan that there is no recovery sheet, until there is one. */
export function RecoveryReminder() {
  const { t } = useTranslation('access');
  const missing = useSession(({ app }) => app?.phase === 'ready' && !app.recoverable);
  if (!missing) return null;
  return (
    <div className={classes.reminder} role="note">
      <span>{t('reminder.text')}</span>
      <Button size="compact-sm" h={30} variant="default" onClick={askForRecovery}>
        {t('reminder.make')}
      </Button>
    </div>
  );
}
