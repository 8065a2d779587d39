import { expect } from 'vitest';
import { renderDraft, renderReport } from '#electron/report/pdf/render.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, type TestKey, trusting } from './keys.ts';
import { type LooseObject, objectWith, rebuild } from './rebuild.ts';
import { resources, sampleReport } from './sample-report.ts';

export const NOW = '2024-03-20T00:00:00Z';
export let key: TestKey;
export let honest: Buffer;
export let unsigned: Buffer;
export let draft: Buffer;

/** Makes what the tests begin from: a key, a report signed with it, one not signed, a draft. */
export async function prepare(): Promise<void> {
  key = await makeKey();
  unsigned = (await renderReport(sampleReport(), resources)).bytes;
  honest = await makeSignedReport(sampleReport(), key, resources);
  draft = await renderDraft(sampleReport(), resources);
}

export const check = (pdf: Uint8Array, trust: Trust = trusting(key), now = NOW): Promise<Verification> =>
  verifyReport(pdf, { trust, now, comparePages: true, resources });
export const codes = async (pdf: Uint8Array, trust?: Trust, now?: string): Promise<VerifyCode[]> =>
  (await check(pdf, trust, now)).reasons.map(({ code }) => code);

export async function expectInvalid(
  pdf: Uint8Array,
  code: VerifyCode,
  trust?: Trust,
  now?: string,
): Promise<void> {
  const { verdict, reasons } = await check(pdf, trust, now);
  expect(reasons.map((reason) => reason.code)).toContain(code);
  expect(verdict).toBe('invalid');
}

/** The honest file with its objects edited and signed again by the same, trusted key. */
export async function resigned(edit: (objects: LooseObject[]) => void): Promise<Buffer> {
  return signPdf(rebuild(unsigned, edit), key);
}

/** The honest page over other data, signed again. */
export function withData(change: (data: string) => string): Promise<Buffer> {
  return resigned((objects) => {
    const attachment = objectWith(objects, '/Type /EmbeddedFile');
    attachment.stream = Buffer.from(change((attachment.stream as Buffer).toString('utf8')), 'utf8');
    attachment.head = attachment.head.replace(/\/Size \d+/, `/Size ${attachment.stream.length}`);
  });
}
