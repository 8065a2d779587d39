import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fuzz } from './run.ts';
import type { Target } from './support/target.ts';
import { makeTarget, TARGETS } from './targets/index.ts';

// A fixed sample of what `npm run bench -- --only fuzz` tries for long.
const WISH = { seed: 20240315, inputs: 12, seconds: 60 };
const FOUND = new URL('found/', import.meta.url);

describe('readers of foreign files', () => {
  it.each(TARGETS)(
    '%s: changed inputs are read or refused in words, within bounds',
    { timeout: 120_000 },
    async (name) => {
      const { findings, inputs } = await fuzz(name, WISH);
      expect(findings.map(({ what }) => what)).toEqual([]);
      expect(inputs).toBeGreaterThan(10);
    },
  );
});

describe('inputs that once went wrong', () => {
  const made = new Map<string, Target>();
  afterAll(async () => {
    for (const target of made.values()) await target.close?.();
  });
  const names = existsSync(FOUND) ? readdirSync(FOUND).filter((name) => name.indexOf('.') > 0) : [];

  /** `xml2003.row-that-no-sheet-has`: the target's name with dashes, a dot, and what it is. */
  it.each(names)('%s', { timeout: 60_000 }, async (file) => {
    const name = file.slice(0, file.indexOf('.')).replaceAll('-', ' ');
    const target = made.get(name) ?? (await makeTarget(name));
    made.set(name, target);
    expect(await target.run(readFileSync(new URL(file, FOUND)))).toEqual(expect.any(String));
  });
});
