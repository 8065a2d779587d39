/**
 * Makes the golden files of tests/fixtures/report with a key of their own:
 *   node tests/report/support/make-golden.ts
 * They are made once per template version and then kept for ever: a later program must still find them valid. Until
 * the first release the template may change; then both are made anew together.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { keyPem, makeKey, pem } from './keys.ts';
import { resources, sampleReport } from './sample-report.ts';
import { makeP12 } from './tools.ts';

/** Protects keys that sign for nobody. */
export const GOLDEN_PASSPHRASE = 'khóa thử';

const folder = fileURLToPath(new URL('../../fixtures/report/', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const type of ['EC', 'RSA'] as const) {
    const key = await makeKey({
      type,
      name: 'Khóa thử, không có giá trị',
      organization: 'Ủy ban nhân dân xã Phước An',
    });
    const name = type.toLowerCase();
    writeFileSync(`${folder}${name}.pem`, pem(key.certificate));
    writeFileSync(`${folder}${name}.p12`, makeP12(pem(key.certificate), keyPem(key.key), GOLDEN_PASSPHRASE));
    writeFileSync(
      `${folder}report-v1-template-1-${name}.pdf`,
      await makeSignedReport(sampleReport(), key, resources),
    );
  }
}
