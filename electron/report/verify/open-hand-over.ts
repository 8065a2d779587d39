import {
  HAND_OVER_FORMAT,
  HAND_OVER_VERSION,
  type HandOverV1,
  handOverFile,
  handOverText,
} from '#shared/keys/hand-over.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { type Certificate, readCertificate } from '../asn1/certificate.ts';
import { DerError } from '../asn1/der-reader.ts';
import { type CheckedSignature, checkCms } from './cms.ts';
import { Rejection } from './rejection.ts';
import { dayOf } from './trust.ts';

/** A note whose signature fits it. Whether its signer was entitled is still to be judged. */
export interface OpenedHandOver {
  readonly note: HandOverV1;
  readonly signature: CheckedSignature;
  readonly successor: Certificate;
}

/**
 * Why a file is no note that can be believed: not of the form, of a newer version, altered after signing, or stating
 * days that no entitled key could state (signed after its own last day, or the successor's first day before that).
 */
export type HandOverFault = 'form' | 'newer' | 'signature' | 'days';

/** A file that is no note, and what it claims where that can be read: only good for telling people about it. */
export interface RefusedHandOver {
  readonly fault: HandOverFault;
  readonly claimed: { readonly successor: string; readonly unitCode: string } | null;
}

/**
 * Reads a note's file: UTF-8, canonical to the byte, of a known version, every byte either signed or part of the
 * signature. Never throws for any bytes.
 */
export function openHandOver(bytes: Uint8Array): OpenedHandOver | RefusedHandOver {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return refused('form');
  } catch {
    return refused('form');
  }
  const parsed = handOverFile.safeParse(value);
  if (!parsed.success) return refused(isNewer(value) ? 'newer' : 'form');
  const { note, signature } = parsed.data;
  const [cms, der] = [Buffer.from(signature, 'base64'), Buffer.from(note.successor.certificate, 'base64')];
  if (cms.toString('base64') !== signature || der.toString('base64') !== note.successor.certificate)
    return refused('form', note);
  try {
    const checked = checkCms(cms, [Buffer.from(handOverText(note), 'utf8')]);
    const successor = readCertificate(der);
    if (checked.signer.sha256 !== note.retiring || successor.sha256 !== note.successor.sha256)
      return refused('signature', note);
    const day = dayOf(Date.parse(note.signedAt));
    if (note.lastDay < day || note.firstDay < day || note.retiring === successor.sha256)
      return refused('days', note);
    return { note, signature: checked, successor };
  } catch (error) {
    if (error instanceof Rejection || error instanceof DerError) return refused('signature', note);
    throw error;
  }
}

function refused(fault: HandOverFault, note?: HandOverV1): RefusedHandOver {
  return {
    fault,
    claimed: note === undefined ? null : { successor: note.successor.sha256, unitCode: note.unit.code },
  };
}

function isNewer(value: unknown): boolean {
  const { format, version } = ((value as { note?: unknown } | null)?.note ?? {}) as {
    format?: unknown;
    version?: unknown;
  };
  return format === HAND_OVER_FORMAT && typeof version === 'number' && version > HAND_OVER_VERSION;
}
