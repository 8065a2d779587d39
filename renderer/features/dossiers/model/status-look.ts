import type { Dossier } from '#shared/domain/dossier.ts';
import { isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { dayNumber, type LocalDate } from '#shared/domain/local-date.ts';

/** How a status is drawn: a sign and a colour that carries the same meaning as the word beside it. */
export interface StatusLook {
  readonly sign: '✓' | '▲' | '○' | '‖' | '✕' | '–';
  readonly tone: 'met' | 'missed' | 'attention' | 'none' | 'ink';
}

/** The look of a dossier's status. Late and overdue are marked apart ({@link daysLate}). */
export function statusLook(record: Pick<Dossier, 'status' | 'finishedOn' | 'returnedOn'>): StatusLook {
  if (!isCounted(record)) return { sign: '–', tone: 'none' };
  switch (record.status) {
    case 'supplement':
    case 'payment':
    case 'paused':
      return resolvedOn(record) === null ? { sign: '‖', tone: 'attention' } : { sign: '✓', tone: 'met' };
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return { sign: '✕', tone: 'none' };
    default:
      return resolvedOn(record) === null ? { sign: '○', tone: 'ink' } : { sign: '✓', tone: 'met' };
  }
}

/** Days between the due date and the end of processing (or today while open); null when not later than due. */
export function daysLate(record: Dossier, overdue: boolean, today: LocalDate): number | null {
  if (record.dueOn === null || !isCounted(record)) return null;
  const end = resolvedOn(record);
  if (end === null) return overdue ? dayNumber(today) - dayNumber(record.dueOn) : null;
  const late = dayNumber(end) - dayNumber(record.dueOn);
  return late > 0 ? late : null;
}
