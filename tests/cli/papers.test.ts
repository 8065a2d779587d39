import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { flatText } from '../report/support/tools.ts';
import { initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

let at: string[] = [];
beforeAll(async () => {
  const data = await initialised();
  at = ['--data', data];
  const { exit, stderr } = await runCli(['import', ...at, join(samples, 'phuoc-an-2024-q1.xlsx')]);
  if (exit !== 0) throw new Error(stderr);
}, 60_000);
describe('papers', () => {
  it('summary draws one page; a draft as long as nothing is signed', async () => {
    const out = join(newFolder(), 'niem-yet.pdf');
    const { exit, json } = await runJson(['summary', ...at, '--period', '2024-Q1', '--out', out]);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ file: out, period: '2024-Q1', draft: true, revision: 1, objectives: 13 });
    const pdf = readFileSync(out);
    expect(pdf.length).toBe(json.size);
    expect(flatText(pdf)).toContain('(146/439)');
    expect(await runFault(['summary', ...at, '--period', '2024-Z', '--out', out])).toMatchObject({
      exit: 64,
      code: 'PERIOD_UNKNOWN',
    });
  });

  it('explain --pdf prints the very list it tells, and needs to know which', async () => {
    const out = join(newFolder(), 'danh-sach.pdf');
    const asked = ['explain', ...at, '--period', '2024-Q1', '--objective', '2.3'] as const;
    const { exit, json } = await runJson([...asked, '--list', 'against', '--pdf', out]);
    expect(exit).toBe(0);
    expect(json.against).toHaveLength(293);
    expect(json.pdf).toMatchObject({ file: out, size: readFileSync(out).length });
    const text = flatText(readFileSync(out));
    expect(text).toContain('mẫu số trừ tử số là 439 − 146 = 293: khớp.');
    for (const { code } of json.against) expect(text).toContain(code);
    expect(await runFault([...asked, '--pdf', out])).toMatchObject({ exit: 64, code: 'USAGE' });
  });
});
