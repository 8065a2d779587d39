import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCalendarYear } from '#shared/catalogues/calendar-file.ts';
import { parseProcedures } from '#shared/catalogues/procedure-file.ts';
import type { CalendarYear } from '#shared/domain/calendar.ts';
import type { Procedure } from '#shared/domain/procedure.ts';
import type { Output } from '#shared/ipc/contract.ts';

const calendars = new Map<string, CalendarYear[]>();
const catalogues = new Map<string, Procedure[]>();

/** The calendar years in `calendar/vn-YEAR.json` of the resources, read once. */
export function calendarYears(resourcesDir: string): CalendarYear[] {
  return once(calendars, resourcesDir, () =>
    jsonFiles(join(resourcesDir, 'calendar')).map(parseCalendarYear),
  );
}

/** The procedures in `procedures/*.json` of the resources, read once. */
export function procedures(resourcesDir: string): Procedure[] {
  return once(catalogues, resourcesDir, () =>
    jsonFiles(join(resourcesDir, 'procedures')).flatMap(parseProcedures),
  );
}

/** The days of one year that differ from the week's rule; none for a year without a table. */
export function calendarOf(resourcesDir: string, year: number): Output<'settings.calendar'> {
  const table = calendarYears(resourcesDir).find((each) => each.year === year);
  return (table?.days ?? []).map(({ date, kind, name, source }) => ({ date, kind, name, source }));
}

export function proceduresOf(resourcesDir: string): Output<'settings.procedures'> {
  return procedures(resourcesDir).map(
    ({ code, name, field, time, issuesDocument, validFrom, validTo, source }) => ({
      code,
      name,
      field,
      amount: time?.amount ?? null,
      unit: time?.unit ?? null,
      issuesDocument,
      validFrom,
      validTo,
      source,
    }),
  );
}

function jsonFiles(folder: string): unknown[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function once<T>(known: Map<string, T>, key: string, read: () => T): T {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
