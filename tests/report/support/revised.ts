import { expect } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import { type AddedObject, nextId, partsOf, streamBody } from './append.ts';
import { makeKey, type TestKey, trusting } from './keys.ts';
import { resources, sampleReport } from './sample-report.ts';

// Later saves with bad intentions. Each is tried bare and again under a further signature of a trusted agency: a
// signature over an altered file does not make it better.

export let leader: TestKey;
export let agency: TestKey;
export let trust: Trust;
export let report: Buffer;
export let parts: ReturnType<typeof partsOf>;
export let free: number;

/** Makes what the tests begin from: two keys that are trusted and a report signed with the first. */
export async function prepare(): Promise<void> {
  [leader, agency] = await Promise.all([makeKey(), makeKey({ type: 'RSA' })]);
  trust = { ...trusting(leader), signers: [...trusting(leader).signers, ...trusting(agency).signers] };
  report = await makeSignedReport(sampleReport(), leader, resources);
  parts = partsOf(report);
  free = nextId(report);
}

export const check = (pdf: Uint8Array): Promise<Verification> =>
  verifyReport(pdf, { trust, now: '2040-01-01T00:00:00Z', comparePages: false, resources });

export async function expectAltered(pdf: Buffer, code: VerifyCode): Promise<void> {
  const { verdict, reasons, report: data } = await check(pdf);
  expect(reasons.map((reason) => reason.code)).toContain(code);
  expect(verdict).toBe('invalid');
  // Whatever was added, the data are those of the first revision.
  expect(data).toEqual(sampleReport());
}

export const page = (): number => parts.pages[0] ?? -1;
export const catalog = (): number => parts.idWith('/Type /Catalog');
export const contents = (): number => Number(/\/Contents (\d+)/.exec(parts.head(page()))?.[1]);
export const rootAlone = (): AddedObject => [catalog(), parts.head(catalog())];
export const catalogWith = (entry: string): AddedObject => [
  catalog(),
  parts.head(catalog()).replace('/Type /Catalog', `/Type /Catalog ${entry}`),
];
export const pageWith = (entry: string): AddedObject => [
  page(),
  parts.head(page()).replace('/Type /Page', `/Type /Page ${entry}`),
];
export const form = (bbox = '0 0 10 10', content = '0 0 10 10 re f'): string =>
  streamBody(`/Type /XObject /Subtype /Form /BBox [${bbox}] /Resources << >>`, content);
export const stamp = (entries = ''): string =>
  `<< /Type /Annot /Subtype /Stamp /Rect [430 800 470 820] /F 4 /AP << /N ${free + 1} 0 R >> ${entries} >>`;
export const stamped = (annotation: string, appearance = form()): AddedObject[] => [
  pageWith(`/Annots [${free} 0 R]`),
  [free, annotation],
  [free + 1, appearance],
];
