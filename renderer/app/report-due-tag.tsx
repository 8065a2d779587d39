import { useTranslation } from 'react-i18next';
import { dayNumber } from '#shared/domain/local-date.ts';
import { useNavigation } from './navigation.ts';
import { useSession } from './session.ts';
import classes from './shell.module.css';
import { useQuery } from './use-query.ts';

/** "còn 3 ngày" beside Báo cáo: days left to send the report of the period looked at, by the unit's own setting. */
export function ReportDueTag() {
  const { t } = useTranslation('common');
  const period = useNavigation((navigation) => navigation.period);
  const today = useSession((session) => session.app?.today ?? null);
  const overview = useQuery('evaluation.overview', period === null ? null : { period }, [
    'ledgers',
    'dossiers',
    'settings',
    'reports',
  ]);
  const report = overview.data?.report;
  if (!report || report.signed || report.dueOn === null || today === null) return null;
  const left = dayNumber(report.dueOn) - dayNumber(today);
  if (left > 30) return null;
  if (left < -30) return null;
  return (
    <em className={left < 0 ? classes.tagLate : classes.tag}>
      {left < 0
        ? t('reportDue.late', { count: -left })
        : left === 0
          ? t('reportDue.today')
          : t('reportDue.left', { count: left })}
    </em>
  );
}
