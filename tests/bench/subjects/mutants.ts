import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { type VerifyOptions, verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, trusting } from '../../report/support/keys.ts';
import { mutants as structural } from '../../report/support/mutants.ts';
import { resources, sampleReport } from '../../report/support/sample-report.ts';
import { type BenchRow, milliseconds, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';

const MUTANTS = 100_000;

/**
 * How many altered files are accepted, of every byte of one signed file flipped and of 100,000 structural mutants:
 * none may be. Throws when one is, naming it.
 */
export async function mutants({ quick }: BenchOptions): Promise<BenchRow[]> {
  const key = await makeKey();
  const report = await makeSignedReport(sampleReport(), key, resources);
  const other = await makeSignedReport({ ...sampleReport(), narrative: 'Khác.' }, key, resources);
  const options: VerifyOptions = {
    trust: trusting(key),
    now: '2024-03-20T00:00:00Z',
    comparePages: true,
    resources,
  };
  const accepted: string[] = [];
  const check = async (bytes: Buffer, what: string): Promise<void> => {
    if ((await verifyReport(bytes, options)).verdict !== 'invalid') accepted.push(what);
  };
  const copy = Buffer.from(report);
  const step = quick ? 50 : 1;
  const flips = await milliseconds(async () => {
    for (let at = 0; at < report.length; at += step) {
      copy[at] = (report[at] ?? 0) ^ (1 << (at % 8));
      await check(copy, `byte ${at}`);
      copy[at] = report[at] ?? 0;
    }
  });
  const wanted = quick ? 2000 : MUTANTS;
  let tried = 0;
  const structures = await milliseconds(async () => {
    for (const { deed, bytes } of structural(report, other, 20240315)) {
      await check(bytes, `${deed} (${tried})`);
      tried += 1;
      if (tried >= wanted) break;
    }
  });
  if (accepted.length > 0) throw new Error(`accepted: ${accepted.slice(0, 20).join(', ')}`);
  const flipped = Math.ceil(report.length / step);
  return [
    row(`altered files accepted, of ${flipped} with one byte flipped`, '0', seconds(flips), 0, { atMost: 0 }),
    row(`altered files accepted, of ${wanted} structural mutants`, '0', seconds(structures), 0, {
      atMost: 0,
    }),
  ];
}

function seconds(time: number): string {
  return `in ${(time / 1000).toFixed(1)} s`;
}
