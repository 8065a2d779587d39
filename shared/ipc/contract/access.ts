import { z } from 'zod';
import { ABILITIES } from '../../domain/rights.ts';
import { newPassphrase, role } from './app.ts';
import { bytes, chosenFile, fileToken, nothing, service, task, text } from './common.ts';

/** Why the machine's keystore is not offered. */
const KEYSTORE_ABSENT = ['command-line', 'none', 'not-encrypted'] as const;

/** Abilities given (true) and taken (false) beside the role. */
const exceptions = z.partialRecord(z.enum(ABILITIES), z.boolean());

/** Who can open the folder, and by what. */
const accessState = z.strictObject({
  /** Whoever is signed in may let people in and withdraw them, make recovery sheets and replace the key. */
  manages: z.boolean(),
  people: z.array(
    z.strictObject({
      login: text(40),
      name: text(100),
      role,
      /** Has a way to the key. */ admitted: z.boolean(),
      /** When they left (UTC); null: they work here. */
      retiredAt: text(30).nullable(),
      /** What was said of them beside their role. */
      exceptions,
    }),
  ),
  /** The recovery sheet that counts: its number, and when it was made (UTC). */
  recovery: z.strictObject({ number: z.number().int().positive(), madeAt: text(30) }).nullable(),
  keystore: z.strictObject({
    /** Null: it can be used. */
    absent: z.enum(KEYSTORE_ABSENT).nullable(),
    /** It opens the folder for whoever is signed in. */
    on: z.boolean(),
  }),
});
export type AccessState = z.infer<typeof accessState>;

/** Passphrases, the recovery sheet, the keystore: the ways to the key of the folder. */
export const accessCalls = {
  'access.state': service(nothing, accessState),
  /** Of whoever is signed in. */
  'access.changePassphrase': service(
    z.strictObject({ current: text(200), next: newPassphrase }),
    accessState,
  ),
  /** Adds a person, or lets in one who has no passphrase yet or left: with the role and rights they had. */
  'access.admit': service(
    z.strictObject({ login: text(40).min(1), name: text(100).min(1), role, passphrase: newPassphrase }),
    accessState,
  ),
  /**
   * Gives a person another name, role or rights; the login stays. RECORD_INVALID (`role`: last-manager) where nobody
   * would be left who may look after people.
   */
  'access.change': service(
    z.strictObject({ login: text(40), name: text(100).regex(/\S/), role, exceptions }),
    accessState,
  ),
  /** A person leaves: their way to the key is taken away, what they wrote stays theirs. */
  'access.dismiss': service(z.strictObject({ login: text(40) }), accessState),
  /** Takes the last dismissal of a person back; their passphrase is the one they had. */
  'access.readmit': service(z.strictObject({ login: text(40) }), accessState),
  /** Prepares a new recovery sheet; the one before it counts until the new one is confirmed. */
  'access.newRecovery': service(nothing, z.strictObject({ pdf: bytes })),
  'access.saveRecovery': service(
    z.strictObject({ target: fileToken }),
    z.strictObject({ saved: chosenFile }),
  ),
  /** Makes the prepared sheet the one that counts; its first group, read from the paper, shows that it is there. */
  'access.confirmRecovery': service(z.strictObject({ group: text(20) }), accessState),
  /**
   * Encrypts everything under a new key, when all that is under way is done; other calls wait. Stopped before the new
   * file takes the old one's place, the folder has the key it had.
   */
  'access.rekey': service(z.strictObject({ task: task.optional() }), accessState),
  'access.setKeystore': service(z.strictObject({ on: z.boolean() }), accessState),
} as const;
