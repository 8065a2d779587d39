import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRecords } from '#electron/export/index.ts';
import { readRecords } from '#electron/import/index.ts';
import { importOptions } from '#shared/ipc/contract/imports.ts';
import { temporaryFolder } from '../persistence/support.ts';
import { entriesOf } from './support/mutate-zip.ts';

/** With what a spreadsheet program begins a formula, and what makes it look past the beginning. */
const BEGINNINGS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  ' =',
  "'=",
  '=cmd|',
  '=HYPERLINK(',
  '=DDE(',
  '＝',
  '%0A-',
];

describe('texts that begin like formulas', () => {
  it('are cells of text in an exported workbook and come back as they were', async () => {
    const path = join(temporaryFolder(), 'a.xlsx');
    const records = BEGINNINGS.map((beginning, at) => ({
      code: `PA-${at}`,
      receivedOn: '2024-03-05',
      source: 'portal',
      subject: `${beginning}1+1`,
      senderName: `${beginning}A1`,
      reComplained: false,
    }));
    await writeRecords('petitions', [records], path);
    const files = entriesOf(readFileSync(path)) ?? {};
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(1);
    for (const [, xml] of sheets) {
      expect(xml.toString('utf8')).not.toMatch(/<f[\s>/]/);
      expect(xml.toString('utf8')).not.toMatch(/t="str"/);
    }
    const { batches } = await readRecords(path, importOptions.parse({ kind: 'petitions' }));
    const back: unknown[] = [];
    for await (const batch of batches) back.push(...batch);
    expect(back).toHaveLength(records.length);
    const text = JSON.stringify(back);
    for (const { subject } of records) expect(text).toContain(JSON.stringify(subject.trim()).slice(1, -1));
  });
});
