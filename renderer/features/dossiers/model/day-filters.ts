import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';

/** What the calendar counts on a day. */
export const DAY_LISTS = ['due', 'pending', 'overdue', 'received'] as const;
export type DayList = (typeof DAY_LISTS)[number];

/** The key that opens each list of the day. */
export const DAY_KEYS: Readonly<Record<DayList, string>> = {
  due: 'Enter',
  pending: 'C',
  overdue: 'Q',
  received: 'T',
};

/** The list that a letter opens; Enter is the day's own key, on the day alone. */
export function listByLetter(key: string): DayList | undefined {
  return key.length === 1 ? DAY_LISTS.find((list) => DAY_KEYS[list] === key.toUpperCase()) : undefined;
}

/** How many dossiers of a list the days have together. */
export function sumOf(days: readonly Readonly<Record<DayList, number>>[], list: DayList): number {
  return days.reduce((sum, day) => sum + day[list], 0);
}

/** The list of exactly those dossiers that the calendar counts on a day. */
export function dayFilter(list: DayList, day: LocalDate): DossierFilter {
  if (list === 'received') return { receivedFrom: day, receivedTo: day, counted: true };
  const due = { dueFrom: day, dueTo: day };
  return list === 'due' ? { ...due, counted: true } : { ...due, state: list };
}
