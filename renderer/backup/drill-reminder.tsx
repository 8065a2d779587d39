import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import reminder from '../access/access.module.css';
import { goToSettings } from '../app/navigation.ts';
import { useSession } from '../app/session.ts';
import { useQuery } from '../app/use-query.ts';
import { useFormat } from '../app/words.ts';
import classes from './backup.module.css';

/** Says on Tổng quan that nobody tried for too long whether a copy could be restored, or that a try failed. */
export function DrillReminder() {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const own = useSession(({ app }) => app?.phase === 'ready' && !app.sample);
  const { data } = useQuery('backups.state', own ? {} : null, ['settings']);
  if (!own || data === null || data.drillDue === null) return null;
  const failed = data.drill !== null && !data.drill.ok;
  if (!data.overdue && !failed) return null;
  return (
    <div className={`${reminder.reminder} ${classes.overdue}`} role="note">
      <span>
        <b>▲ {t(failed ? 'reminder.failed' : 'drill.overdue', { date: format.date(data.drillDue) })}</b>{' '}
        {t(failed ? 'reminder.failedText' : 'reminder.text')}
      </span>
      <Button size="compact-sm" h={30} variant="default" onClick={() => goToSettings('backup')}>
        {t('reminder.open')}
      </Button>
    </div>
  );
}
