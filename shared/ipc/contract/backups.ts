import { z } from 'zod';
import { fileToken, nothing, service, text } from './common.ts';

/** Where copies of the book go (bare name of the folder) and when the last one was made (UTC). */
export const backupState = z.strictObject({
  folder: text(255).nullable(),
  last: z.strictObject({ at: text(30), file: text(255) }).nullable(),
});

export const backupCalls = {
  'backups.state': service(nothing, backupState),
  /** Chooses the folder (null: none) and makes the first copy there. */
  'backups.choose': service(z.strictObject({ folder: fileToken.nullable() }), backupState),
  'backups.now': service(nothing, backupState),
} as const;
