import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCalendarYear } from '#shared/catalogues/calendar-file.ts';
import { parseProcedures } from '#shared/catalogues/procedure-file.ts';
import { buildCalendar } from '#shared/domain/calendar.ts';
import { buildProcedures } from '#shared/domain/procedure.ts';

/** JSON value of a file under `resources/`. */
export function resource(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources', path), 'utf8'));
}

export const calendar = buildCalendar(
  [2024, 2025, 2026, 2027].map((year) => parseCalendarYear(resource(`calendar/vn-${year}.json`))),
);
export const procedures = buildProcedures(parseProcedures(resource('procedures/commune.json')));
