import { z } from 'zod';
import { ABILITIES } from '../../domain/rights.ts';
import { ROLES } from '../../domain/unit.ts';
import { LAYOUT_BOUNDS, type PaperLayout, SIGNATURE_FIELDS } from '../../report/paper-layout.ts';
import {
  chosenFile,
  count,
  fileToken,
  localDate,
  main,
  nothing,
  scheme,
  service,
  task,
  text,
} from './common.ts';

export { ROLES };
export const LANGUAGES = ['vi', 'en'] as const;
export const COLOUR_SCHEMES = ['light', 'dark', 'auto'] as const;
export const role = z.enum(ROLES);
/** Ends of names of the files that the window saves. */
export const SAVED_KINDS = [
  'xlsx',
  'pdf',
  'json',
  'pem',
  'scl-receipt',
  'scl-handover',
  'scl-backup',
] as const;

const { signatureRoom, seal } = LAYOUT_BOUNDS;
/** How the unit lays out its papers. */
export const paperLayout = z.strictObject({
  superior: z.strictObject({ printed: z.boolean(), text: text(200).regex(/\S/).nullable() }),
  /** Millimetres. */
  signatureRoom: z.number().int().min(signatureRoom.least).max(signatureRoom.most),
  signatureField: z.enum(SIGNATURE_FIELDS),
  /** Diameter in millimetres; null: no place is kept for a seal. */
  seal: z.number().int().min(seal.least).max(seal.most).nullable(),
}) satisfies z.ZodType<PaperLayout>;

/** The unit's own settings (profile). Form of `profile.json` (docs/command-line.md, `init`). */
export const profile = z.strictObject({
  unit: z.strictObject({
    code: text(20).min(1),
    name: text(200).min(1),
    /** `xa`, `phuong`, `thi-tran`, `dac-khu`, `huyen`, … : data, not a closed list. */
    kind: text(30),
    place: text(100).min(1),
    superior: text(200).nullable(),
  }),
  receiver: z.strictObject({ to: text(200).min(1), through: text(200).nullable() }),
  periodScheme: scheme,
  targetSet: text(60).min(1),
  signatory: z.strictObject({ authority: text(100), title: text(100), name: text(100) }),
  /** Absent: the plain layout. */
  layout: paperLayout.optional(),
  /** Since when the unit exists, and by which resolution; absent: not said. */
  founded: z.strictObject({ on: localDate, by: text(300).nullable() }).optional(),
  users: z.array(z.strictObject({ login: text(40).min(1), name: text(100).min(1), role })).min(1),
});
export type Profile = z.infer<typeof profile>;

/** Somebody who works here; everybody has a passphrase, but in the sample commune. */
export const user = z.strictObject({ login: text(40), name: text(100), role, hasPassphrase: z.boolean() });
/** Shortest passphrase, in characters. */
export const SHORTEST_PASSPHRASE = 8;
export const newPassphrase = text(200).min(SHORTEST_PASSPHRASE);
export const preferences = z.strictObject({
  language: z.enum(LANGUAGES),
  colourScheme: z.enum(COLOUR_SCHEMES),
  /** Minutes without a sign of anybody after which the screen locks. */
  lockMinutes: z.number().int().min(1).max(120),
});
export type Preferences = z.infer<typeof preferences>;

/** What the window needs to know before anything else. */
export const appState = z.strictObject({
  phase: z.enum(['first-start', 'sign-in', 'ready', 'repair']),
  version: text(30),
  today: localDate,
  preferences,
  /** The sample commune is open: watermark everywhere. */
  sample: z.boolean(),
  unit: profile.shape.unit.nullable(),
  /** Who may sign in. Before somebody has, their roles are not known: they are encrypted with everything else. */
  users: z.array(user.extend({ role: role.nullable() })),
  /** Whoever is signed in, and what they may do now. */
  user: user.extend({ abilities: z.array(z.enum(ABILITIES)) }).nullable(),
  /** Written by an older version and still readable by everybody: the first to sign in encrypts it. */
  plain: z.boolean(),
  /** There is a recovery sheet by which a forgotten passphrase can be replaced; true of the sample commune. */
  recoverable: z.boolean(),
  /** The machine's clock shows a time before the last deeds in the book; UTC instants. Null also before somebody has signed in. */
  clockBehind: z.strictObject({ now: text(20), last: text(20) }).nullable(),
  /** Last acknowledged write, local time `HH:mm`; null before the first one. */
  savedAt: text(5).nullable(),
  /** Why the folder could not be opened (phase repair): an error code with parameters. */
  fault: z
    .strictObject({
      code: text(40),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    })
    .nullable(),
});
export type AppState = z.infer<typeof appState>;

