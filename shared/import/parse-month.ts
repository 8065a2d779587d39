import { tidyText } from './cells.ts';
import { parseDateCell } from './parse-date.ts';
import { DateCell, type RawCell } from './types.ts';

const MONTH_FIRST = /^(?:tháng|t)?\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})$/iu;
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/;
const YEAR = /^(?:năm\s*)?(\d{4})$/iu;

/** The month a cell names as `YYYY-MM`: `3/2024`, `tháng 3 năm 2024`, `T3/2024`, `2024-03`, or any day in it. */
export function parseMonth(cell: RawCell): string | null {
  if (cell instanceof DateCell) return monthOfDay(cell);
  if (typeof cell !== 'string') return null;
  const text = tidyText(cell);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return month(monthFirst[2], monthFirst[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst ? month(yearFirst[1], yearFirst[2]) : monthOfDay(text);
}

function month(year: string | undefined, number: string | undefined): string | null {
  const value = Number(number);
  return value >= 1 && value <= 12 ? `${year}-${String(value).padStart(2, '0')}` : null;
}

function monthOfDay(cell: RawCell): string | null {
  return parseDateCell(cell)?.slice(0, 7) ?? null;
}

/** The year a cell names: 2024, `năm 2024`, or that of a day (a cell that shows only the year of its date). */
export function parseYear(cell: RawCell): number | null {
  if (cell instanceof DateCell) return Number(parseDateCell(cell)?.slice(0, 4)) || null;
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = tidyText(cell);
  return Number(YEAR.exec(text)?.[1] ?? parseDateCell(text)?.slice(0, 4)) || null;
}
