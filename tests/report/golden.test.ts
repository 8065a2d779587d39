import { describe, expect, it } from 'vitest';
import { readCertificateFile } from '#electron/report/asn1/certificate.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import { GOLDEN_REPORTS } from './support/golden-reports.ts';
import { trusting } from './support/keys.ts';
import { GOLDEN_NOW, golden, goldenSigner } from './support/make-golden.ts';
import { resources } from './support/sample-report.ts';

/** Checks a file with its page drawn again, trusting the key of the golden files. */
function check(pdf: Buffer, key: string): Promise<Verification> {
  const [certificate] = readCertificateFile(golden(`${key}.pem`));
  return verifyReport(pdf, {
    trust: trusting({ sha256: certificate?.sha256 ?? '' }),
    now: GOLDEN_NOW,
    comparePages: true,
    resources,
  });
}

// A failure here means that files already handed over are no longer read as they were: never make the fixtures
// anew to please this test, unless the template version was never released.
describe.each(GOLDEN_REPORTS)('the golden file $file', ({ file, key, report }) => {
  it('is valid, its page drawn again is the same', async () => {
    const checked = await check(golden(file), key);
    expect(checked.reasons).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(report());
  });

  it('is what its key makes today', async () => {
    const checked = await check(await makeSignedReport(report(), await goldenSigner(key), resources), key);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(report());
  });
});

describe('the golden consolidated report', () => {
  it('is valid, its page drawn again is the same, and says what it said', async () => {
    const checked = await check(golden('consolidated-v1-template-1.pdf'), 'ec');
    expect(checked.reasons).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(JSON.parse(golden('consolidated-v1.json').toString('utf8')));
  });
});
