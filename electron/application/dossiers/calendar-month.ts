import { workHalves } from '#shared/domain/calendar.ts';
import { daysInMonth, localDate } from '#shared/domain/local-date.ts';
import type { DossierCalendar } from '#shared/ipc/contract/dossiers.ts';
import type { Workspace } from '../context.ts';
import { workCalendar } from '../settings/catalogues.ts';

const WORK = ['off', 'half', 'full'] as const;

/** A month (`2024-03`) of receipts and due days in numbers, with the commune's holidays and days made up for. */
export function calendarMonth(workspace: Workspace, id: string): DossierCalendar {
  const year = Number(id.slice(0, 4));
  const month = Number(id.slice(5));
  const calendar = workCalendar(workspace);
  const counts = workspace.store.dossiers.dayCounts(
    localDate(year, month, 1),
    localDate(year, month, daysInMonth(year, month)),
    workspace.clock.today(),
  );
  return {
    month: id,
    days: counts.map((day) => {
      const entry = calendar.days.get(day.date);
      // What the week says anyway (a Saturday off within a holiday) is still named.
      return {
        ...day,
        work: WORK[workHalves(calendar, day.date)],
        special: entry ? { kind: entry.kind, name: entry.name } : null,
      };
    }),
    yearKnown: calendar.years.has(year),
  };
}
