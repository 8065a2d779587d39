import { dateParts, formatDate, type LocalDate } from '../domain/local-date.ts';
import { parsePeriodId } from '../domain/period.ts';
import type { Threshold } from '../domain/target-set.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { report as enWords } from '../i18n/en/report.ts';
import { fill } from '../i18n/fill.ts';
import { formatCount, formatRatio, type Language } from '../i18n/format.ts';
import { report as viWords } from '../i18n/vi/report.ts';

export type ReportWords = Catalogue<typeof viWords>;

/** Words of the report in a language; the page itself is only ever printed in Vietnamese. */
export function reportWords(language: Language): ReportWords {
  return language === 'vi' ? viWords : enWords;
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** A period within a sentence: `quý I năm 2024`. The id itself when it is none. */
export function periodInSentence(id: string, words: ReportWords): string {
  const parts = parsePeriodId(id);
  if (!parts) return id;
  const { year, kind, index } = parts;
  const named = words.page.period;
  switch (kind) {
    case 'month':
      return fill(named.month, { index, year });
    case 'quarter':
      return fill(named.quarter, { index: ROMAN[index - 1] ?? index, year });
    case 'half':
      return fill(index === 1 ? named.half1 : named.half2, { year });
    case 'nine-months':
      return fill(named.nineMonths, { year });
    case 'year':
      return fill(named.year, { year });
  }
}

/** `≥ 97%`, `> 90%`, `100%`; no decimals that are not needed. */
export function thresholdText({ op, basisPoints }: Threshold, language: Language): string {
  const decimals =
    basisPoints % 100 === 0
      ? ''
      : (language === 'vi' ? ',' : '.') +
        String(basisPoints % 100)
          .padStart(2, '0')
          .replace(/0$/, '');
  const percent = `${Math.floor(basisPoints / 100)}${decimals}%`;
  return op === '=' ? percent : `${op === '>=' ? '≥' : '>'}\u00a0${percent}`;
}

/** `33,25%`: the page sets no blank before the sign, as offices write it; a dash without a figure. */
export function percentText(percent: string | null, language: Language): string {
  if (percent === null) return '–';
  const [whole = '', decimals = ''] = percent.split('.');
  return `${formatCount(Number(whole), language)}${language === 'vi' ? ',' : '.'}${decimals}%`;
}

/** `146/439`; a dash without a figure. */
export function ratioText(numerator: number | null, denominator: number | null, language: Language): string {
  return numerator === null || denominator === null ? '–' : formatRatio(numerator, denominator, language);
}

/** `ngày 05 tháng 02 năm 2024` parts: two digits for days below 10 and the months 1 and 2 (NĐ 30/2020). */
export function writtenDate(date: LocalDate): { day: string; month: string; year: string } {
  const { day, month, year } = dateParts(date);
  return {
    day: String(day).padStart(2, '0'),
    month: month <= 2 ? `0${month}` : String(month),
    year: String(year),
  };
}

/** The words of a check by its code (what follows `:` names an objective); its code where it is not known. */
export function checkText(
  code: string,
  params: Readonly<Record<string, string | number | null>>,
  words: ReportWords,
  language: Language,
): string {
  const key = code.split(':')[0] as keyof ReportWords['checks'];
  const template = words.checks[key] as string | undefined;
  if (template === undefined) return code;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'period' && typeof value === 'string'
        ? periodInSentence(value, words)
        : paramText(value, language),
    ]),
  );
  return fill(template, shown);
}

function paramText(value: string | number | null, language: Language): string {
  if (typeof value === 'number') return formatCount(value, language);
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value as LocalDate) : (value ?? '');
}
