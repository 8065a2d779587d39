import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programSets } from '#electron/application/evaluation/target-sets.ts';
import { type Gathering, gather } from '#electron/application/receiver/gather.ts';
import { verifyFiles } from '#electron/application/reports/verify-files.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { makeKey, trusting } from '../report/support/keys.ts';
import { lowered } from '../report/support/lowered.ts';
import { resources, resourcesDir } from '../report/support/sample-report.ts';
import { communeReport, gatherRequest, NOW, unit } from './support/communes.ts';

// The table and the check of a single file take the same reports for sound, whatever they claim of their decision.

const folder = mkdtempSync(join(tmpdir(), 'scl-decision-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (seed: number) => communeReport({ code: String(26500 + seed), name: `Xã ${seed}`, seed });
const REPORTS: Readonly<Record<string, ReportV1>> = {
  honest: report(1),
  'lowered-2.3': lowered(report(2), '2.3', 100),
  'lowered-by-one': lowered(report(3), '2.1', (thresholdOf(report(3), '2.1') ?? 0) - 1),
  'left-out': { ...report(4), objectives: report(4).objectives.filter(({ id }) => id !== '5.1') },
  'other-set': { ...report(5), targetSet: { ...report(5).targetSet, version: 9 } },
};

function thresholdOf({ objectives }: ReportV1, id: string): number | undefined {
  return objectives.find((one) => one.id === id)?.threshold.basisPoints;
}

let table: Gathering['table'];
let single: Awaited<ReturnType<typeof verifyFiles>>;
beforeAll(async () => {
  const key = await makeKey();
  mkdirSync(folder, { recursive: true });
  const paths = Object.keys(REPORTS).map((name) => join(folder, `${name}.pdf`));
  for (const [at, one] of Object.values(REPORTS).entries())
    writeFileSync(paths[at] as string, await makeSignedReport(one, key, resources));
  const common = { trust: trusting(key), resourcesDir, now: NOW, language: 'vi' as const };
  single = await verifyFiles(paths, { ...common, nameOf: (path) => path });
  ({ table } = await gather(
    gatherRequest({
      ...common,
      paths,
      units: [1, 2, 3, 4, 5].map((seed) => unit(String(26500 + seed), `Xã ${seed}`)),
      pages: 'all',
      // Sums judged by one set from a file: the others are known all the same.
      sets: programSets(resourcesDir).filter(({ set }) => set.id === report(1).targetSet.id),
    }),
  ));
});

describe('reports beside the decisions they name', () => {
  it('are judged alike in the table and one by one', () => {
    const ofTable = table.files.map(({ file }) => [file.name, file.verdict, codes(file.reasons)]);
    const alone = single.map(({ file, verdict, reasons }) => [
      file.replace(`${folder}/`, ''),
      verdict,
      codes(reasons),
    ]);
    expect(ofTable.sort()).toEqual(alone.sort());
  });

  it('do not enter the sums where they contradict the decision, and say why', () => {
    const states = Object.fromEntries(table.files.map(({ file, state }) => [file.name, state]));
    expect(states).toEqual({
      'honest.pdf': 'counted',
      'lowered-2.3.pdf': 'invalid',
      'lowered-by-one.pdf': 'invalid',
      'left-out.pdf': 'invalid',
      'other-set.pdf': 'counted',
    });
    const said = table.files.find(({ file }) => file.name === 'lowered-2.3.pdf')?.file.reasons;
    expect(codes(said ?? [])).toContain('TARGETS_DIFFER');
    expect(table.units.map(({ state }) => state)).toEqual([
      'received',
      'invalid',
      'invalid',
      'invalid',
      'received',
    ]);
    expect(table.objectives.find(({ id }) => id === '2.1')?.units).toBe(2);
  });
});

function codes(reasons: readonly { readonly code: string }[]): string[] {
  return reasons.map(({ code }) => code).sort();
}
