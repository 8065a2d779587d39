import { type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';

/**
 * Runs a count of working days. The commune's own days may leave no working day for months, and a day may be so late
 * that the one looked for cannot be recorded: `AppError` CALENDAR_UNUSABLE then.
 */
export function onCalendar<T extends { readonly dueOn: LocalDate | null }>(work: () => T): T {
  let counted: T;
  try {
    counted = work();
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('CALENDAR_UNUSABLE', {}, { cause });
    throw cause;
  }
  if (counted.dueOn !== null && parseIsoDate(counted.dueOn) === null) throw new AppError('CALENDAR_UNUSABLE');
  return counted;
}
