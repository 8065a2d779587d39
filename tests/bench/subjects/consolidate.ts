import { createHash, createPublicKey, verify as verifyRaw, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programSets } from '#electron/application/evaluation/target-sets.ts';
import { gather } from '#electron/application/receiver/gather.ts';
import { renderReport } from '#electron/report/pdf/render.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { communeReport, DUE, NOW, PERIOD, unit } from '../../receiver/support/communes.ts';
import { makeKey, trusting } from '../../report/support/keys.ts';
import { resources, resourcesDir } from '../../report/support/sample-report.ts';
import { type BenchRow, median, milliseconds, pairs, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { cacheFolder } from '../sample/paths.ts';

/** Seconds within which a thousand files are put together ("in seconds", taken as ten on one busy core). */
const WITHIN = 10_000;

/** Report files of as many communes, each drawn and signed, put together without and with their pages. */
export async function consolidate({ quick }: BenchOptions): Promise<BenchRow[]> {
  const count = quick ? 50 : 1000;
  const { folder, certificate } = await inbox(count);
  const request = {
    paths: [folder],
    units: codes(count).map((code) => unit(code, nameOf(code))),
    period: PERIOD,
    scheme: 'nd09' as const,
    due: DUE,
    received: null,
    level: 'district' as const,
    sets: programSets(resourcesDir),
    targetSet: null,
    trust: trusting({ sha256: createHash('sha256').update(certificate).digest('hex') }),
    resourcesDir,
    now: NOW,
    language: 'vi' as const,
  };
  const work = async (): Promise<number> =>
    milliseconds(async () => {
      const { table } = await gather({ ...request, pages: 'none' });
      const received = table.units.filter(({ state }) => state === 'received').length;
      if (received !== count) throw new Error(`${received} of ${count} reports count`);
    });
  const publicKey = createPublicKey(
    new X509Certificate(certificate).publicKey.export({ format: 'pem', type: 'spki' }),
  );
  const signature = Buffer.alloc(70);
  const bare = (): Promise<number> =>
    milliseconds(() => {
      for (const name of readdirSync(folder)) {
        const digest = createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest();
        verifyRaw('sha256', digest, publicKey, signature);
      }
    });
  const name = `${count.toLocaleString('en')} report files put together without their pages`;
  const times: number[] = [];
  const against = await pairs(
    `${name}, against reading, hashing and one bare signature check each`,
    async () => {
      const time = await work();
      times.push(time);
      return time;
    },
    bare,
    null,
    { runs: quick ? 3 : 5 },
  );
  const goal = (WITHIN * count) / 1000;
  const whole = median(times);
  return [against, row(name, ms(whole), ms(goal), whole / goal, { atMost: 1 })];
}

function codes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(30_000 + index));
}

function nameOf(code: string): string {
  return `Ủy ban nhân dân xã số ${code}`;
}

/** Draws and signs the files, once; a later run finds them. */
async function inbox(count: number): Promise<{ folder: string; certificate: Buffer }> {
  const base = join(cacheFolder(), `consolidate-${count}`);
  const folder = join(base, 'inbox');
  const certificateFile = join(base, 'key.der');
  if (existsSync(certificateFile)) return { folder, certificate: readFileSync(certificateFile) };
  mkdirSync(folder, { recursive: true });
  const key = await makeKey({ name: 'Khóa đo' });
  for (const [index, code] of codes(count).entries()) {
    const report = communeReport({ code, name: nameOf(code), seed: 1 + (index % 49) });
    writeFileSync(join(folder, `${code}.pdf`), await signPdf(await renderReport(report, resources), key));
  }
  writeFileSync(certificateFile, key.certificate);
  return { folder, certificate: key.certificate };
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
