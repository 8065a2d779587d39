import { sha256Hex } from '#electron/common/sha256.ts';
import { VERIFY_CODES, type VerifyCode } from './codes.ts';
import { type HandOverFault, type OpenedHandOver, openHandOver } from './open-hand-over.ts';
import { dayOf, type IgnoredHandOver, judgeSigner, type Trust } from './trust.ts';

/** A note's file as it lies in the trust folder or store. */
export interface HandOverBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What stands against a note; `conflict`: the same key also handed over to another one, or on other days. */
export type HandOverRefusal = HandOverFault | 'conflict' | VerifyCode;

interface Pending extends OpenedHandOver {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Adds to the trust what hand-over notes say: the successor speaks for the unit from its first day, the leaving key no
 * longer after its last day. A note counts only when its signer itself was trusted to speak for that unit when it
 * signed, be it by an earlier note. Notes of one key that contradict each other end its time and introduce nobody.
 * The order of the files does not matter. `now`: UTC, ISO 8601.
 */
export function applyHandOvers(trust: Trust, files: readonly HandOverBytes[], now: string): Trust {
  const ignored: IgnoredHandOver[] = [];
  const opened: Pending[] = [];
  for (const { file, bytes } of files) {
    const sha256 = sha256Hex(bytes);
    const note = openHandOver(bytes);
    if ('fault' in note)
      ignored.push({
        file,
        sha256,
        why: note.fault,
        ...(note.claimed ?? { successor: null, unitCode: null }),
      });
    else opened.push({ ...note, file, sha256 });
  }
  opened.sort((a, b) => compare(a.note.signedAt, b.note.signedAt) || compare(a.file, b.file));
  let result: Trust = { ...trust, retired: [...(trust.retired ?? [])] };
  let waiting = opened;
  for (let progress = true; progress && waiting.length > 0; ) {
    const still: Pending[] = [];
    for (const one of waiting) {
      if (refusalOf(one, result, now) !== null) still.push(one);
      else {
        result = accept(result, one, opened);
        if (contradicted(one, opened)) ignored.push(refused(one, 'conflict'));
      }
    }
    progress = still.length < waiting.length;
    waiting = still;
  }
  for (const one of waiting) ignored.push(refused(one, refusalOf(one, result, now) ?? 'conflict'));
  return { ...result, ignoredHandOvers: [...(trust.ignoredHandOvers ?? []), ...ignored] };
}

/** Why the signer of a note may not hand over; null: it may. Notes beside a verdict (older algorithm) do not count. */
function refusalOf({ note, signature }: Pending, trust: Trust, now: string): VerifyCode | null {
  const reasons = judgeSigner(signature, note.unit, note.signedAt, now, trust);
  return reasons.find(({ code }) => VERIFY_CODES[code] !== 'note')?.code ?? null;
}

function accept(trust: Trust, one: Pending, all: readonly Pending[]): Trust {
  const { note, successor } = one;
  const retired = { sha256: note.retiring, unitCode: note.unit.code, lastDay: note.lastDay };
  const added = contradicted(one, all)
    ? []
    : [
        {
          sha256: successor.sha256,
          unitCode: note.unit.code,
          from: note.firstDay,
          to: null,
          revokedOn: null,
        },
      ];
  return { ...trust, signers: [...trust.signers, ...added], retired: [...(trust.retired ?? []), retired] };
}

/** Another note of the same key for the same unit says otherwise, and the key had not retired when it signed either. */
function contradicted(one: Pending, all: readonly Pending[]): boolean {
  const { note } = one;
  return all.some(
    ({ note: other }) =>
      other.retiring === note.retiring &&
      other.unit.code === note.unit.code &&
      (other.successor.sha256 !== note.successor.sha256 ||
        other.firstDay !== note.firstDay ||
        other.lastDay !== note.lastDay) &&
      dayOf(Date.parse(other.signedAt)) <= note.lastDay &&
      dayOf(Date.parse(note.signedAt)) <= other.lastDay,
  );
}

function refused({ file, sha256, note }: Pending, why: HandOverRefusal): IgnoredHandOver {
  return { file, sha256, why, successor: note.successor.sha256, unitCode: note.unit.code };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
