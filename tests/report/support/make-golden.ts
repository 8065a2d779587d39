/**
 * Makes the golden files of tests/fixtures/report with keys of their own:
 *   node tests/report/support/make-golden.ts
 * They are made once per template version and then kept for ever: a later program must still find them valid. Only what
 * is missing is made; until the first release the template may change, and files made from it are then removed first.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { goldenConsolidated } from './golden-consolidated.ts';
import { GOLDEN_REPORTS } from './golden-reports.ts';
import { keyPem, makeKey, pem, trusting } from './keys.ts';
import { resources } from './sample-report.ts';
import { makeP12 } from './tools.ts';

/** Protects keys that sign for nobody. */
export const GOLDEN_PASSPHRASE = 'khóa thử';
export const GOLDEN_NOW = '2030-01-01T00:00:00Z';

const folder = fileURLToPath(new URL('../../fixtures/report/', import.meta.url));

/** One of the golden files. */
export function golden(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** The key of the golden files. */
export function goldenSigner(type: string): Promise<ReportSigner> {
  return openP12(golden(`${type}.p12`), GOLDEN_PASSPHRASE, '2024-03-15T02:00:00Z');
}

async function make(name: string, content: () => Promise<Buffer>): Promise<void> {
  const path = join(folder, name);
  if (!existsSync(path)) writeFileSync(path, await content());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const type of ['EC', 'RSA'] as const) {
    const name = type.toLowerCase();
    if (existsSync(join(folder, `${name}.p12`))) continue;
    const key = await makeKey({
      type,
      name: 'Khóa thử, không có giá trị',
      organization: 'Ủy ban nhân dân xã Phước An',
    });
    writeFileSync(join(folder, `${name}.pem`), pem(key.certificate));
    writeFileSync(
      join(folder, `${name}.p12`),
      makeP12(pem(key.certificate), keyPem(key.key), GOLDEN_PASSPHRASE),
    );
  }
  for (const { file, key, report } of GOLDEN_REPORTS)
    await make(file, async () => makeSignedReport(report(), await goldenSigner(key), resources));
  const inbox = mkdtempSync(join(tmpdir(), 'scl-golden-'));
  await make('consolidated-v1-template-1.pdf', async () =>
    goldenConsolidated(inbox, await goldenSigner('ec')),
  );
  rmSync(inbox, { recursive: true, force: true });
  // Hashes of what was gathered are in it: it cannot be made again, only read again.
  await make('consolidated-v1.json', async () => {
    const { report } = await verifyReport(golden('consolidated-v1-template-1.pdf'), {
      trust: trusting({ sha256: '' }),
      now: GOLDEN_NOW,
      comparePages: false,
      resources,
    });
    return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  });
}
