import type { LooseValue } from './values.ts';

/** The added part of a file cannot be read with certainty. */
export class UnclearError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'UnclearError';
  }
}

const DEPTH = 32;
const BLANK = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITER = new Set([0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25]);

export function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && BLANK.has(byte);
}

/**
 * Reads objects in the whole syntax of PDF (ISO 32000-1 §7.3), as other programs write it, without any repair: what
 * does not follow the syntax is an {@link UnclearError}, and so is a key stated twice.
 */
export class LooseReader {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;

  constructor(bytes: Buffer, at: number, end: number) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  read(depth = 0): LooseValue {
    if (depth > DEPTH) throw new UnclearError('nested too deeply');
    this.skipBlanks();
    const byte = this.peek();
    if (byte === 0x2f) return { kind: 'name', name: this.readName() };
    if (byte === 0x28) return this.readString();
    if (byte === 0x5b) return this.readArray(depth);
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.readDictionary(depth) : this.readHex();
    const word = this.readWord();
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    if (word === 'null') return { kind: 'null' };
    if (!/^[+-]?(\d{1,15}\.?\d{0,15}|\.\d{1,15})$/.test(word))
      throw new UnclearError(`no object at ${this.at}`);
    return /^\d{1,7}$/.test(word)
      ? this.numberOrReference(Number(word))
      : { kind: 'number', value: Number(word) };
  }

  /** The next word: everything up to a blank or a delimiter. */
  readWord(): string {
    this.skipBlanks();
    const start = this.at;
    while (this.at < this.end && !isBlank(this.bytes[this.at]) && !DELIMITER.has(this.bytes[this.at] ?? 0)) {
      if (this.at - start > 127) throw new UnclearError('word too long');
      this.at += 1;
    }
    return this.bytes.toString('latin1', start, this.at);
  }

  expectWord(word: string): void {
    if (this.readWord() !== word) throw new UnclearError(`expected ${word} before ${this.at}`);
  }

  /** Blanks and comments; a comment holds at most a line of 200 characters. */
  skipBlanks(): void {
    for (; this.at < this.end; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === 0x25) {
        const start = this.at;
        while (this.at + 1 < this.end && this.bytes[this.at + 1] !== 0x0a && this.bytes[this.at + 1] !== 0x0d)
          this.at += 1;
        if (this.at - start > 200) throw new UnclearError('comment too long');
      } else if (!isBlank(byte)) return;
    }
  }

  private peek(): number {
    const byte = this.at < this.end ? this.bytes[this.at] : undefined;
    if (byte === undefined) throw new UnclearError('ends early');
    return byte;
  }

  private readName(): string {
    this.at += 1;
    const start = this.at;
    while (this.at < this.end && !isBlank(this.bytes[this.at]) && !DELIMITER.has(this.bytes[this.at] ?? 0))
      this.at += 1;
    if (this.at - start > 200) throw new UnclearError('name too long');
    // A name may be spelt in many ways: `/J#53` is `/JS`.
    return this.bytes
      .toString('latin1', start, this.at)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  private readString(): LooseValue {
    const start = this.at;
    const out: number[] = [];
    let depth = 1;
    for (this.at += 1; ; this.at += 1) {
      const byte = this.peek();
      if (byte === 0x5c) {
        this.readEscape(out);
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) break;
      out.push(byte);
    }
    this.at += 1;
    return { kind: 'string', bytes: Buffer.from(out), hex: false, start, end: this.at };
  }

  private readEscape(out: number[]): void {
    this.at += 1;
    const byte = this.peek();
    if (byte >= 0x30 && byte <= 0x37) {
      const digits = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))?.[0] ?? '0';
      out.push(Number.parseInt(digits, 8) & 0xff);
      this.at += digits.length - 1;
    } else if (byte === 0x0d) {
      if (this.bytes[this.at + 1] === 0x0a) this.at += 1;
    } else if (byte !== 0x0a) {
      out.push(ESCAPES.get(byte) ?? byte);
    }
  }

  private readHex(): LooseValue {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start);
    if (close < 0 || close >= this.end) throw new UnclearError('hex string without end');
    const digits = this.bytes.toString('latin1', start + 1, close).replace(/[\0\t\n\f\r ]+/g, '');
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new UnclearError('no hex string');
    this.at = close + 1;
    const bytes = Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
    return { kind: 'string', bytes, hex: true, start, end: this.at };
  }

  private readArray(depth: number): LooseValue {
    const items: LooseValue[] = [];
    this.at += 1;
    for (this.skipBlanks(); this.peek() !== 0x5d; this.skipBlanks()) items.push(this.read(depth + 1));
    this.at += 1;
    return { kind: 'array', items };
  }

  private readDictionary(depth: number): LooseValue {
    const entries = new Map<string, LooseValue>();
    this.at += 2;
    for (this.skipBlanks(); this.peek() === 0x2f; this.skipBlanks()) {
      const key = this.readName();
      // Two readers may each take another one of the two.
      if (entries.has(key)) throw new UnclearError(`key ${key} twice`);
      entries.set(key, this.read(depth + 1));
    }
    if (this.peek() !== 0x3e || this.bytes[this.at + 1] !== 0x3e)
      throw new UnclearError('dictionary without end');
    this.at += 2;
    return { kind: 'dictionary', entries };
  }

  private numberOrReference(number: number): LooseValue {
    const ahead = this.bytes.toString('latin1', this.at, Math.min(this.end, this.at + 16));
    const match = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?=$|[^A-Za-z0-9])/.exec(ahead);
    if (!match) return { kind: 'number', value: number };
    this.at += match[0].length;
    return { kind: 'reference', id: number, generation: Number(match[1]) };
  }
}

const ESCAPES = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);
