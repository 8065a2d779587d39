import { z } from 'zod';
import { paperLayout, profile } from './app.ts';
import { bytes, count, localDate, nothing, service, text } from './common.ts';

/** One day that differs from the week's rule; `source` names the notice it comes from. */
export const calendarDay = z.strictObject({
  date: localDate,
  kind: z.enum(['off', 'working', 'half']),
  name: text(100),
  source: text(200),
  /** The commune's own (ledger `calendar-days`), in place of the program's day where that has one. */
  own: z.boolean(),
});
export type CalendarDayEntry = z.infer<typeof calendarDay>;

export const procedureEntry = z.strictObject({
  code: text(20),
  name: text(500),
  field: text(200),
  amount: z.number().nullable(),
  unit: z.enum(['working-days', 'days', 'same-day']).nullable(),
  /** Where the time of a channel differs. */
  onlineAmount: z.number().nullable(),
  postAmount: z.number().nullable(),
  issuesDocument: z.boolean().nullable(),
  validFrom: localDate,
  validTo: localDate.nullable(),
  source: text(300),
  /** A version of the commune (ledger `procedures`); it wins over the program's where both are in force. */
  own: z.boolean(),
});

export const settings = z.strictObject({
  profile: profile.omit({ users: true }),
  /** Days after the period's end by which the report should be sent; null: not set. */
  reportDueDays: count.nullable(),
});
export type Settings = z.infer<typeof settings>;

export const settingsCalls = {
  'settings.get': service(nothing, settings),
  /** `reason`: where signed reports rest on what changes (days of the periods, the unit's level or code). */
  'settings.save': service(settings.extend({ reason: text(500).nullish() }), settings),
  /** A page with head and signature as a layout would have them, saved or not. */
  'settings.layoutSample': service(z.strictObject({ layout: paperLayout }), z.strictObject({ pdf: bytes })),
  'settings.calendar': service(z.strictObject({ year: count }), z.array(calendarDay)),
  'settings.procedures': service(nothing, z.array(procedureEntry)),
} as const;
