import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { mutants } from './support/mutants.ts';
import { resources, sampleReport } from './support/sample-report.ts';

// A fixed sample; `npm run bench -- --only mutants` tries 100,000 of them and every byte.
const SAMPLE = 1600;

describe('structural mutants', () => {
  let key: TestKey;
  let report: Buffer;
  let other: Buffer;
  beforeAll(async () => {
    key = await makeKey();
    report = await makeSignedReport(sampleReport(), key, resources);
    other = await makeSignedReport({ ...sampleReport(), narrative: 'Khác.' }, key, resources);
  });

  it('are never accepted', { timeout: 120_000 }, async () => {
    const accepted: string[] = [];
    let tried = 0;
    for (const { deed, bytes } of mutants(report, other, 20240315)) {
      const { verdict } = await verifyReport(bytes, {
        trust: trusting(key),
        now: '2024-03-20T00:00:00Z',
        comparePages: true,
        resources,
      });
      if (verdict !== 'invalid') accepted.push(deed);
      tried += 1;
      if (tried === SAMPLE) break;
    }
    expect(accepted).toEqual([]);
  });
});
