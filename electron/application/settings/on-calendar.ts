import { AppError } from '#shared/errors.ts';

/**
 * Runs a count of working days. The commune's own days may leave no working day for months, and a day may be so late
 * that none follows: `AppError` CALENDAR_UNUSABLE then.
 */
export function onCalendar<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('CALENDAR_UNUSABLE', {}, { cause });
    throw cause;
  }
}
