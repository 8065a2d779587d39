import { createHash, createPublicKey, randomBytes, verify as verifyRaw, X509Certificate } from 'node:crypto';
import { renderReport } from '#electron/report/pdf/render.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, trusting } from '../../report/support/keys.ts';
import { resources, sampleReport } from '../../report/support/sample-report.ts';
import { type BenchRow, median, milliseconds, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { emptyDocument } from '../sample/empty-document.ts';

/** Figures of the trial (one core): milliseconds of a warm process; its report had a table of 30 rows. */
const TRIAL = { build: 62, sign: 3.8, verify: 1.4, perSecond: 14.2 } as const;
const NOW = '2024-03-15T02:00:00Z';

/** Drawing, signing and checking a report, each against the least that has to be done for it, and against the trial. */
export async function report({ quick }: BenchOptions): Promise<BenchRow[]> {
  const runs = quick ? 5 : 40;
  const key = await makeKey();
  const data = sampleReport();
  const unsigned = await renderReport(data, resources);
  const signed = await signPdf(unsigned, key);
  const trust = trusting(key);
  const certificate = new X509Certificate(key.certificate);
  const publicKey = createPublicKey(certificate.publicKey.export({ format: 'pem', type: 'spki' }));
  const digest = randomBytes(32);
  const rawSignature = await key.sign(digest);
  const check = async (comparePages: boolean): Promise<void> => {
    const { verdict, reasons } = await verifyReport(signed, { trust, now: NOW, comparePages, resources });
    if (verdict !== 'valid')
      throw new Error(`the report is ${verdict}: ${reasons.map(({ code }) => code).join(', ')}`);
  };
  // In turn, all of them in every round, so that a slow moment of the machine meets all alike.
  const work = {
    build: () => renderReport(data, resources),
    empty: () => emptyDocument(resources.fonts),
    sign: () => signPdf(unsigned, key),
    rawSign: () => key.sign(createHash('sha256').update(unsigned.bytes).digest()),
    verify: () => check(false),
    rawVerify: () =>
      verifyRaw('sha256', createHash('sha256').update(signed).digest(), publicKey, rawSignature),
    compare: () => check(true),
  };
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, [] as number[]])) as Record<
    keyof typeof work,
    number[]
  >;
  for (let run = -3; run < runs; run += 1) {
    for (const name of Object.keys(work) as (keyof typeof work)[]) {
      const time = await milliseconds(work[name]);
      if (run >= 0) times[name].push(time);
    }
  }
  const against = (name: string, subject: keyof typeof work, baseline: keyof typeof work): BenchRow =>
    row(
      name,
      ms(median(times[subject])),
      ms(median(times[baseline])),
      median(times[subject].map((time, n) => time / (times[baseline][n] as number))),
      null,
    );
  const trial = (name: string, time: number, figure: number): BenchRow =>
    row(`${name}, against the trial`, ms(time), ms(figure), time / figure, null);
  const whole = median(times.build) + median(times.sign);
  const size = `report of ${(signed.length / 1024).toFixed(0)} kB, ${data.objectives.length} objectives and ${data.flow.length} rows of flow`;
  return [
    against(`drawing a ${size}, against an empty page with the same fonts`, 'build', 'empty'),
    trial('drawing', median(times.build), TRIAL.build),
    against('signing it (P-256), against hashing the bytes and a bare signature', 'sign', 'rawSign'),
    trial('signing', median(times.sign), TRIAL.sign),
    against(
      'checking it without the page, against hashing the bytes and a bare check',
      'verify',
      'rawVerify',
    ),
    trial('checking without the page', median(times.verify), TRIAL.verify),
    against('checking it with the page drawn again, against drawing it', 'compare', 'build'),
    row(
      'reports drawn and signed in a second, against the trial',
      `${(1000 / whole).toFixed(1)}/s`,
      `${TRIAL.perSecond}/s`,
      1000 / whole / TRIAL.perSecond,
      null,
    ),
  ];
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}
