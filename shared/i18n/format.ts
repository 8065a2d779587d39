import { formatDate, type LocalDate } from '../domain/local-date.ts';

/** Languages of the interface. */
export type Language = 'vi' | 'en';

/**
 * Numbers and dates are written here and nowhere else, without the machine's locale: Vietnamese groups thousands
 * with a point and writes a decimal comma, English the other way round. Dates are dd/MM/yyyy in both.
 */
export function formatCount(value: number, language: Language): string {
  const sign = value < 0 ? '-' : '';
  return sign + String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** `"34.98"` → `34,98 %` (Vietnamese, with a no-break space) or `34.98%`; null → an em dash. */
export function formatPercent(percent: string | null, language: Language): string {
  if (percent === null) return '—';
  const [whole = '', decimals] = percent.split('.');
  const grouped = formatCount(Number(whole), language);
  const digits = decimals === undefined ? grouped : `${grouped}${language === 'vi' ? ',' : '.'}${decimals}`;
  return language === 'vi' ? `${digits}\u00a0%` : `${digits}%`;
}

/** A ratio as its counts, `1.204/3.441`. */
export function formatRatio(numerator: number, denominator: number, language: Language): string {
  return `${formatCount(numerator, language)}/${formatCount(denominator, language)}`;
}

/** dd/MM/yyyy, or a dash where there is no date. */
export function formatOptionalDate(date: LocalDate | null): string {
  return date === null ? '—' : formatDate(date);
}
