import { z } from 'zod';
import { CONFIDENCES } from '../domain/calendar.ts';
import { CHANNELS, type Channel } from '../domain/dossier.ts';
import { type Procedure, type ProcessingTime, TIME_UNITS } from '../domain/procedure.ts';
import { localDate, parseDataFile, text } from './data-file.ts';

const time = z
  .strictObject({ amount: z.number().positive().max(1000).nullable(), unit: z.enum(TIME_UNITS) })
  .refine(
    ({ amount, unit }) => (amount === null) === (unit === 'same-day'),
    'same-day has no amount, other units have one',
  )
  .refine(
    ({ amount, unit }) => amount === null || Number.isInteger(unit === 'days' ? amount : amount * 2),
    'whole days, or half working days',
  );

const procedure = z
  .strictObject({
    code: z.string().regex(/^\d\.\d{6}(\.[0-9A-Z]+)*$/),
    name: text(500),
    field: text(200),
    time: time.nullable(),
    timeByChannel: z.partialRecord(z.enum(CHANNELS), time).optional(),
    issuesDocument: z.boolean().nullable(),
    validFrom: localDate,
    validTo: localDate.nullable(),
    source: text(300),
    confidence: z.enum(CONFIDENCES),
    note: text(500).optional(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: 'ends before it begins',
  });

const file = z
  .strictObject({ format: z.literal(1), procedures: z.array(procedure).max(20_000) })
  .superRefine(({ procedures }, context) => {
    const versions = new Map<string, { validFrom: string; validTo: string | null }[]>();
    procedures.forEach(({ code, validFrom, validTo }, index) => {
      const known = versions.get(code) ?? [];
      const overlaps = known.some(
        (other) =>
          (other.validTo === null || validFrom <= other.validTo) &&
          (validTo === null || other.validFrom <= validTo),
      );
      if (overlaps)
        context.addIssue({
          code: 'custom',
          path: ['procedures', index],
          message: `two versions of ${code} in force at once`,
        });
      versions.set(code, [...known, { validFrom, validTo }]);
    });
  });

/**
 * Reads procedures from the JSON value of their file (`resources/procedures/*.json`). Throws `DataFileError` for
 * another form or two versions of a code in force on one day.
 */
export function parseProcedures(json: unknown): Procedure[] {
  return parseDataFile('procedures', file, json).procedures.map(({ timeByChannel, note, ...rest }) => ({
    ...rest,
    timeByChannel: definedTimes(timeByChannel ?? {}),
    ...(note === undefined ? {} : { note }),
  }));
}

function definedTimes(
  times: Partial<Record<Channel, ProcessingTime | undefined>>,
): Partial<Record<Channel, ProcessingTime>> {
  const defined: Partial<Record<Channel, ProcessingTime>> = {};
  for (const channel of CHANNELS) {
    const value = times[channel];
    if (value) defined[channel] = value;
  }
  return defined;
}
