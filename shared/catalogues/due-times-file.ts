import { z } from 'zod';
import { CONFIDENCES, type Confidence } from '../domain/calendar.ts';
import { isLedgerId, type LedgerId, ledgerOf } from '../domain/ledgers/registry.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type ProcessingTime, TIME_UNITS } from '../domain/procedure.ts';
import { localDate, parseDataFile, text } from './data-file.ts';

/** Within which time an entry of a ledger is due, counted from a day of it. */
export interface DueTime {
  readonly ledger: LedgerId;
  /** Field from whose day the time runs, and the one that gets the day it ends. */
  readonly from: string;
  readonly to: string;
  /** Field → values: holds for those entries only; empty: for all. The first time that holds is taken. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly time: ProcessingTime;
  /** Days of `from` on which the time is in force. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

const dueTime = z
  .strictObject({
    ledger: z.custom<LedgerId>((value) => typeof value === 'string' && isLedgerId(value), 'no such ledger'),
    from: text(40),
    to: text(40),
    when: z.record(text(40), z.array(text(200)).min(1)).default({}),
    amount: z.number().int().min(1).max(400).nullable(),
    unit: z.enum(TIME_UNITS),
    validFrom: localDate,
    validTo: localDate.nullable(),
    source: text(300),
    confidence: z.enum(CONFIDENCES),
    note: text(500).optional(),
  })
  .refine(
    ({ amount, unit }) => (amount === null) === (unit === 'same-day'),
    'same-day has no amount, other units have one',
  )
  .superRefine(({ ledger, from, to, when }, context) => {
    const fields = isLedgerId(ledger) ? ledgerOf(ledger).fields : {};
    for (const [path, name] of Object.entries({ from, to }))
      if (fields[name]?.type !== 'date')
        context.addIssue({ code: 'custom', path: [path], message: 'no day of it' });
    for (const name of Object.keys(when))
      if (!Object.hasOwn(fields, name))
        context.addIssue({ code: 'custom', path: ['when', name], message: 'no field of it' });
  });

const file = z.strictObject({ format: z.literal(1), times: z.array(dueTime).max(1000) });

/**
 * Reads times from the JSON value of their file (`resources/due-times/*.json`). Throws `DataFileError` for another
 * form, an unknown ledger or a field that the ledger does not have.
 */
export function parseDueTimes(json: unknown): DueTime[] {
  return parseDataFile('due times', file, json).times.map(({ amount, unit, note, ...rest }) => ({
    ...rest,
    time: { amount, unit },
    ...(note === undefined ? {} : { note }),
  }));
}
