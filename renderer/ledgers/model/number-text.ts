import { formatCount, type Language } from '#shared/i18n/format.ts';

/**
 * Reads a number as clerks type it: `1204`, `1.204`, `2,5`, `80%`. Groups of three after a point or comma are
 * thousands, a comma or point before other digits is the decimal mark. Null when it is none.
 */
export function parseNumber(text: string): number | null {
  const typed = text.replace(/[\s\u00a0%]/gu, '');
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$|^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(typed);
  if (grouped)
    return Number(
      `${(grouped[1] ?? grouped[3] ?? '').replace(/[.,]/g, '')}.${grouped[2] ?? grouped[4] ?? '0'}`,
    );
  if (/^\d+([.,]\d+)?$/.test(typed)) return Number(typed.replace(',', '.'));
  return null;
}

/** A whole or half number: `1.204`, `2,5` in Vietnamese. */
export function formatNumber(value: number, language: Language): string {
  const [whole = '0', decimals] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '-' : '';
  const grouped = sign + formatCount(Number(whole), language);
  return decimals === undefined ? grouped : `${grouped}${language === 'vi' ? ',' : '.'}${decimals}`;
}
