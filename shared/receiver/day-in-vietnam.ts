import { addDays, fromDayNumber, type LocalDate } from '../domain/local-date.ts';

/** Việt Nam, all year. */
const ZONE = 7 * 3_600_000;

/** The Vietnamese day of a UTC instant (ISO 8601). */
export function dayInVietnam(instant: string): LocalDate {
  return addDays(fromDayNumber(0), Math.floor((Date.parse(instant) + ZONE) / 86_400_000));
}
