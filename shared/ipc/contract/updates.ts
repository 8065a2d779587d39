import { z } from 'zod';
import { count, fileToken, localDate, main, nothing, text } from './common.ts';

const version = text(30);

/** How the program came onto this machine, and what that means for updates. */
export const updateState = z.strictObject({
  version,
  kind: z.enum(['folder', 'single', 'installer', 'system', 'source']),
  /** Why no package is taken here; null where one is. */
  refused: z.enum(['source', 'system', 'unwritable', 'no-key']).nullable(),
  /** A version to go back to; `first`: the one that was there first. */
  previous: version.nullable(),
  /** A version that comes up with the next start in place of the one that runs; `first`: the one that was there first. */
  waiting: version.nullable(),
  /** The version that was left last, and why. */
  left: z.strictObject({ version, why: z.enum(['failed', 'asked']) }).nullable(),
});
export type UpdateState = z.infer<typeof updateState>;

/** A package whose signature holds, for this machine, newer than this version. */
const updateOffer = z.strictObject({
  token: fileToken,
  file: text(255),
  version,
  releasedOn: localDate,
  notes: z.strictObject({ vi: text(4000), en: text(4000) }),
  /** Bytes on the disk. */
  size: count,
  /** Short name of the key that signed. */
  signedBy: text(16),
});
export type UpdateOffer = z.infer<typeof updateOffer>;

export const updateCalls = {
  'updates.state': main(nothing, updateState),
  /** Asks for a package by the system's own dialog and checks it; null when none was chosen. */
  'updates.choose': main(nothing, updateOffer.nullable()),
  /** Puts a package that was checked beside this version, or starts its installer. Checked anew. */
  'updates.install': main(z.strictObject({ token: fileToken }), updateState),
  /** Ends the program and starts it anew, in the version that waits. */
  'updates.restart': main(nothing, nothing),
  /** Goes back to the version before, after a question by the system's own dialog; null when it was declined. */
  'updates.rollBack': main(nothing, updateState.nullable()),
} as const;
