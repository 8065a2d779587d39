import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from '#electron/import/csv-scanner.ts';
import type { RawRow } from '#shared/import/types.ts';
import { file, readAll } from './support.ts';

function scan(text: string, delimiter = ',', cut: readonly number[] = []): RawRow[] {
  const scanner = new CsvScanner(delimiter);
  const rows: RawRow[] = [];
  const points = [...new Set([0, ...cut.map((at) => Math.min(at, text.length)), text.length])].sort(
    (a, b) => a - b,
  );
  for (const [i, end] of points.slice(1).entries()) {
    scanner.push(text.slice(points[i], end), end === text.length, rows);
  }
  return rows;
}

describe('records', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,"b,c"\n"d ""e""",f',
      [
        ['a', 'b,c'],
        ['d "e"', 'f'],
      ],
    ],
    [
      'a,"line 1\nline 2"\nb,c',
      [
        ['a', 'line 1\nline 2'],
        ['b', 'c'],
      ],
    ],
    [
      'a,Trường "Hoa Sen"\nb,5" ống',
      [
        ['a', 'Trường "Hoa Sen"'],
        ['b', '5" ống'],
      ],
    ],
    [
      '"never closed,b\nc,d',
      [
        ['"never closed', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,""\n"",b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a" x,b\n', [['"a" x', 'b']]],
    [
      'a,"b"\r\n"c",d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(scan(text).map(({ cells }) => cells)).toEqual(expected);
  });

  it('counts blank lines as rows and line breaks inside quotation marks not', () => {
    expect(scan('a\n\n\n"x\ny"\nb\n').map(({ row }) => row)).toEqual([1, 4, 5]);
  });

  it('reads back whatever was written, however the text is cut into pieces', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ộ', ' ', ',', '"', '\n', ';', '\r\n', '1'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(120), { maxLength: 5 }),
        fc.boolean(),
        (table, cuts, crlf) => {
          const text = table
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join(crlf ? '\r\n' : '\n');
          expect(scan(text, ',', cuts).map(({ cells }) => cells)).toEqual(table);
        },
      ),
    );
  });

  it('never loses a row to a stray quotation mark', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${i};"x ${i};${'y'.repeat(30)}`);
    expect(scan(lines.join('\n'), ';')).toHaveLength(5000);
  });
});

const ROWS = (d: string) =>
  `Mã hồ sơ${d}Ngày tiếp nhận${d}Ghi chú\nH19-1${d}15/03/2024${d}"a, b; c"\nH19-2${d}16/03/2024${d}x\n`;

describe('lists', () => {
  it.each([',', ';', '\t'])('separated by %j', async (delimiter) => {
    const { header, records } = await readAll(file(ROWS(delimiter)));
    expect(header.delimiter).toBe(delimiter);
    expect(records.map(({ row, values }) => [row, values.code, values.receivedOn, values.note])).toEqual([
      [2, 'H19-1', '2024-03-15', 'a, b; c'],
      [3, 'H19-2', '2024-03-16', 'x'],
    ]);
  });

  it('follows a sep= line without counting it', async () => {
    const { header, records } = await readAll(file(`sep=;\r\n${ROWS(';')}`));
    expect([header.delimiter, header.headerRow, records[0]?.row]).toEqual([';', 1, 2]);
  });

  it('reads old Macintosh line ends', async () => {
    const { records } = await readAll(file(ROWS(';').replaceAll('\n', '\r')));
    expect(records.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('keeps titles above the header and long files whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `H19-${i};15/03/2024;"dòng ${i}\ntiếp"`);
    const { header, records } = await readAll(
      file(`DANH SÁCH HỒ SƠ;;\n;;\nMã hồ sơ;Ngày tiếp nhận;Ghi chú\n${rows.join('\n')}`),
    );
    expect(header.headerRow).toBe(3);
    expect(records).toHaveLength(30_000);
    expect(records.at(-1)).toMatchObject({
      row: 30_003,
      values: { code: 'H19-29999', note: 'dòng 29999\ntiếp' },
    });
  });
});
