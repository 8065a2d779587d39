import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';

/** What the calendar counts on a day. */
export const DAY_LISTS = ['due', 'pending', 'overdue', 'received'] as const;
export type DayList = (typeof DAY_LISTS)[number];

/** The list of exactly those dossiers that the calendar counts on a day. */
export function dayFilter(list: DayList, day: LocalDate): DossierFilter {
  if (list === 'received') return { receivedFrom: day, receivedTo: day, counted: true };
  const due = { dueFrom: day, dueTo: day };
  return list === 'due' ? { ...due, counted: true } : { ...due, state: list };
}
