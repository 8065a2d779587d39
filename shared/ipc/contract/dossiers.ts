import { z } from 'zod';
import { DAY_KINDS } from '../../domain/calendar.ts';
import {
  CHANNELS,
  DIGITISED_FLAGS,
  DOSSIER_FIELDS,
  DOSSIER_STATUSES,
  type Dossier,
  OUTCOMES,
  SUSPENSION_KINDS,
  type Suspension,
} from '../../domain/dossier.ts';
import { CHANGE_KINDS } from '../../log/entry.ts';
import {
  chosenFile,
  count,
  fileToken,
  id,
  localDate,
  nothing,
  periodId,
  service,
  task,
  text,
} from './common.ts';

/** A span in which the clock stood still (yêu cầu bổ sung, nghĩa vụ tài chính, tạm dừng); open while `to` is null. */
export const suspension = z.strictObject({
  kind: z.enum(SUSPENSION_KINDS),
  from: localDate,
  to: localDate.nullable(),
  /** The due day before this span moved it; null while it has not. */
  dueBefore: localDate.nullable(),
}) satisfies z.ZodType<Suspension>;

/**
 * A dossier as it crosses the boundary; the same shape as the domain's record. `personId` is masked in every answer but
 * that of `dossiers.unmask`, and handed back so it means the known one (docs/masking.md).
 */
export const dossier = z.strictObject({
  code: text(60).min(1),
  procedureCode: text(20).nullable(),
  procedureName: text(500).nullable(),
  field: text(200).nullable(),
  applicantName: text(200).nullable(),
  personId: text(30).nullable(),
  channel: z.enum(CHANNELS).nullable(),
  receivedOn: localDate,
  dueOn: localDate.nullable(),
  reappointedDueOn: localDate.nullable(),
  finishedOn: localDate.nullable(),
  returnedOn: localDate.nullable(),
  status: z.enum(DOSSIER_STATUSES),
  outcome: z.enum(OUTCOMES).nullable(),
  componentsDigitised: z.enum(DIGITISED_FLAGS).nullable(),
  resultDigitised: z.enum(DIGITISED_FLAGS).nullable(),
  inSoftware: z.boolean().nullable(),
  paperParallel: z.boolean().nullable(),
  handler: text(100).nullable(),
  note: text(2000).nullable(),
  suspensions: z.array(suspension).max(20).readonly(),
}) satisfies z.ZodType<Dossier>;

/** A stored dossier: its row id, its version (grows with every change), and the overdue state today. */
export const storedDossier = z.strictObject({
  id,
  version: count,
  record: dossier,
  overdue: z.boolean(),
  deleted: z.boolean(),
});
export type StoredDossier = z.infer<typeof storedDossier>;

/** Conditions of the list, all of which hold; an absent one does not limit. */
export const dossierFilter = z.strictObject({
  search: text(200).optional(),
  state: z
    .enum(['pending', 'overdue', 'due-soon', 'resolved', 'early', 'on-time', 'late', 'not-counted'])
    .optional(),
  /** Only those that figures count: neither newly registered nor not accepted. */
  counted: z.literal(true).optional(),
  channel: z.enum([...CHANNELS, 'unknown']).optional(),
  field: text(200).optional(),
  procedureCode: text(20).optional(),
  /** Any of these. */
  procedureCodes: z.array(text(20)).max(500).optional(),
  receivedFrom: localDate.optional(),
  receivedTo: localDate.optional(),
  dueFrom: localDate.optional(),
  dueTo: localDate.optional(),
  resolvedFrom: localDate.optional(),
  resolvedTo: localDate.optional(),
  missing: z
    .enum(['dueOn', 'channel', 'componentsDigitised', 'resultDigitised', 'paperParallel', 'inSoftware'])
    .optional(),
  importId: id.optional(),
  deleted: z.boolean().optional(),
});
export type DossierFilter = z.infer<typeof dossierFilter>;

