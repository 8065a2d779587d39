import type { Evaluation } from '#shared/domain/evaluation.ts';
import { dayNumber, type LocalDate, minDate } from '#shared/domain/local-date.ts';

type Cut = Pick<Evaluation, 'period' | 'asOf'>;

/** Last day counted: the period's last one, or the day of evaluation while it runs (counting.md, "As of a day"). */
export function endOf({ period, asOf }: Cut): LocalDate {
  return minDate(period.to, asOf);
}

/** No day of the period is still to come. */
export function isOver({ period, asOf }: Cut): boolean {
  return asOf >= period.to;
}

/** How the period stands on the day of evaluation, and the days it still has after that day. */
export function periodState({ period, asOf }: Cut): {
  kind: 'over' | 'running' | 'future';
  daysLeft: number;
} {
  const daysLeft = Math.max(0, dayNumber(period.to) - dayNumber(asOf));
  if (asOf < period.from) return { kind: 'future', daysLeft };
  return { kind: asOf >= period.to ? 'over' : 'running', daysLeft };
}
