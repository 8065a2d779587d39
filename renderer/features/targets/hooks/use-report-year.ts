import { type Period, parsePeriodId, periodId, resolvePeriod } from '#shared/domain/period.ts';
import { useNavigation } from '../../../app/navigation.ts';

/** The report year, by the unit's scheme, to which the period looked at belongs; null before it is known. */
export function useReportYear(): Period | null {
  const period = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const year = period === null ? undefined : parsePeriodId(period)?.year;
  return year === undefined ? null : resolvePeriod(periodId({ year, kind: 'year', index: 1 }), scheme);
}
