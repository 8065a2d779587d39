import { basename } from 'node:path';
import { sha256Hex } from '#electron/common/sha256.ts';
import { subjectText } from '#electron/report/asn1/certificate.ts';
import { applyHandOvers } from '#electron/report/verify/apply-hand-overs.ts';
import { type OpenedHandOver, openHandOver } from '#electron/report/verify/open-hand-over.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { AppError } from '#shared/errors.ts';
import type { HandOverEntry, KeptHandOver } from '#shared/ipc/contract/keys.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { enrolledTrust, trustOf } from '../reports/enrolments.ts';
import { keepHandOver, keptHandOvers } from './hand-over-store.ts';

/**
 * Takes a note into the trust store. One that does not count, with all that is trusted now, is not taken. Throws
 * `AppError` HAND_OVER_INVALID (`reason`: a code of the catalogue `verify.handOver`, or `signer`), INPUT_MISSING, FILE_TOO_LARGE.
 */
export async function takeHandOver(workspace: Workspace, token: string): Promise<HandOverEntry> {
  const { store, clock, files, actor } = workspace;
  const path = files.resolve(token);
  const bytes = readSmallFile(path, MOST_BYTES.handOver);
  const opened = openHandOver(bytes);
  if ('fault' in opened) throw new AppError('HAND_OVER_INVALID', { reason: opened.fault });
  const sha256 = sha256Hex(bytes);
  const others = keptHandOvers(store).filter((one) => sha256Hex(one.bytes) !== sha256);
  const file = basename(path).slice(0, 255);
  const trust = applyHandOvers(enrolledTrust(workspace), [...others, { file, bytes }], clock.now());
  const why = ignoredWhy(trust, sha256);
  if (why !== null) throw new AppError('HAND_OVER_INVALID', { reason: wordsOf(why), code: why });
  await store.write((tx) =>
    keepHandOver(tx, { file, bytes, sha256 }, { at: clock.now(), login: actor.login }),
  );
  return entryOf(opened);
}

/** Every note of the trust store, oldest first, and why those that do not count do not. */
export function listHandOvers(workspace: Workspace): KeptHandOver[] {
  const trust = trustOf(workspace);
  return keptHandOvers(workspace.store)
    .flatMap(({ file, bytes }) => {
      const opened = openHandOver(bytes);
      if ('fault' in opened) return [];
      const why = ignoredWhy(trust, sha256Hex(bytes));
      return [{ ...entryOf(opened), file, ignored: why === null ? null : wordsOf(why) }];
    })
    .sort((a, b) => (a.signedAt < b.signedAt ? -1 : 1));
}

/** What a note says, as people are shown it. */
export function entryOf({ note, signature, successor }: OpenedHandOver): HandOverEntry {
  return {
    unitCode: note.unit.code,
    unitName: note.unit.name,
    retiring: { subject: subjectText(signature.signer).slice(0, 300), fingerprint: note.retiring },
    lastDay: note.lastDay,
    successor: { subject: subjectText(successor).slice(0, 300), fingerprint: successor.sha256 },
    firstDay: note.firstDay,
    reason: note.reason,
    signedAt: note.signedAt,
  };
}

function ignoredWhy(trust: Trust, sha256: string): string | null {
  return trust.ignoredHandOvers?.find((one) => one.sha256 === sha256)?.why ?? null;
}

/** Codes of the check of a signer are one thing here: that key may not hand over. */
function wordsOf(why: string): string {
  return /^[A-Z]/.test(why) ? 'signer' : why;
}
