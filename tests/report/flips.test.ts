import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { type VerifyOptions, verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { resources, sampleReport } from './support/sample-report.ts';

// A fixed sample of one file's bytes; `npm run bench -- --only mutants` flips every one of them.
const TIMEOUT = 240_000;
const options = (key: TestKey): VerifyOptions => ({
  trust: trusting(key),
  now: '2024-03-20T00:00:00Z',
  comparePages: true,
  resources,
});

/** Offsets at which a file with one byte changed is still accepted; the bit that is changed differs from byte to byte. */
async function accepted(pdf: Buffer, key: TestKey, step: number): Promise<number[]> {
  const found: number[] = [];
  const copy = Buffer.from(pdf);
  const given = options(key);
  for (let at = 0; at < pdf.length; at += step) {
    const byte = pdf[at] ?? 0;
    copy[at] = byte ^ (1 << (at % 8));
    if ((await verifyReport(copy, given)).verdict !== 'invalid') found.push(at);
    copy[at] = byte;
  }
  return found;
}

describe('one changed byte', () => {
  let ec: TestKey;
  let rsa: TestKey;
  let pdf: Buffer;
  beforeAll(async () => {
    [ec, rsa] = await Promise.all([makeKey(), makeKey({ type: 'RSA' })]);
    pdf = await makeSignedReport(sampleReport(), ec, resources);
  });

  it('is never accepted, wherever it is (P-256)', { timeout: TIMEOUT }, async () => {
    // A prime, so that the sample walks through all bits and all columns of the file's tables.
    expect(await accepted(pdf, ec, 29)).toEqual([]);
  });

  it('is never accepted in a sample of an RSA file', { timeout: TIMEOUT }, async () => {
    expect(await accepted(await makeSignedReport(sampleReport(), rsa, resources), rsa, 101)).toEqual([]);
  });

  it('is never accepted in the signature, whatever value the byte takes', { timeout: TIMEOUT }, async () => {
    const start =
      pdf.indexOf('/Contents <', pdf.indexOf('/Type /Sig', 0, 'latin1'), 'latin1') + '/Contents <'.length;
    const given = options(ec);
    const copy = Buffer.from(pdf);
    const found: string[] = [];
    // Two hex digits a byte: every value at every 111th byte of the CMS (about 1 kB).
    for (let at = start; at < start + 2000; at += 222) {
      const digits = pdf.toString('latin1', at, at + 2);
      for (let value = 0; value < 256; value += 1) {
        const changed = value.toString(16).padStart(2, '0');
        if (changed === digits) continue;
        copy.write(changed, at, 'latin1');
        if ((await verifyReport(copy, given)).verdict !== 'invalid') found.push(`${at}: ${changed}`);
      }
      copy.write(digits, at, 'latin1');
    }
    expect(found).toEqual([]);
  });

  it('nor are cuts, splices and copies of parts', { timeout: TIMEOUT }, async () => {
    const given = options(ec);
    let seed = 20240315;
    const random = (limit: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % limit;
    };
    const found: number[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const [from, length, to] = [random(pdf.length), 1 + random(round % 2 ? 40 : 4000), random(pdf.length)];
      const part = pdf.subarray(from, Math.min(pdf.length, from + length));
      const changed = [
        Buffer.concat([pdf.subarray(0, from), pdf.subarray(from + length)]),
        Buffer.concat([pdf.subarray(0, to), part, pdf.subarray(to)]),
        Buffer.concat([pdf.subarray(0, to), part, pdf.subarray(to + part.length)]),
      ][round % 3] as Buffer;
      if (!changed.equals(pdf) && (await verifyReport(changed, given)).verdict !== 'invalid')
        found.push(round);
    }
    expect(found).toEqual([]);
  });
});
