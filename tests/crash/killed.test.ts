import { describe, expect, it } from 'vitest';
import { KIND_NAMES } from './kinds.ts';
import { killRounds } from './support/rounds.ts';

const SEEDS = [11, 12];

// A sample with fixed seeds; `npm run bench -- --only crash` does it 200 times a kind.
describe('killed at a random moment of', () => {
  it.each(KIND_NAMES)(
    '%s, the program has lost nothing it had acknowledged, and what it left is whole',
    async (kind) => {
      const { killed, faults } = await killRounds(kind, SEEDS);
      expect(faults).toEqual([]);
      expect(killed).toBe(SEEDS.length);
    },
    240_000,
  );
});
