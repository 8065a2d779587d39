/** DER encodings of the few ASN.1 types that a CMS signature needs. Lengths are minimal, sets sorted (X.690 §10–11). */

/** Tag, length and content. */
export function tlv(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

export const sequence = (...items: Uint8Array[]): Buffer => tlv(0x30, ...items);
/** SET OF: the encodings in ascending order. */
export const setOf = (...items: Uint8Array[]): Buffer => tlv(0x31, ...sorted(items));
export const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes);
export const nothing = (): Buffer => tlv(0x05);
/** Explicit or constructed context tag `[number]`. */
export const tagged = (number: number, ...items: Uint8Array[]): Buffer => tlv(0xa0 + number, ...items);

/** Non-negative integer below 2^31. */
export function smallInteger(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; rest > 0 || bytes.length === 0; rest = Math.floor(rest / 256))
    bytes.unshift(rest % 256);
  if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0);
  return tlv(0x02, Buffer.from(bytes));
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) + 128);
    bytes.push(...groups);
  }
  return tlv(0x06, Buffer.from(bytes));
}

export function sorted(items: readonly Uint8Array[]): Uint8Array[] {
  return [...items].sort((a, b) => Buffer.compare(a, b));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 + bytes.length, ...bytes]);
}
