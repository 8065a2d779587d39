import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOSSIER_FORMULAS, LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';

const root = resolve(import.meta.dirname, '../../..');
const rules = readFileSync(join(root, 'docs/counting.md'), 'utf8');

/** A row of the decision's table: id, formula and test, such as `>= 97 %`. */
const ROW = /^\| `([\d.]+)` \|[^|]*\| `([\w.-]+)` \|.*\| ([>=]+) (\d+) %[^|]*\|$/gm;

describe('docs/counting.md', () => {
  it('names every formula, and none that is not there', () => {
    const named = new Set(rules.match(/`[a-z]+(?:\.[\w-]+)+\.v\d+`/g)?.map((id) => id.slice(1, -1)));
    const formulas = [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map(({ id }) => id);
    expect([...named].sort()).toEqual([...formulas].sort());
  });

  it('states the formulas and thresholds of the 2024 decision as the target set has them', () => {
    const stated = [...rules.matchAll(ROW)].map(([, id, formula, op, percent]) => ({
      id,
      formula,
      commune: { op, basisPoints: Number(percent) * 100 },
    }));
    const { objectives } = JSON.parse(
      readFileSync(join(root, 'resources/targets/nhon-trach-2024.json'), 'utf8'),
    ) as { objectives: { id: string; formula: string; threshold: { commune: object } }[] };
    expect(stated).toEqual(
      objectives.map(({ id, formula, threshold: { commune } }) => ({ id, formula, commune })),
    );
  });
});
