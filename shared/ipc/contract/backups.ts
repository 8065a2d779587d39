import { z } from 'zod';
import { appState } from './app.ts';
import {
  chosenFile,
  count,
  fileToken,
  localDate,
  main,
  nothing,
  periodId,
  service,
  task,
  text,
} from './common.ts';

/** UTC, ISO 8601 with seconds. */
const instant = z.iso.datetime();

const counts = z.strictObject({ dossiers: count, entries: count, reports: count, changes: count });
const unit = z.strictObject({ code: text(20), name: text(200) });
export const BACKUP_REASONS = ['daily', 'closing', 'import', 'migration', 'merge', 'manual'] as const;

/** A copy as lists show it; `token` names it in other calls. */
const copyEntry = z.strictObject({
  token: fileToken,
  /** Bare name of the file. */
  file: text(255),
  /** Bytes. */
  size: count,
  /** Beside the data, in the chosen place, or both. */
  where: z.enum(['local', 'place', 'both']),
  /**
   * `unreadable`: its head is damaged; `newer`: made by a newer version of the program; `foreign`: nothing shows that it
   * is this book's (another's, changed, dated after now).
   */
  state: z.enum(['good', 'unreadable', 'newer', 'foreign']),
  /** Null where the head cannot be read. */
  head: z
    .strictObject({ madeAt: instant, day: localDate, reason: z.enum(BACKUP_REASONS), unit, counts })
    .nullable(),
});
export type CopyEntry = z.infer<typeof copyEntry>;

/** What a restore drill found. */
export const drillResult = z.strictObject({
  at: instant,
  day: localDate,
  ok: z.boolean(),
  file: text(255),
  where: z.enum(['local', 'place']),
  madeAt: instant,
  counts,
  /** What is wrong, a line each, the same in every language. */
  problems: z.array(text(500)),
  /** The last signed report counted anew from the copy; null where there is none. */
  report: z
    .strictObject({
      period: periodId,
      revision: count,
      /** Figures compared. */
      figures: count,
      /** Those that differ from bao-cao.json, by objective or line of the flow table. */
      differing: z.array(text(100)),
      /** Changes made and recorded since it was signed, which explain a difference. */
      corrections: count,
    })
    .nullable(),
  milliseconds: count,
});
export type DrillResult = z.infer<typeof drillResult>;

const backupState = z.strictObject({
  /** The chosen folder by its bare name; null: nobody chose one. */
  place: z
    .strictObject({
      name: text(255),
      present: z.boolean(),
      /** On the same disk as the data. */
      sameDisk: z.boolean(),
      /** The newest copy is not there yet. */
      behind: z.boolean(),
    })
    .nullable(),
  /** The newest good copy. */
  last: copyEntry.nullable(),
  /** Newest first. */
  copies: z.array(copyEntry),
  settings: z.strictObject({
    /** At the first use of a day. */
    atStart: z.boolean(),
    atClose: z.boolean(),
    /** A restore drill at least every so many days. */
    drillDays: z.number().int().min(7).max(366),
  }),
  drill: drillResult.nullable(),
  /** Day by which a drill is due; null while there is no copy. */
  drillDue: localDate.nullable(),
  overdue: z.boolean(),
  /** Data folders moved aside by a restore, newest first. */
  replaced: z.array(z.strictObject({ id: text(40), at: instant })),
});
export type BackupState = z.infer<typeof backupState>;

/** What a copy says of itself before anybody opens it. */
const restoreHead = z.strictObject({
  name: text(255),
  size: count,
  madeAt: instant,
  day: localDate,
  unit,
  counts,
  /** Who has a passphrase for it. */
  people: z.array(z.strictObject({ login: text(40), name: text(100) })),
  /** There is a recovery sheet for it. */
  recoverable: z.boolean(),
});
export type RestoreHead = z.infer<typeof restoreHead>;

/** What is in a copy, once it is open. */
const restoreContents = z.strictObject({
  unit,
  madeAt: instant,
  counts,
  /** First and last day on which a dossier was received or resolved. */
  span: z.strictObject({ first: localDate, last: localDate }).nullable(),
  lastReport: z.strictObject({ period: periodId, revision: count, signedAt: instant }).nullable(),
  people: z.array(z.strictObject({ login: text(40), name: text(100) })),
  /** Opened with a passphrase by this person; null: with the recovery sheet, so a new passphrase is needed. */
  login: text(40).nullable(),
  /** There is data in this program's folder, which will be moved aside. */
  replaces: z.boolean(),
});
export type RestoreContents = z.infer<typeof restoreContents>;

export const backupCalls = {
  'backups.state': service(nothing, backupState),
  /** Chooses the folder (null: none) and brings a copy there. */
  'backups.choose': service(
    z.strictObject({ folder: fileToken.nullable(), task: task.optional() }),
    backupState,
  ),
  'backups.now': service(z.strictObject({ task: task.optional() }), backupState),
  /** Makes a copy in a file of the person's choice. */
  'backups.save': service(
    z.strictObject({ target: fileToken, task: task.optional() }),
    z.strictObject({ saved: chosenFile }),
  ),
  /** That copies at hand are ahead of the book is so on purpose: nobody is warned of them any more. */
  'backups.accept': service(nothing, nothing),
  'backups.saveSettings': service(backupState.shape.settings, backupState),
  /** Restores the newest copy (or the named one) into a temporary folder and compares; keeps the result. */
  'backups.drill': service(z.strictObject({ task, copy: fileToken.nullable() }), drillResult),
  'files.pickBackup': main(nothing, chosenFile.nullable()),
  /** Copies at hand on this machine, also when the data cannot be opened; newest first. */
  'restore.candidates': service(nothing, z.strictObject({ copies: z.array(copyEntry) })),
  /** Step 1: reads the head of a copy. */
  'restore.open': service(z.strictObject({ file: fileToken }), restoreHead),
  /** Step 2: unpacks it beside the data, opens it and says what is in it. Nothing else changes. */
  'restore.unlock': service(
    z.strictObject({
      task,
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), login: text(40), passphrase: text(200) }),
        z.strictObject({ kind: z.literal('recovery'), recoveryKey: text(100) }),
      ]),
    }),
    restoreContents,
  ),
  /** Step 3: takes its place; the data that was there is moved aside whole. `person`: after a recovery sheet. */
  'restore.take': service(
    z.strictObject({
      person: z.strictObject({ login: text(40), passphrase: text(200).min(8) }).nullable(),
    }),
    appState,
  ),
  /** Forgets what was unpacked. */
  'restore.drop': service(nothing, nothing),
  /** Brings a folder back that a restore moved aside; the present one is moved aside in turn. */
  'restore.bringBack': service(z.strictObject({ id: text(40).regex(/^[0-9TZ-]+$/) }), appState),
} as const;
