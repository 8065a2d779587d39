import { percentOf } from '#shared/domain/verdict.ts';
import type { Language } from '#shared/i18n/format.ts';
import { formatPercent } from '#shared/i18n/format.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { TrendPoint } from '#shared/ipc/contract/evaluation.ts';
import type { TrendMark } from '../ui/charts/trend-chart.tsx';

/**
 * The marks of a trend: every period under its name, the year where it changes, and its figure against the target of
 * the set that judged that period. The verdict is the one that was given, nothing is judged here.
 */
export function trendMarks(points: readonly TrendPoint[], language: Language): TrendMark[] {
  let year = '';
  return points.map(({ period, numerator, denominator, threshold, verdict }) => {
    const [label = period, own = ''] = periodShort(period, language).split('/');
    const under = own === year ? '' : own;
    year = own;
    return {
      id: period,
      label,
      under,
      value:
        numerator === null || denominator === null
          ? ''
          : formatPercent(percentOf(numerator, denominator), language),
      numerator,
      denominator,
      target: threshold === null ? null : threshold.basisPoints / 100,
      met: verdict === 'met' ? true : verdict === 'missed' ? false : null,
    };
  });
}

/** Whether there is anything to compare: figures of two periods at least. */
export function hasTrend(points: readonly TrendPoint[]): boolean {
  return points.filter(({ denominator }) => denominator !== null && denominator > 0).length > 1;
}
