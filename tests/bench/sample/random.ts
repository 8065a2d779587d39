/** A small generator of pseudo-random numbers (xorshift32): the same seed gives the same numbers on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Mixed, so that neighbouring seeds give unrelated numbers; the state must not be 0.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
    for (let round = 0; round < 4; round += 1) this.next();
  }

  /** An integer in [0, 2^32). */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return this.#state >>> 0;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** True with a chance in percent. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}
