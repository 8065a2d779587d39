import { createHash } from 'node:crypto';
import type { SqlValue } from '../open-database.ts';

/** Texts are gathered up to so many UTF-16 units before they are hashed. */
const BATCH = 1 << 16;
/** Room for the numbers of a batch, reached by doubling; a row has at most {@link WIDEST} columns. */
const NUMBERS = 1 << 18;
const FIRST_ROOM = 1 << 8;
const WIDEST = 64;

/**
 * SHA-256 over rows of whole numbers, texts and nulls, cheap enough for every row of a large list. Its form is part of
 * the stored form: of each value a 32-bit little-endian number (itself from 0 on; -1 for null; -2 - n for a text of n
 * UTF-16 units), the texts after the numbers as UTF-8, in batches that end with the row in which the texts of a batch
 * exceed 65,536 units or its numbers 262,080. So lengths tell where each text ends, and no value can pass for another.
 */
export class RowDigest {
  readonly #hash = createHash('sha256');
  #numbers = new Int32Array(FIRST_ROOM);
  #count = 0;
  #texts = '';
  #rows = 0;

  /** Number of rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Takes one more row. Throws `RangeError` for a number that is not whole or needs more than 31 bits. */
  add(row: readonly SqlValue[]): void {
    if (this.#count > this.#numbers.length - WIDEST) this.#grow();
    const numbers = this.#numbers;
    let at = this.#count;
    for (const value of row) {
      if (value === null) numbers[at] = -1;
      else if (typeof value === 'number') {
        if (value < 0 || value > 0x7fffffff || !Number.isInteger(value))
          throw new RangeError(`${value} cannot be digested`);
        numbers[at] = value;
      } else if (typeof value === 'string') {
        numbers[at] = -2 - value.length;
        this.#texts += value;
      } else throw new RangeError('only numbers, texts and nulls can be digested');
      at += 1;
    }
    this.#count = at;
    this.#rows += 1;
    if (this.#texts.length > BATCH || at > NUMBERS - WIDEST) this.#flush();
  }

  /** Lower-case hex; nothing can be added afterwards. */
  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #grow(): void {
    const numbers = new Int32Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  #flush(): void {
    if (this.#count === 0) return;
    this.#hash.update(new Uint8Array(this.#numbers.buffer, 0, this.#count * 4));
    this.#hash.update(this.#texts, 'utf8');
    this.#count = 0;
    this.#texts = '';
  }
}
