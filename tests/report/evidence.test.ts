import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { check, honest, key, prepare, withData } from './support/attacked.ts';
import { resources, sampleReport } from './support/sample-report.ts';

beforeAll(prepare);

describe('other versions', () => {
  it('a newer format is not judged, an unknown template is not compared', async () => {
    const newer = await check(
      await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), version: 2, more: true })),
    );
    expect([newer.verdict, ...newer.reasons.map(({ code }) => code)]).toEqual(['unknown', 'NEWER_FORMAT']);
    const template = await check(
      await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), template: 99 })),
    );
    expect([template.verdict, ...template.reasons.map(({ code }) => code)]).toEqual([
      'valid',
      'PAGE_NOT_COMPARED',
    ]);
  });

  it('a newer format that was altered is invalid all the same', async () => {
    const newer = await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), version: 2 }));
    const at = newer.indexOf('/Type /Page\n', 0, 'latin1');
    newer[at + 2] = 0x78;
    expect((await check(newer)).verdict).toBe('invalid');
  });
});

describe('the file as evidence', () => {
  it('two signatures over one report share everything but the signature', async () => {
    const again = await makeSignedReport(sampleReport(), key, resources);
    const strip = (pdf: Buffer): string =>
      createHash('sha256')
        .update(pdf.toString('latin1').replace(/\/Contents <[0-9a-f]+>/, ''), 'latin1')
        .digest('hex');
    expect(strip(again)).toBe(strip(honest));
  });
});