/** One change of one record of any ledger (append-only history). */
export const changeSetEntry = z.strictObject({
  /** UTC, ISO 8601 with seconds. */
  at: text(30),
  user: text(40),
  kind: z.enum(CHANGE_KINDS),
  importId: id.nullable(),
  reason: text(500).nullable(),
  changeSet: id.nullable(),
  fields: z.array(
    z.strictObject({ field: text(40), from: text(2000).nullable(), to: text(2000).nullable() }),
  ),
  /** Periods whose signed figures the deed changed; absent where it changed none. */
  corrects: z.array(periodId).optional(),
  /** Which former units' books the record came from, at the entry by which it came. */
  origins: z
    .array(
      z.strictObject({
        unitCode: text(20),
        unitName: text(300),
        /** Its id there. */
        id,
        /** The code it had there, where it was another. */
        code: text(200).nullable(),
        /** That record was the same thing as this one, which stayed. */
        joined: z.boolean(),
      }),
    )
    .optional(),
});
export type ChangeSetEntry = z.infer<typeof changeSetEntry>;

/** One change of one dossier. */
export const changeEntry = z.strictObject({
  ...changeSetEntry.shape,
  fields: z.array(
    z.strictObject({ field: z.enum(DOSSIER_FIELDS), from: text(2000).nullable(), to: text(2000).nullable() }),
  ),
});
export type ChangeEntry = z.infer<typeof changeEntry>;

/** Why a figure of a signed period may change (PERIOD_CLOSED without it); null, blank or absent: it may not. */
export const closedReason = text(500).nullable().optional();

/** Answer of a write: the record as stored, and the change set by which it can be undone. */
export const saved = z.strictObject({ dossier: storedDossier, changeSet: id.nullable() });

export const procedureChoice = z.strictObject({
  code: text(20),
  name: text(500),
  field: text(200),
  hint: text(200).nullable(),
});
/** A due date proposed from the procedure and the calendar, with its reason in parts the window words. */
export const dueProposal = z.strictObject({
  dueOn: localDate.nullable(),
  amount: z.number().nullable(),
  unit: z.enum(['working-days', 'days', 'same-day']).nullable(),
  /** Days off that lay between, with their names, Saturdays and Sundays left out. */
  holidays: z.array(z.strictObject({ date: localDate, name: text(100) })),
});

/** A calendar month, `2024-03`. */
const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);

/** A day of the calendar: what came and what falls due, and how the day stands in the working calendar. */
export const calendarDayCounts = z.strictObject({
  date: localDate,
  /** Counted dossiers received on the day; due on it (first due day); of these pending today; of these overdue today. */
  received: count,
  due: count,
  pending: count,
  overdue: count,
  /** Working time by week and calendar. */
  work: z.enum(['full', 'half', 'off']),
  /** The day's own entry of the calendar (a holiday, a day made up for); null: it follows the week. */
  special: z.strictObject({ kind: z.enum(DAY_KINDS), name: text(100) }).nullable(),
});
export type CalendarDayCounts = z.infer<typeof calendarDayCounts>;

export const dossierCalendar = z.strictObject({
  month,
  days: z.array(calendarDayCounts).max(31),
  /** Whether holidays of that year are known. */
  yearKnown: z.boolean(),
});
export type DossierCalendar = z.infer<typeof dossierCalendar>;

/** Why ID numbers leave the book whole; null or absent: they leave masked. */
const withNumbers = z
  .strictObject({ reason: text(500).trim().min(1) })
  .nullable()
  .optional();

