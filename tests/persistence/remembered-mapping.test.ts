import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importHandlers } from '#electron/application/imports/handlers.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import type { Preview } from '#shared/ipc/contract/imports.ts';
import { newStore, temporaryFolder, workspace } from './support.ts';

// "Cột A" and "Cột B" say nothing to the program; somebody has to say what they hold.
const rows = [
  ['Mã hồ sơ', 'Cột A', 'Cột B', 'Trạng thái'],
  ['000.00.40.H19-240301-0001', '01/03/2024', '04/03/2024', 'Đang xử lý'],
  ['000.00.40.H19-240301-0002', '01/03/2024', '05/03/2024', 'Đang xử lý'],
];
const csv = (lines: readonly (readonly string[])[]) => lines.map((line) => line.join(';')).join('\r\n');

function file(name: string, lines: readonly (readonly string[])[]): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, csv(lines));
  return path;
}

const byHand = { ...DEFAULT_IMPORT_OPTIONS, columns: { code: 0, receivedOn: 1, dueOn: 2, status: 3 } };

describe('a mapping corrected by hand', () => {
  const first = () => file('a.csv', rows);
  const reordered = () =>
    file(
      'b.csv',
      rows.map(([code = '', a = '', b = '', status = '']) => [
        status,
        b,
        code.replace('240301', '240302'),
        a,
      ]),
    );
  const preview = (
    path: string,
    options: Parameters<(typeof importHandlers)['imports.preview']>[0]['options'],
    space: ReturnType<typeof workspace>,
  ) => importHandlers['imports.preview']({ file: path, options, task: 't' }, space) as Promise<Preview>;

  it('is used for the next list with the same headings in another order', async () => {
    const [given, next] = [first(), reordered()];
    const space = workspace(newStore());
    const { result } = await preview(given, byHand, space);
    await importHandlers['imports.commit'](
      { file: given, options: byHand, task: 't', sha256: result.sha256 },
      space,
    );
    const again = await preview(next, DEFAULT_IMPORT_OPTIONS, space);
    expect(again.result).toMatchObject({
      added: 2,
      bad: 0,
      mapping: { receivedOn: 'Cột A', dueOn: 'Cột B' },
    });
    const inspection = await importHandlers['imports.inspect'](
      { file: next, options: DEFAULT_IMPORT_OPTIONS },
      space,
    );
    expect(inspection.columns.map(({ field }) => field)).toEqual(['status', 'dueOn', 'code', 'receivedOn']);
  });

  it('is not remembered by a preview, nor used for a list with other headings', async () => {
    const [given, next] = [first(), reordered()];
    const space = workspace(newStore());
    const { result } = await preview(given, byHand, space);
    await expect(preview(next, DEFAULT_IMPORT_OPTIONS, space)).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
    });
    await importHandlers['imports.commit'](
      { file: given, options: byHand, task: 't', sha256: result.sha256 },
      space,
    );
    const other = file('c.csv', [['Mã hồ sơ', 'Cột A', 'Cột C', 'Trạng thái'], ...rows.slice(1)]);
    await expect(preview(other, DEFAULT_IMPORT_OPTIONS, space)).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
    });
  });
});
