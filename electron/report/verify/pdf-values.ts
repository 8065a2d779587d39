import { demand, Rejection } from './rejection.ts';

/** A direct PDF object as the report's writer puts it down. Dictionaries keep their order. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'string'; readonly bytes: Buffer }
  /** `start` is the offset of `<`, `end` the one after `>`. */
  | { readonly kind: 'hex'; readonly start: number; readonly end: number }
  | { readonly kind: 'reference'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

const DEPTH = 12;
/** Entries that make a reader act, fetch or hide; none of them occurs in a report. */
const FORBIDDEN_KEYS = new Set([
  'JS',
  'JavaScript',
  'OpenAction',
  'AA',
  'Launch',
  'URI',
  'XFA',
  'Encrypt',
  'XRefStm',
  'Prev',
  'OCProperties',
  'OC',
  'Perms',
  'DSS',
  'Collection',
  'RichMediaContent',
]);
const FORBIDDEN_NAMES = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'RichMedia',
  'ObjStm',
  'XRef',
  'Movie',
  'Sound',
  'Screen',
  '3D',
  'FileAttachment',
  'Link',
  'Popup',
  'Stamp',
  'FreeText',
]);

/** Reads values strictly: only the syntax that the report's writer produces. Anything else is a {@link Rejection}. */
export class ValueReader {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;

  constructor(bytes: Buffer, at: number, end: number) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  read(depth = 0): PdfValue {
    demand(depth < DEPTH, 'STRUCTURE_ALTERED');
    const byte = this.byte(this.at);
    switch (byte) {
      case 0x2f:
        return { kind: 'name', name: this.readName(FORBIDDEN_NAMES) };
      case 0x28:
        return this.readString();
      case 0x5b:
        return this.readArray(depth);
      case 0x3c:
        return this.byte(this.at + 1) === 0x3c ? this.readDictionary(depth) : this.readHex();
      case 0x74:
        this.expect('true');
        return { kind: 'boolean', value: true };
      case 0x66:
        this.expect('false');
        return { kind: 'boolean', value: false };
      case 0x6e:
        this.expect('null');
        return { kind: 'null' };
      default:
        return this.readNumberOrReference();
    }
  }

  /** Passes over these very bytes. */
  expect(text: string): void {
    demand(this.at + text.length <= this.end, 'STRUCTURE_ALTERED');
    for (let index = 0; index < text.length; index += 1) {
      if (this.bytes[this.at + index] !== text.charCodeAt(index))
        throw new Rejection('STRUCTURE_ALTERED', { offset: this.at + index });
    }
    this.at += text.length;
  }

  private byte(at: number): number {
    const byte = at < this.end ? this.bytes[at] : undefined;
    if (byte === undefined) throw new Rejection('STRUCTURE_ALTERED', { offset: at });
    return byte;
  }

  private skipBlanks(): void {
    while (this.at < this.end && (this.bytes[this.at] === 0x20 || this.bytes[this.at] === 0x0a)) this.at += 1;
  }

  private readName(forbidden: ReadonlySet<string>): string {
    let name = '';
    for (this.at += 1; ; this.at += 1) {
      const byte = this.byte(this.at);
      if (byte === 0x23) {
        const hex = this.bytes.toString('latin1', this.at + 1, this.at + 3);
        demand(/^2[0-9A-F]$/.test(hex), 'STRUCTURE_ALTERED', { offset: this.at });
        name += String.fromCharCode(Number.parseInt(hex, 16));
        this.at += 2;
      } else if (isNameByte(byte)) {
        name += String.fromCharCode(byte);
      } else break;
    }
    demand(name.length > 0 && name.length < 128, 'STRUCTURE_ALTERED', { offset: this.at });
    demand(!forbidden.has(name), 'FORBIDDEN_CONTENT', { name });
    return name;
  }

  private readString(): PdfValue {
    const out: number[] = [];
    for (this.at += 1; ; this.at += 1) {
      const byte = this.byte(this.at);
      if (byte === 0x29) break;
      // The writer escapes every bracket, so that no string can hold the beginning of another.
      demand(byte !== 0x28, 'STRUCTURE_ALTERED', { offset: this.at });
      if (byte !== 0x5c) {
        out.push(byte);
        continue;
      }
      this.at += 1;
      const escaped = ESCAPES.get(this.byte(this.at));
      if (escaped === undefined) throw new Rejection('STRUCTURE_ALTERED', { offset: this.at });
      out.push(escaped);
    }
    this.at += 1;
    return { kind: 'string', bytes: Buffer.from(out) };
  }

  private readHex(): PdfValue {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start + 1);
    demand(close > start && close < this.end && (close - start) % 2 === 1, 'STRUCTURE_ALTERED', {
      offset: start,
    });
    // Lower-case digits only: what they decode to must give the very same text again.
    const digits = this.bytes.toString('latin1', start + 1, close);
    demand(Buffer.from(digits, 'hex').toString('hex') === digits, 'STRUCTURE_ALTERED', { offset: start });
    this.at = close + 1;
    return { kind: 'hex', start, end: this.at };
  }

  private readArray(depth: number): PdfValue {
    const items: PdfValue[] = [];
    this.at += 1;
    for (this.skipBlanks(); this.byte(this.at) !== 0x5d; this.skipBlanks()) items.push(this.read(depth + 1));
    this.at += 1;
    return { kind: 'array', items };
  }

  private readDictionary(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    for (this.skipBlanks(); this.byte(this.at) === 0x2f; this.skipBlanks()) {
      const key = this.readName(FORBIDDEN_KEYS);
      demand(!entries.has(key), 'STRUCTURE_ALTERED', { offset: this.at });
      this.skipBlanks();
      entries.set(key, this.read(depth + 1));
    }
    this.expect('>>');
    return { kind: 'dictionary', entries };
  }

  private readNumberOrReference(): PdfValue {
    const number = this.readNumber();
    if (!Number.isSafeInteger(number) || number <= 0 || this.bytes[this.at] !== 0x20)
      return { kind: 'number', value: number };
    // `12 0 R`
    if (
      this.bytes[this.at + 1] === 0x30 &&
      this.bytes[this.at + 2] === 0x20 &&
      this.bytes[this.at + 3] === 0x52
    ) {
      this.at += 4;
      demand(this.at <= this.end, 'STRUCTURE_ALTERED');
      return { kind: 'reference', id: number };
    }
    return { kind: 'number', value: number };
  }

  private readNumber(): number {
    const start = this.at;
    while (this.at < this.end && isNumberByte(this.bytes[this.at] ?? 0)) this.at += 1;
    const text = this.bytes.toString('latin1', start, this.at);
    demand(/^-?(0|[1-9]\d{0,11})(\.\d{1,12})?$/.test(text), 'STRUCTURE_ALTERED', { offset: start });
    return Number(text);
  }
}

const ESCAPES = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x5c, 0x5c],
  [0x28, 0x28],
  [0x29, 0x29],
]);

function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x5f
  );
}

function isNumberByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
}