export const dossierCalls = {
  /**
   * Row ids of all dossiers that match, newest receipt first (or by relevance of nothing else): four bytes each,
   * so that the window scrolls a million rows by asking only for those it shows.
   */
  'dossiers.index': service(
    z.strictObject({ filter: dossierFilter }),
    z.strictObject({ ids: z.custom<Uint32Array>((v) => v instanceof Uint32Array) }),
  ),
  'dossiers.rows': service(z.strictObject({ ids: z.array(id).max(500) }), z.array(storedDossier)),
  'dossiers.get': service(
    z.strictObject({ id }),
    z.strictObject({ dossier: storedDossier, history: z.array(changeEntry) }),
  ),
  /** One dossier with its ID numbers, for whoever has the ability `see-numbers`; the log says that they were seen. */
  'dossiers.unmask': service(
    z.strictObject({ id }),
    z.strictObject({ dossier: storedDossier, history: z.array(changeEntry) }),
  ),
  /** Creates (id null) or edits; `version` guards against overwriting somebody else's change. */
  'dossiers.save': service(
    z.strictObject({
      id: id.nullable(),
      version: count.nullable(),
      record: dossier,
      reason: text(500).nullable(),
    }),
    saved,
  ),
  'dossiers.remove': service(z.strictObject({ id, version: count, reason: text(500).nullable() }), saved),
  'dossiers.restore': service(z.strictObject({ id, version: count, reason: closedReason }), saved),
  'dossiers.undo': service(z.strictObject({ changeSet: id, reason: closedReason }), saved),
  'dossiers.choices': service(
    nothing,
    z.strictObject({ fields: z.array(text(200)), procedures: z.array(procedureChoice) }),
  ),
  'dossiers.proposeDue': service(
    z.strictObject({ procedureCode: text(20), channel: z.enum(CHANNELS).nullable(), receivedOn: localDate }),
    dueProposal,
  ),
  /** Whether a code is taken, for the form. */
  'dossiers.byCode': service(z.strictObject({ code: text(60) }), storedDossier.nullable()),
  /** Dossiers that may be the one being typed: the same person and procedure near that day, or a code one slip away. */
  'dossiers.similar': service(
    z.strictObject({
      code: text(60),
      personId: text(30).nullable(),
      applicantName: text(200).nullable(),
      procedureCode: text(20).nullable(),
      receivedOn: localDate.nullable(),
      except: id.nullable(),
    }),
    z.array(
      z.strictObject({ dossier: storedDossier, why: z.enum(['same-person-and-procedure', 'code-slip']) }),
    ),
  ),
  /** Sets one flag of many dossiers as one deed, which `dossiers.undoMany` takes back. `codes` not found are named. */
  'dossiers.setFlags': service(
    z.strictObject({
      ids: z.array(id).max(20_000),
      codes: z.array(text(60)).max(20_000),
      field: z.enum(['paperParallel', 'inSoftware']),
      value: z.boolean().nullable(),
      reason: closedReason,
    }),
    z.strictObject({
      changed: count,
      unchanged: count,
      notFound: z.array(text(60)),
      changeSet: id.nullable(),
    }),
  ),
  'dossiers.undoMany': service(
    z.strictObject({ changeSet: id, reason: closedReason }),
    z.strictObject({ restored: count }),
  ),
  /** The due day after recorded suspensions: what it would move to and why. */
  'dossiers.proposeMovedDue': service(
    z.strictObject({ dueOn: localDate, suspensions: z.array(suspension).max(20).readonly() }),
    z.strictObject({
      dueOn: localDate,
      workingDays: z.number().nonnegative(),
      holidays: z.array(z.strictObject({ date: localDate, name: text(100) })),
      /** The spans to be saved with it: those now applied remember the day they replaced. */
      suspensions: z.array(suspension).max(20).readonly(),
    }),
  ),
  /**
   * Writes what a filter finds as a workbook that imports back unchanged, ID numbers masked; `numbers` writes them whole,
   * for whoever has the ability `see-numbers`, and the log keeps the reason.
   */
  'dossiers.export': service(
    z.strictObject({ filter: dossierFilter, target: fileToken, task, numbers: withNumbers }),
    z.strictObject({ rows: count, saved: chosenFile }),
  ),
  /** A month of receipts and due days in numbers, for the calendar. */
  'dossiers.calendar': service(z.strictObject({ month }), dossierCalendar),
  /** A handful of dossiers for the palette (Ctrl+K). */
  'dossiers.find': service(
    z.strictObject({ query: text(200), limit: count.max(20) }),
    z.array(storedDossier),
  ),
} as const;
