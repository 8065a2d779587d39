import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCertificateFile } from '#electron/report/asn1/certificate.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { trusting } from './support/keys.ts';
import { GOLDEN_PASSPHRASE } from './support/make-golden.ts';
import { resources, sampleReport } from './support/sample-report.ts';

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../fixtures/report/${name}`, import.meta.url)));

// A failure here means that files already handed over are no longer read as they were: never make the fixtures
// anew to please this test, unless the template version was never released.
describe.each(['ec', 'rsa'])('the golden file (%s)', (type) => {
  const [certificate] = readCertificateFile(fixture(`${type}.pem`));
  const pdf = fixture(`report-v1-template-1-${type}.pdf`);

  it('is valid, its page drawn again is the same', async () => {
    const checked = await verifyReport(pdf, {
      trust: trusting({ sha256: certificate?.sha256 ?? '' }),
      now: '2030-01-01T00:00:00Z',
      comparePages: true,
      resources,
    });
    expect(checked.reasons).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(sampleReport());
  });

  it('is what its key makes today', async () => {
    const signer = await openP12(fixture(`${type}.p12`), GOLDEN_PASSPHRASE, '2024-03-15T02:00:00Z');
    const again = await makeSignedReport(sampleReport(), signer, resources);
    const checked = await verifyReport(again, {
      trust: trusting({ sha256: certificate?.sha256 ?? '' }),
      now: '2030-01-01T00:00:00Z',
      comparePages: true,
      resources,
    });
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(sampleReport());
  });
});