/** A copy of this book that holds what the book does not. */
const copyAhead = z.strictObject({
  /** UTC, ISO 8601 with seconds. */
  madeAt: text(30),
  where: z.enum(['local', 'place']),
  /** Entries by which its log is longer; 0: as long or shorter, but another one. */
  more: count,
});
export type CopyAhead = z.infer<typeof copyAhead>;

export const appCalls = {
  'app.state': service(nothing, appState),
  /** What whoever signed in has to know about the files around the book. Not asked before the first figures are shown. */
  'app.warnings': service(
    nothing,
    z.strictObject({
      /** How often a strange keyring was found beside the book, and put out of the way, before this sign-in. */
      strangeKeyring: count,
      copyAhead: copyAhead.nullable(),
    }),
  ),
  'app.initialise': service(
    z.strictObject({
      profile,
      login: text(40),
      /** Of every person of the profile until they change it. */
      passphrase: newPassphrase,
      backupFolder: fileToken.nullable(),
    }),
    appState,
  ),
  'app.openSample': service(nothing, appState),
  'app.leaveSample': service(nothing, appState),
  'app.signIn': service(z.strictObject({ login: text(40), passphrase: text(200) }), appState),
  /** Opens the folder by the key of its recovery sheet; the passphrase becomes that of the person, who is signed in. */
  'app.recover': service(
    z.strictObject({ login: text(40), recoveryKey: text(100), passphrase: newPassphrase }),
    appState,
  ),
  /** Closes the folder and forgets its key. */
  'app.signOut': service(nothing, appState),
  'app.setPreferences': service(preferences, appState),
  /** Text without personal data for a helper: versions, sizes, counts, timings. */
  'app.diagnostics': service(nothing, z.strictObject({ text: text(20_000) })),
  /** Integrity of the database and every derived figure (the command `check`). */
  'app.check': service(
    z.strictObject({ task: task.optional() }),
    z.strictObject({ ok: z.boolean(), problems: z.array(text(500)), milliseconds: count }),
  ),
  /** Lists to be imported, one or several. */
  'files.pickSpreadsheets': main(nothing, z.array(chosenFile)),
  /** Report files, zips of them and saved mails. */
  'files.pickReports': main(nothing, z.array(chosenFile)),
  'files.pickKey': main(nothing, chosenFile.nullable()),
  /** The PKCS#11 library of a USB token. */
  'files.pickDriver': main(nothing, chosenFile.nullable()),
  'files.pickCertificate': main(nothing, chosenFile.nullable()),
  'files.pickTargetSet': main(nothing, chosenFile.nullable()),
  /** The answer of a receiver to a report. */
  'files.pickReceipt': main(nothing, chosenFile.nullable()),
  'files.pickHandOver': main(nothing, chosenFile.nullable()),
  /** A receiver's list of units. */
  'files.pickUnits': main(nothing, chosenFile.nullable()),
  'files.pickFolder': main(nothing, chosenFile.nullable()),
  /** Asks where to save; the name is a proposal, and so is the folder of the file beside which it would stand. */
  'files.saveAs': main(
    z.strictObject({
      proposedName: text(200),
      kind: z.enum(SAVED_KINDS),
      beside: fileToken.nullable().default(null),
    }),
    chosenFile.nullable(),
  ),
  /** Shows a file chosen before in the file manager. */
  'files.reveal': main(z.strictObject({ token: fileToken }), nothing),
  /** Tells main that the page shows its first figures; carries milliseconds since navigation start. */
  'window.milestone': main(
    z.strictObject({ name: z.enum(['shell', 'interactive']), at: z.number().nonnegative() }),
    nothing,
  ),
  'tasks.cancel': service(z.strictObject({ task }), nothing),
} as const;
