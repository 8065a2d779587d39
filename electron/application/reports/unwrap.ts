import { readEntry, readZipEntries, type ZipEntry } from '#electron/import/zip.ts';
import { isMail } from '#electron/report/verify/explain-damage.ts';
import type { VerifyReason } from '#electron/report/verify/rejection.ts';
import { AppError } from '#shared/errors.ts';
import { pdfOfMail } from './mail-attachment.ts';

/** The report file itself, and what was opened to get at it; or why there is none. */
export type Unwrapped =
  | { readonly bytes: Buffer; readonly notes: readonly VerifyReason[] }
  | { readonly refusal: VerifyReason };

/** A zip in a mail in a zip is still opened. */
const DEPTH = 3;
const LARGEST = 64 * 1024 * 1024;

/**
 * Opens what a report was put into on its way: a zip with one PDF in it, a saved mail with one PDF attached, one
 * inside the other. Every other file is given back as it is. Never throws for any bytes.
 */
export function unwrap(bytes: Buffer): Unwrapped {
  return open(bytes, [], 0);
}

function open(bytes: Buffer, notes: readonly VerifyReason[], depth: number): Unwrapped {
  if (bytes.length > LARGEST) return { refusal: { code: 'FILE_TOO_LARGE', params: {} } };
  const head = bytes.toString('latin1', 0, 4096);
  const isZip = head.startsWith('PK\x03\x04');
  if (depth >= DEPTH || !(isZip || isMail(head))) return { bytes, notes };
  const found = isZip ? fromZip(bytes) : fromMail(bytes);
  if (found === null) return { bytes, notes };
  if ('refusal' in found) return found;
  const { name, content, code } = found;
  return open(content, [...notes, { code, params: { name: name.slice(0, 100) } }], depth + 1);
}

type Found =
  | { readonly name: string; readonly content: Buffer; readonly code: 'UNPACKED_ZIP' | 'UNPACKED_MAIL' }
  | { readonly refusal: VerifyReason };

/** Null: to be told by what the file is (an office file, a damaged zip). */
function fromZip(bytes: Buffer): Found | null {
  let entries: ZipEntry[];
  try {
    entries = readZipEntries(bytes);
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof RangeError)) throw error;
    return { refusal: damage(error, bytes) };
  }
  const names = entries.map(({ name }) => name);
  if (names.includes('[Content_Types].xml') || names.includes('META-INF/manifest.xml')) return null;
  const wanted = entries.filter(
    ({ name }) => /\.(pdf|zip|eml)$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name),
  );
  const [entry] = wanted;
  if (wanted.length > 1) return { refusal: { code: 'ZIPPED_MANY', params: { count: wanted.length } } };
  if (entry === undefined) return null;
  const { name } = entry;
  if (entry.encrypted) return { refusal: { code: 'ZIPPED_LOCKED', params: {} } };
  if (entry.size > LARGEST) return { refusal: { code: 'FILE_TOO_LARGE', params: {} } };
  try {
    const content = Buffer.from(readEntry(bytes, entry));
    return { name: name.split('/').at(-1) ?? name, content, code: 'UNPACKED_ZIP' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refusal: damage(error, bytes) };
  }
}

/** A zip that would unpack to more than any report is no broken download. */
function damage(error: AppError | RangeError, bytes: Buffer): VerifyReason {
  if (error instanceof AppError && error.code === 'FILE_TOO_LARGE')
    return { code: 'FILE_TOO_LARGE', params: {} };
  return { code: 'TRUNCATED', params: { bytes: bytes.length } };
}

function fromMail(bytes: Buffer): Found | null {
  const found = pdfOfMail(bytes);
  return found === null ? null : { ...found, code: 'UNPACKED_MAIL' };
}
