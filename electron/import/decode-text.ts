import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/errors.ts';
import { codeUnits, detectLegacyEncoding, type LegacyEncoding } from '#shared/text/legacy-encodings.ts';
import { decodeVni } from '#shared/text/vni.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

const SAMPLE = 64 * 1024;
/** A single line longer than this is no list; it would have to be held and split as a whole. */
const MAX_LINE = 64 * 1024 * 1024;

/**
 * The encoding of a text file: byte order mark, valid or slightly damaged UTF-8, zero bytes of UTF-16, else the legacy
 * encoding under which most words are legal Vietnamese. `start` is the offset behind a byte order mark.
 */
export function detectEncoding(bytes: Buffer): { encoding: TextEncoding; start: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', start: 2 };
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = zeroBytes(sample);
  if (zeros.odd > sample.length / 8 && zeros.even < zeros.odd / 4) return { encoding: 'utf-16le', start: 0 };
  if (zeros.even > sample.length / 8 && zeros.odd < zeros.even / 4) return { encoding: 'utf-16be', start: 0 };
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return { encoding: 'utf-8', start: 0 };
  return { encoding: detectLegacyEncoding(nonAsciiSample(bytes).toString('latin1')).encoding, start: 0 };
}

/**
 * Whether text is UTF-8 but for a few bytes: cut in the middle of a letter, or with a stray byte in one cell. In text
 * of a one-byte encoding hardly any bytes happen to form a letter of UTF-8.
 */
function isNearlyUtf8(bytes: Buffer): boolean {
  let letters = 0;
  let broken = 0;
  for (const letter of nonAsciiSample(bytes)
    .toString('utf8')
    .match(/[^\u0000-\u007f]/gu) ?? []) {
    if (letter === '\ufffd') broken++;
    else letters++;
  }
  return letters >= 10 * broken;
}

/** The same for a file whose encoding is given by hand. */
export function startOfText(bytes: Buffer, encoding: TextEncoding): number {
  if (encoding === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  if (encoding === 'utf-16le' && bytes[0] === 0xff && bytes[1] === 0xfe) return 2;
  if (encoding === 'utf-16be' && bytes[0] === 0xfe && bytes[1] === 0xff) return 2;
  return 0;
}

/** Whether bytes cannot be a text of any of the encodings: zero bytes that are not UTF-16, or many control characters. */
export function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = zeroBytes(sample);
  const utf16 =
    Math.max(zeros.odd, zeros.even) > sample.length / 8 &&
    Math.min(zeros.odd, zeros.even) < Math.max(zeros.odd, zeros.even) / 4;
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || marked) return false;
  if (zeros.odd + zeros.even > 0) return true;
  let controls = 0;
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  return controls > sample.length / 50;
}

function zeroBytes(bytes: Buffer): { even: number; odd: number } {
  const found = { even: 0, odd: 0 };
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) found[i % 2 === 0 ? 'even' : 'odd']++;
  return found;
}

/** Up to 64 kB, taken where the first non-ASCII bytes stand: a long ASCII head says nothing. */
function nonAsciiSample(bytes: Buffer): Buffer {
  let first = 0;
  while (first < bytes.length && (bytes[first] as number) < 128) first++;
  const start = Math.max(0, bytes.lastIndexOf(10, first));
  return bytes.subarray(start, start + SAMPLE);
}

/**
 * Pieces of decoded text, cut behind line breaks so that no character is ever split; about 1 MB each. Throws
 * FILE_TOO_LARGE for a line without end.
 */
export function* decodePieces(
  bytes: Buffer,
  start: number,
  encoding: TextEncoding,
): Generator<{ text: string; end: number }> {
  const units =
    encoding === 'utf-8' || encoding.startsWith('utf-16') ? null : codeUnits(encoding as LegacyEncoding);
  let at = start;
  while (at < bytes.length) {
    const end = lineEnd(bytes, at + (1 << 20), encoding);
    if (end - at > MAX_LINE) throw new AppError('FILE_TOO_LARGE');
    yield { text: decode(bytes.subarray(at, end), encoding, units), end };
    at = end;
  }
}

function lineEnd(bytes: Buffer, from: number, encoding: TextEncoding): number {
  if (from >= bytes.length) return bytes.length;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const low = encoding === 'utf-16le' ? 0 : 1;
    for (let i = from - (from % 2); i + 1 < bytes.length; i += 2)
      if (bytes[i + low] === 10 && bytes[i + 1 - low] === 0) return i + 2;
    return bytes.length;
  }
  const line = bytes.indexOf(10, from);
  return line < 0 ? bytes.length : line + 1;
}

function decode(bytes: Buffer, encoding: TextEncoding, units: Uint16Array | null): string {
  if (encoding === 'utf-8') return bytes.toString('utf8');
  if (encoding === 'utf-16le') return bytes.toString('utf16le');
  if (encoding === 'utf-16be')
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  const out = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = (units as Uint16Array)[bytes[i] as number] as number;
  const text = Buffer.from(out.buffer).toString('utf16le');
  return encoding === 'vni' ? decodeVni(text) : text;
}
