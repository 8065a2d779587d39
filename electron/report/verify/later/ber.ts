import { DerError } from '../../asn1/der-reader.ts';
import { tlv } from '../../asn1/der-writer.ts';

const DEPTH = 24;

/**
 * The first BER element of `bytes` in definite lengths: signing programs on NSS write CMS with indefinite ones. What
 * is signed inside (attributes, certificates) is DER already and stays as it is. Only zeros may follow the element.
 * Throws {@link DerError}.
 */
export function definite(bytes: Buffer): Buffer {
  const { out, end } = read(bytes, 0, 0);
  if (!bytes.subarray(end).equals(Buffer.alloc(bytes.length - end))) throw new DerError('something follows');
  return out;
}

function read(bytes: Buffer, offset: number, depth: number): { out: Buffer; end: number } {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || depth > DEPTH) throw new DerError('cut short');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tags above 30 do not occur');
  if (first !== 0x80) {
    const { start, length } = readLength(bytes, offset + 1, first);
    const end = start + length;
    if (end > bytes.length) throw new DerError('cut short');
    // A constructed element of definite length may hold indefinite ones.
    if (!(tag & 0x20)) return { out: tlv(tag, bytes.subarray(start, end)), end };
    const parts: Buffer[] = [];
    for (let at = start; at < end; ) {
      const part = read(bytes, at, depth + 1);
      if (part.end > end) throw new DerError('cut short');
      parts.push(part.out);
      at = part.end;
    }
    return { out: tlv(tag, ...parts), end };
  }
  if (!(tag & 0x20)) throw new DerError('length of another form');
  const parts: Buffer[] = [];
  let at = offset + 2;
  while (bytes[at] !== 0x00 || bytes[at + 1] !== 0x00) {
    const part = read(bytes, at, depth + 1);
    parts.push(part.out);
    at = part.end;
  }
  return { out: tlv(tag, ...parts), end: at + 2 };
}

function readLength(bytes: Buffer, at: number, first: number): { start: number; length: number } {
  if (first < 0x80) return { start: at + 1, length: first };
  const count = first - 0x80;
  if (count < 1 || count > 4 || at + 1 + count > bytes.length) throw new DerError('length of another form');
  return { start: at + 1 + count, length: bytes.readUIntBE(at + 1, count) };
}
