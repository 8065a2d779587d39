import { addDays, formatDate, fromDayNumber, type LocalDate } from '../domain/local-date.ts';

/** Việt Nam is seven hours ahead of UTC all year. */
const ZONE = 7 * 3_600_000;

/**
 * A UTC instant (ISO 8601) as `15/03/2024 10:00:07` in the time of Việt Nam, whatever the machine's zone and locale;
 * for what is written into files and on paper. A text that is no instant is given back as it is.
 */
export function timeInVietnam(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const local = new Date(at + ZONE).toISOString();
  return `${formatDate(local.slice(0, 10) as LocalDate)} ${local.slice(11, 19)}`;
}

/** The Vietnamese day of a UTC instant (ISO 8601). */
export function dayInVietnam(instant: string): LocalDate {
  return addDays(fromDayNumber(0), Math.floor((Date.parse(instant) + ZONE) / 86_400_000));
}
