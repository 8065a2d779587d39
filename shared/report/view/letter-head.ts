import type { LocalDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { type ReportWords, writtenDate } from '../words.ts';

/** `ỦY BAN NHÂN DÂN` stands on a line of its own above the name of the place, as on every letter head. */
export function agencyLines(name: string): string[] {
  const upper = name.toUpperCase();
  const body = /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+(.+)$/u.exec(upper);
  return body?.[1] && body[2] ? [body[1], body[2]] : [upper];
}

/** Cơ quan chủ quản as it is printed; null where there is none. */
export function superiorLine(superior: string | null): string | null {
  return superior === null || superior === '' ? null : superior.toUpperCase();
}

/** `Phước An, ngày 05 tháng 02 năm 2024`; day and month blank where the date is to be written in. */
export function placeAndDate(
  place: string,
  date: LocalDate | null,
  blankYear: string,
  { page }: ReportWords,
): string {
  if (date === null) return fill(page.placeAndDateBlank, { place, year: blankYear });
  return fill(page.placeAndDate, { place, ...writtenDate(date) });
}
