import type { LocalDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { type ReportWords, writtenDate } from '../words.ts';
import type { HeadingView } from './view-model.ts';

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

/** What stands at the head of a paper of the office. */
export interface LetterHead {
  readonly unit: { readonly name: string; readonly place: string; readonly superior: string | null };
  readonly number: string;
  /** Null: to be written in; then only the year of {@link LetterHead.madeAt} is printed. */
  readonly date: LocalDate | null;
  /** Day or instant at which the paper is made. */
  readonly madeAt: string;
  readonly title: string;
  readonly subject: readonly string[];
}

/** The head of every paper: agency, country, place and date, name and subject (NĐ 30/2020, Phụ lục I). */
export function letterHead(
  { unit, number, date, madeAt, title, subject }: LetterHead,
  words: ReportWords,
): HeadingView {
  return {
    superior: superiorLine(unit.superior),
    agency: agencyLines(unit.name),
    number,
    country: words.page.country,
    motto: words.page.motto,
    placeAndDate: placeAndDate(unit.place, date, madeAt.slice(0, 4), words),
    title,
    subject,
  };
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
