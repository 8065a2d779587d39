import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCalendarYear } from '#shared/catalogues/calendar-file.ts';
import { type DueTime, parseDueTimes } from '#shared/catalogues/due-times-file.ts';
import { parseProcedures } from '#shared/catalogues/procedure-file.ts';
import type { CalendarYear, WorkCalendar } from '#shared/domain/calendar.ts';
import type { Procedure } from '#shared/domain/procedure.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';
import {
  type ListedProcedure,
  type OwnProcedures,
  withOwnDays,
  withOwnProcedures,
} from './own-catalogues.ts';

/** What catalogues are made of: the program's resources and the commune's own entries in the book. */
export type CatalogueSource = Pick<Workspace, 'resourcesDir' | 'store'>;

const calendars = new Map<string, CalendarYear[]>();
const catalogues = new Map<string, Procedure[]>();
const times = new Map<string, DueTime[]>();

/** The working days by the tables of the resources and the commune's own days, which win. */
export function workCalendar({ resourcesDir, store }: CatalogueSource): WorkCalendar {
  const own = store.entries.entries('calendar-days');
  return perEntries(calendarsOf, own, resourcesDir, () => {
    const given = givenCalendar(resourcesDir);
    const days = withOwnDays(
      given.flatMap((table) => table.days),
      own,
    );
    // An own day does not make a year known of which no notice was given.
    return {
      days: new Map(days.map((day) => [day.date, day])),
      years: new Set(given.map(({ year }) => year)),
    };
  });
}
const calendarsOf = new WeakMap<object, Map<string, WorkCalendar>>();

/** The procedures of the resources and the commune's own versions, the later winning where they overlap. */
export function procedureList({ resourcesDir, store }: CatalogueSource): readonly ListedProcedure[] {
  const own = store.entries.entries('procedures');
  return perEntries(proceduresOfEntries, own, resourcesDir, () => procedureListOf(resourcesDir, own));
}
const proceduresOfEntries = new WeakMap<object, Map<string, readonly ListedProcedure[]>>();

/** {@link procedureList} as it would be with other own versions than those in the book. */
export function procedureListOf(resourcesDir: string, own: OwnProcedures): readonly ListedProcedure[] {
  return withOwnProcedures(givenProcedures(resourcesDir), own);
}

/** Times by which ledgers propose a due day (`due-times/*.json` of the resources), read once. */
export function dueTimes(resourcesDir: string): readonly DueTime[] {
  return once(times, resourcesDir, () => jsonFiles(join(resourcesDir, 'due-times')).flatMap(parseDueTimes));
}

/** The days of one year that differ from the week's rule, own ones marked. */
export function calendarOf(source: CatalogueSource, year: number): Output<'settings.calendar'> {
  const given = givenCalendar(source.resourcesDir).find((each) => each.year === year)?.days ?? [];
  const own = source.store.entries
    .entries('calendar-days')
    .filter(({ record }) => Number(record.date.slice(0, 4)) === year);
  return withOwnDays(given, own).map(({ date, kind, name, source, own: isOwn }) => ({
    date,
    kind,
    name,
    source,
    own: isOwn,
  }));
}

/** All procedures with the commune's own on top; `amount` in days or working days by `unit`, by channel where it differs. */
export function proceduresOf(source: CatalogueSource): Output<'settings.procedures'> {
  return procedureList(source).map(
    ({ code, name, field, time, timeByChannel, issuesDocument, validFrom, validTo, source, own }) => ({
      code,
      name,
      field,
      amount: time?.amount ?? null,
      unit: time?.unit ?? null,
      onlineAmount: timeByChannel.online?.amount ?? null,
      postAmount: timeByChannel.post?.amount ?? null,
      issuesDocument,
      validFrom,
      validTo,
      source,
      own,
    }),
  );
}

/** The calendar years in `calendar/vn-YEAR.json` of the resources, read once. */
function givenCalendar(resourcesDir: string): CalendarYear[] {
  return once(calendars, resourcesDir, () =>
    jsonFiles(join(resourcesDir, 'calendar')).map(parseCalendarYear),
  );
}

/** The procedures in `procedures/*.json` of the resources, read once. */
function givenProcedures(resourcesDir: string): Procedure[] {
  return once(catalogues, resourcesDir, () =>
    jsonFiles(join(resourcesDir, 'procedures')).flatMap(parseProcedures),
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

/** Keeps what was made of a list of entries for as long as the book gives that very list: until its ledger changes. */
function perEntries<T>(
  known: WeakMap<object, Map<string, T>>,
  entries: object,
  key: string,
  make: () => T,
): T {
  const made = known.get(entries) ?? new Map<string, T>();
  known.set(entries, made);
  return once(made, key, make);
}
