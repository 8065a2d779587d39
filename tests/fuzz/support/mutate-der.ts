import type { Random } from './random.ts';

interface Place {
  readonly at: number;
  readonly header: number;
  readonly length: number;
  readonly depth: number;
}

/** One change of a DER or BER value by its own structure: tag, length, content, or an element dropped or doubled. */
export function mutateDer(bytes: Buffer, random: Random): Buffer {
  const places = elements(bytes);
  if (places.length === 0) return bytes;
  const { at, header, length } = random.pick(places);
  const end = at + header + length;
  const element = bytes.subarray(at, end);
  const content = bytes.subarray(at + header, end);
  const rebuilt = (inner: Buffer, tag = bytes[at] ?? 0): Buffer =>
    Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([tag]),
      lengthOf(inner.length),
      inner,
      bytes.subarray(end),
    ]);
  switch (random.below(8)) {
    case 0:
      return rebuilt(content, random.below(256));
    case 1: {
      const lie = random.pick([
        Buffer.from([0x80]),
        Buffer.from([0x84, 0xff, 0xff, 0xff, 0xff]),
        Buffer.from([0x83, 0x7f, 0xff, 0xff]),
        Buffer.from([0x82, 0, 1]),
        Buffer.from([0x7f]),
      ]);
      return Buffer.concat([bytes.subarray(0, at + 1), lie, bytes.subarray(at + header)]);
    }
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, end), element, bytes.subarray(end)]);
    case 4:
      return rebuilt(
        random.pick([
          Buffer.alloc(0),
          Buffer.alloc(1, 0xff),
          Buffer.alloc(9, 0x7f),
          Buffer.alloc(3000, 0x41),
        ]),
      );
    case 5: {
      const other = random.pick(places);
      return rebuilt(bytes.subarray(other.at, other.at + other.header + other.length));
    }
    case 6: {
      let nested: Buffer = Buffer.from(content);
      for (let depth = random.pick([1, 50, 2000]); depth > 0; depth -= 1)
        nested = Buffer.concat([Buffer.from([0x30]), lengthOf(nested.length), nested]);
      return rebuilt(nested);
    }
    default: {
      const copy = Buffer.from(bytes);
      if (length > 0) copy[at + header + random.below(length)] = random.below(256);
      return copy;
    }
  }
}

/** All elements, those in octet strings too; outer lengths are left as they are and so become wrong, as in life. */
function elements(bytes: Buffer): Place[] {
  const found: Place[] = [];
  const walk = (start: number, end: number, depth: number): boolean => {
    let at = start;
    const here: Place[] = [];
    while (at < end) {
      const tag = bytes[at] ?? 0;
      let length = bytes[at + 1] ?? 0;
      let header = 2;
      if (length > 0x83 || length === 0x80) return false;
      if (length > 0x80) {
        const count = length - 0x80;
        if (at + 2 + count > end) return false;
        length = bytes.readUIntBE(at + 2, count);
        header += count;
      }
      if (at + header + length > end) return false;
      here.push({ at, header, length, depth });
      if (depth < 12 && ((tag & 0x20) !== 0 || tag === 0x04))
        walk(at + header, at + header + length, depth + 1);
      at += header + length;
    }
    for (const place of here) found.push(place);
    return true;
  };
  walk(0, bytes.length, 0);
  return found;
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const digits = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 + digits.length]), digits]);
}
