import type { LocalDate } from '#shared/domain/local-date.ts';

const MONTH = /^(?:(\d{4})-(\d{1,2})|(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?)$/;

/**
 * Reads a reporting month as it is typed: `3` (of this year, or of the last one when it is still to come), `3/2024`,
 * `03.24`, `2024-03`. The answer is `YYYY-MM`; null when it is none.
 */
export function parseMonth(text: string, today: LocalDate): string | null {
  const parts = MONTH.exec(text.trim());
  if (!parts) return null;
  const month = Number(parts[2] ?? parts[3]);
  if (month < 1 || month > 12) return null;
  const said = parts[1] ?? parts[4];
  const now = Number(today.slice(0, 4));
  const year =
    said === undefined
      ? month > Number(today.slice(5, 7)) + 1
        ? now - 1
        : now
      : said.length === 2
        ? 2000 + Number(said)
        : Number(said);
  return year < 1901 || year > 2198 ? null : `${year}-${String(month).padStart(2, '0')}`;
}

/** `2024-03` → `03/2024`; the text itself when it is no month. */
export function formatMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts ? `${parts[2]}/${parts[1]}` : month;
}
