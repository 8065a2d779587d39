import type { Random } from './random.ts';

/** Values at which readers go wrong. */
const ODD_NUMBERS = [
  0, 1, 2, 16, 127, 128, 255, 256, 1023, 4096, 32767, 32768, 65534, 65535, 65536, 1_048_576, 1_048_577,
  0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** One change of bytes of any kind: flips, numbers, pieces cut out, doubled, moved, or words of the format put in. */
export function mutateBytes(bytes: Buffer, words: readonly string[], random: Random): Buffer {
  if (bytes.length === 0) return Buffer.from(random.pick(words), 'latin1');
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(bytes.length - at, random.chance(0.8) ? 16 : 4096));
  const piece = bytes.subarray(at, at + length);
  switch (random.below(10)) {
    case 0: {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] as number) ^ (1 << random.below(8));
      return copy;
    }
    case 1: {
      const copy = Buffer.from(bytes);
      copy[at] = random.below(256);
      return copy;
    }
    case 2:
      return withNumber(bytes, at, random);
    case 3:
      return join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 4:
      return join(bytes.subarray(0, at), piece, bytes.subarray(at));
    case 5: {
      const target = random.below(bytes.length);
      return join(bytes.subarray(0, target), piece, bytes.subarray(target));
    }
    case 6:
      return bytes.subarray(0, at);
    case 7: {
      const times = random.pick([2, 10, 300]);
      return join(bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at));
    }
    case 8:
      return otherDigits(bytes, at, random);
    default:
      return join(
        bytes.subarray(0, at),
        Buffer.from(random.pick(words), 'utf8'),
        bytes.subarray(random.chance(0.5) ? at : Math.min(bytes.length, at + length)),
      );
  }
}

function withNumber(bytes: Buffer, at: number, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const width = random.pick([1, 2, 4]);
  if (at + width > copy.length) return copy;
  const value = random.pick(ODD_NUMBERS) % 2 ** (8 * width);
  if (random.chance(0.5)) copy.writeUIntLE(value, at, width);
  else copy.writeUIntBE(value, at, width);
  return copy;
}

/** The digits nearest behind an offset become another number. */
function otherDigits(bytes: Buffer, at: number, random: Random): Buffer {
  let start = at;
  while (start < bytes.length && !isDigit(bytes[start])) start += 1;
  let end = start;
  while (end < bytes.length && isDigit(bytes[end])) end += 1;
  const number = random.pick([...ODD_NUMBERS.map(String), '-1', '1e9', '9'.repeat(20), '00']);
  return join(bytes.subarray(0, start), Buffer.from(number, 'latin1'), bytes.subarray(end));
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

function join(...parts: Buffer[]): Buffer {
  return Buffer.concat(parts);
}
