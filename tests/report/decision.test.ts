import { beforeAll, describe, expect, it } from 'vitest';
import { programSets } from '#electron/application/evaluation/target-sets.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import { recheckTargets } from '#shared/report/recheck-targets.ts';
import type { ReportedObjective, ReportV1 } from '#shared/report/report-v1.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { lowered } from './support/lowered.ts';
import { resources, resourcesDir, sampleReport } from './support/sample-report.ts';

const sets = programSets(resourcesDir).map(({ set }) => set);
const NOW = '2024-03-20T00:00:00Z';

describe('a report beside the decision that it cites', () => {
  it('agrees with it as it is, and may add objectives and raise thresholds', () => {
    const report = sampleReport();
    expect(recheckTargets(report, sets)).toEqual({ known: true, found: [] });
    const [first] = report.objectives as [ReportedObjective];
    const raised = { ...first, threshold: { ...first.threshold, basisPoints: 9900 }, given: first.threshold };
    const added = { ...first, id: 'A1', given: null };
    const own = { ...report, objectives: [raised, ...report.objectives.slice(1), added] };
    expect(recheckTargets(own, sets).found).toEqual([]);
  });

  it('contradicts it with any threshold lowered, objective left out, other formula, or one passed off as given', () => {
    const report = sampleReport();
    for (const { id, threshold } of report.objectives) {
      expect(recheckTargets(lowered(report, id, threshold.basisPoints - 1), sets).found).toEqual([
        {
          code: 'TARGETS_FALSE',
          where: `${id} threshold`,
          stated: threshold.basisPoints - 1,
          expected: threshold.basisPoints,
        },
      ]);
      const without = { ...report, objectives: report.objectives.filter((one) => one.id !== id) };
      expect(recheckTargets(without, sets).found).toHaveLength(1);
      const other = report.objectives.map((one) => (one.id === id ? { ...one, formula: 'x.v1' } : one));
      expect(recheckTargets({ ...report, objectives: other }, sets).found).toHaveLength(1);
    }
    const [first] = report.objectives as [ReportedObjective];
    const foreign = { ...report, objectives: [...report.objectives, { ...first, id: 'A1' }] };
    expect(recheckTargets(foreign, sets).found).toHaveLength(1);
  });

  it('is not compared where the reader has no such set', () => {
    const report = sampleReport();
    const newer = { ...report, targetSet: { ...report.targetSet, version: 9 } };
    expect(recheckTargets(newer, sets)).toEqual({ known: false, found: [] });
  });
});

describe('the check of a signed file', () => {
  let key: TestKey;
  beforeAll(async () => {
    key = await makeKey();
  });
  const check = async (report: ReportV1) =>
    verifyReport(await makeSignedReport(report, key, resources), {
      trust: trusting(key),
      now: NOW,
      comparePages: true,
      resources,
      targetSets: sets,
    });

  it('refuses thresholds that are not those of the decision, though all else is sound', async () => {
    const report = sampleReport();
    expect((await check(report)).verdict).toBe('valid');
    const false2 = lowered(report, '2.3', 3000);
    expect(recheckReport(false2)).toEqual([]);
    const { verdict, reasons } = await check(false2);
    expect(verdict).toBe('invalid');
    expect(reasons.map(({ code }) => code)).toContain('TARGETS_DIFFER');
  });

  it('says where it could not compare', async () => {
    const report = sampleReport();
    const { verdict, reasons } = await check({
      ...report,
      targetSet: { ...report.targetSet, version: 9 },
    });
    expect(verdict).toBe('valid');
    expect(reasons.map(({ code }) => code)).toContain('TARGETS_NOT_COMPARED');
  });
});
