import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderDraft, renderReport } from '#electron/report/pdf/render.ts';
import { hashBeginning, parseTypedCode, reportCode } from '#shared/report/report-code.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { flatText, inFolder, pdftotext, scanCodes } from './support/tools.ts';

const HASH = '0123456789abcdef'.repeat(4);

describe('the code on the printed report', () => {
  it('is read by a scanner, and its hash is that of the embedded data', async () => {
    const { bytes } = await renderReport(sampleReport(), resources);
    const sha256 = inFolder((folder) => {
      const [pdf, data] = [join(folder, 'a.pdf'), join(folder, 'a.json')];
      writeFileSync(pdf, bytes);
      execFileSync('pdfdetach', ['-save', '1', '-o', data, pdf]);
      return createHash('sha256').update(readFileSync(data)).digest('hex');
    });
    expect(scanCodes(bytes)).toEqual([`SCL1:BC-26503-2024-Q1:R1:${sha256}`]);
    const pages = pdftotext(bytes).split('\f').slice(0, -1);
    for (const page of pages) expect(page).toContain(`BC-26503-2024-Q1 · lần 1 · ${hashBeginning(sha256)}`);
  });

  it('is read with the longest id a report can have', async () => {
    const base = sampleReport();
    const code = 'DNAI.26503-2026/0001';
    const id = `BC-${code}-2024-Q1`;
    const report = sampleReport({
      unit: { ...base.unit, code },
      report: { ...base.report, id, revision: 9999 },
    });
    const [text] = scanCodes((await renderReport(report, resources)).bytes);
    expect(text).toMatch(new RegExp(`^SCL1:${id.replace('.', '\\.')}:R9999:[0-9a-f]{64}$`));
  });

  it('is not on a draft, which says so', async () => {
    const draft = await renderDraft(sampleReport(), resources);
    expect(scanCodes(draft)).toEqual([]);
    expect(flatText(draft)).toContain('Dự thảo: mã băm và mã QR chỉ có trên báo cáo đã ký.');
    expect(flatText(draft)).not.toMatch(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/);
  });
});

describe('a code that is typed or scanned', () => {
  it('is taken apart as it was put together', () => {
    expect(parseTypedCode(reportCode('BC-26503-2024-Q1', 2, HASH))).toEqual({
      kind: 'code',
      id: 'BC-26503-2024-Q1',
      revision: 2,
      sha256: HASH,
    });
    expect(parseTypedCode(`  ${reportCode('TH-75-2024-Y', null, HASH).toUpperCase()}\n`)).toEqual({
      kind: 'code',
      id: 'TH-75-2024-Y',
      revision: null,
      sha256: HASH,
    });
  });

  it('still names its report where a Vietnamese keyboard spoilt the digits', () => {
    expect(parseTypedCode('SCL1:BC-26503-2024-Q1:R1:0âb3à')).toEqual({
      kind: 'code',
      id: 'BC-26503-2024-Q1',
      revision: 1,
      sha256: null,
    });
  });

  it('may be the beginning of the hash, in groups', () => {
    expect(parseTypedCode('0123 4567-89AB')).toEqual({ kind: 'hash', beginning: '0123456789ab' });
    expect(parseTypedCode('0123 456')).toBeNull();
  });

  it('may be the id alone, or the foot of a page', () => {
    const id = 'BC-26503-2024-Q1';
    expect(parseTypedCode(id)).toEqual({ kind: 'id', id, revision: null });
    expect(parseTypedCode(`${id} R2`)).toEqual({ kind: 'id', id, revision: 2 });
    expect(parseTypedCode(`${id} · lần 1 · ${hashBeginning(HASH)}`)).toEqual({ kind: 'id', id, revision: 1 });
    expect(parseTypedCode('báo cáo quý I')).toBeNull();
    expect(parseTypedCode('')).toBeNull();
  });
});
