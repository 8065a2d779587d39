/**
 * What a .p12 file asks for before its key is found: rounds of key derivation, as many as whoever made it wrote. Files
 * of keys have 1 to 600,000 rounds; more is no protection for anybody but keeps the program busy for hours.
 */

/** Rounds of one derivation, and of all in a file. */
const MOST_ROUNDS = 1_000_000;
const MOST_ROUNDS_TOGETHER = 2_000_000;
const DEEPEST = 30;
const INTEGER = 0x02;
const OCTETS = 0x04;

/** Whether a file asks for more rounds than any honest one. What is no BER is left to whoever reads it. */
export function asksTooMuch(bytes: Buffer): boolean {
  const rounds: number[] = [];
  collect(bytes, 0, bytes.length, 0, rounds);
  return (
    rounds.some((each) => each > MOST_ROUNDS) || rounds.reduce((a, b) => a + b, 0) > MOST_ROUNDS_TOGETHER
  );
}

/**
 * Walks elements and what is packed into octet strings. A number of rounds is the integer right behind a salt: so it
 * is in PBKDF2-params, pkcs-12PbeParams and MacData alike. Returns the offset behind the elements, or -1 where the
 * bytes are none.
 */
function collect(b: Buffer, start: number, end: number, depth: number, rounds: number[]): number {
  const found: number[] = [];
  let before = 0;
  let at = start;
  while (at < end) {
    const tag = b[at] ?? 0;
    const first = b[at + 1];
    if (first === undefined || (tag & 0x1f) === 0x1f || depth > DEEPEST) return -1;
    if (tag === 0 && first === 0) {
      rounds.push(...found);
      return at + 2;
    }
    let from = at + 2;
    let length = first;
    if (first > 0x84) return -1;
    if (first > 0x80) {
      if (from + first - 0x80 > end) return -1;
      length = b.readUIntBE(from, first - 0x80);
      from += first - 0x80;
    }
    const open = first === 0x80;
    const to = open ? end : from + length;
    if (to > end) return -1;
    if (tag === INTEGER && before === OCTETS) found.push(numberOf(b.subarray(from, to)));
    const inside = open || (tag & 0x20) !== 0 || tag === OCTETS ? collect(b, from, to, depth + 1, found) : to;
    if (open && inside < 0) return -1;
    at = open ? inside : to;
    before = tag & ~0x20;
  }
  rounds.push(...found);
  return end;
}

function numberOf(bytes: Buffer): number {
  return bytes.length > 6
    ? Number.POSITIVE_INFINITY
    : bytes.length === 0
      ? 0
      : bytes.readUIntBE(0, bytes.length);
}
