/**
 * Strict DER: minimal lengths, definite form only, nothing left over. Whatever is not exactly DER throws
 * {@link DerError}; a verifier turns that into a verdict.
 */
export class DerError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'DerError';
  }
}

/** One element. `bytes` is the whole encoding, `content` what is inside. */
export interface DerElement {
  readonly tag: number;
  readonly bytes: Buffer;
  readonly content: Buffer;
}

/** Reads the element at the start of `bytes`; more may follow it. */
export function readElement(bytes: Buffer, offset = 0): DerElement {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('cut short');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tags above 30 do not occur');
  let length = first;
  let start = offset + 2;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count < 1 || count > 3) throw new DerError('length of another form');
    length = 0;
    for (let index = 0; index < count; index += 1) {
      const byte = bytes[start + index];
      if (byte === undefined) throw new DerError('cut short');
      length = length * 256 + byte;
    }
    start += count;
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length is not minimal');
  }
  if (start + length > bytes.length) throw new DerError('cut short');
  return {
    tag,
    bytes: bytes.subarray(offset, start + length),
    content: bytes.subarray(start, start + length),
  };
}

/** Reads the one element that fills `bytes` wholly. */
export function readWhole(bytes: Buffer, tag: number): DerElement {
  const element = expectTag(readElement(bytes), tag);
  if (element.bytes.length !== bytes.length) throw new DerError('something follows');
  return element;
}

/** The elements inside a constructed one. */
export function children(element: DerElement): DerElement[] {
  const found: DerElement[] = [];
  for (let offset = 0; offset < element.content.length; ) {
    const child = readElement(element.content, offset);
    found.push(child);
    offset += child.bytes.length;
  }
  return found;
}

export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element === undefined || element.tag !== tag) throw new DerError(`expected tag ${tag.toString(16)}`);
  return element;
}

/** Exactly these children, by tag. */
export function fields(element: DerElement, ...tags: number[]): DerElement[] {
  const found = children(element);
  if (found.length !== tags.length) throw new DerError('another number of fields');
  return found.map((child, index) => expectTag(child, tags[index] ?? -1));
}

export function readOid(element: DerElement | undefined): string {
  const { content } = expectTag(element, 0x06);
  const arcs: number[] = [];
  let value = 0;
  let begun = false;
  for (const byte of content) {
    if (!begun && byte === 0x80) throw new DerError('identifier is not minimal');
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 256) throw new DerError('identifier too large');
    begun = byte >= 0x80;
    if (!begun) {
      arcs.push(value);
      value = 0;
    }
  }
  if (begun || arcs.length === 0) throw new DerError('identifier cut short');
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** A non-negative integer as its hex digits without leading zeros. */
export function readInteger(element: DerElement | undefined): string {
  const { content } = expectTag(element, 0x02);
  const [first, second] = content;
  if (first === undefined) throw new DerError('empty integer');
  if (
    content.length > 1 &&
    ((first === 0 && (second ?? 0) < 0x80) || (first === 0xff && (second ?? 0) >= 0x80))
  )
    throw new DerError('integer is not minimal');
  return content.toString('hex').replace(/^(00)+(?=..)/, '');
}

export function readBoolean(element: DerElement): boolean {
  const { content } = expectTag(element, 0x01);
  if (content.length !== 1 || (content[0] !== 0x00 && content[0] !== 0xff))
    throw new DerError('truth value of another form');
  return content[0] === 0xff;
}

/** UTCTime or GeneralizedTime in UTC with seconds, as milliseconds. */
export function readTime(element: DerElement | undefined): number {
  if (element === undefined || (element.tag !== 0x17 && element.tag !== 0x18))
    throw new DerError('expected a time');
  const text = element.content.toString('latin1');
  const match =
    element.tag === 0x17
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) throw new DerError('time of another form');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const full = element.tag === 0x17 ? (year < 50 ? 2000 + year : 1900 + year) : year;
  return Date.UTC(full, month - 1, day, hour, minute, second);
}

/** Text of the string types that names use. */
export function readText(element: DerElement): string {
  const { tag, content } = element;
  if (tag === 0x0c) return new TextDecoder('utf-8', { fatal: false }).decode(content);
  if (tag === 0x1e) return Buffer.from(content).swap16().toString('utf16le');
  if (tag === 0x13 || tag === 0x16 || tag === 0x14) return content.toString('latin1');
  throw new DerError('text of another type');
}
