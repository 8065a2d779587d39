import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';

/** The day of an ISO instant as dd/MM/yyyy (the day in UTC, as certificates state it); the text itself when it is none. */
export function writtenDay(instant: string): string {
  const day = parseIsoDate(instant.slice(0, 10));
  return day === null ? instant : formatDate(day);
}
