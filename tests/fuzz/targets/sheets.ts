import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { parseOutput } from '#electron/application/parse-call.ts';
import { compoundKind } from '#electron/import/cfb.ts';
import { inspectFile, readRecords } from '#electron/import/index.ts';
import type { LibraryRequest } from '#electron/import/library-cells.ts';
import { readByLibrary } from '#electron/import/library-readers.ts';
import { proveEntries, readZipEntries } from '#electron/import/zip.ts';
import { AppError } from '#shared/errors.ts';
import { zipOf } from '../../receiver/support/zip.ts';
import { mutateBytes } from '../support/mutate-bytes.ts';
import { entriesOf, mutateZip } from '../support/mutate-zip.ts';
import type { Random } from '../support/random.ts';
import { codeOf, type Target } from '../support/target.ts';

const sample = (name: string): Buffer =>
  readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url));

const XML_WORDS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '&#0;',
  '&#xD800;',
  '&#1114112;',
  '&lol9;',
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>&b;',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<row r="1048577">',
  '<row r="1000000000">',
  '<c r="XFD1" t="s"><v>999999999</v></c>',
  '<c r="ZZZZZZ9" t="s"><v>-1</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<dimension ref="A1:XFD1048576"/>',
  '<c t="inlineStr"><is><t>',
  '</is>',
  '</c>',
  '</row>',
  '</sheetData>',
  '<v/>',
  '<f/>',
  '<f t="shared" ref="A1:XFD1048576" si="0">A1</f>',
  ' s="99999999"',
  ' t="e"',
  ' t="d"',
  ' t="?"',
  'x:',
  ' xml:space="preserve"',
  ' numFmtId="14"',
  'formatCode="[[[[[[\\\\"',
  '1e309',
  '-0',
  '45000.5',
  '2958466',
  '99999999',
  '\u0000',
  '\ud83d',
  '_x0000_',
  '_xD800_',
  'table:number-columns-repeated="16384"',
  'table:number-rows-repeated="1048576"',
  'office:date-value="2024-99-99"',
  'office:value="1e400"',
];
const CSV_WORDS = [
  '"',
  '""',
  '"""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0000',
  '\ufeff',
  '\u2028',
  'sep=,\n',
  '=1+1',
  '@SUM(A1)',
  '-1',
  '31/02/2024',
  '99/99/9999',
  '3/7',
  '1e309',
  '\u202e',
  '\ud800',
  'Mã hồ sơ',
  'Cộng',
  'x'.repeat(40_000),
  ','.repeat(3000),
  '"'.repeat(999),
];
const HTML_WORDS = [
  '<table>',
  '</table>',
  '<tr>',
  '<td colspan="1000000000">',
  '<td rowspan="99999999">',
  '<td colspan="-1">',
  '<TD',
  '>',
  '<',
  '&#99999999;',
  '&nbsp;',
  '&#x110000;',
  '<!--',
  '-->',
  '<script>',
  '<table '.repeat(50),
  '<br>',
  '<th>',
  '"',
  "'",
];

/** Lists in the form of each reader; changed at random inside the packing where there is one. */
export function sheetTargets(): Record<string, () => Promise<Target>> {
  return {
    xlsx: async () => {
      const { writeXlsx } = await import('hucre');
      const small = Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh sách', rows: ROWS }] }));
      return reader([small, excelLike(), await sheetJs('xlsx')], packed(XML_WORDS));
    },
    xlsb: async () => libraries(['sheetjs'], [await sheetJs('xlsb')], packed(XML_WORDS)),
    ods: async () =>
      libraries(['hucre', 'sheetjs'], [await sheetJs('ods'), await hucreOds()], packed(XML_WORDS)),
    'unusual xlsx': async () =>
      libraries(['hucre', 'sheetjs'], [excelLike(), await sheetJs('xlsx')], packed(XML_WORDS)),
    xls: async () =>
      libraries(['hucre', 'sheetjs'], [await sheetJs('biff8'), await sheetJs('biff5')], loose(XML_WORDS)),
    xml2003: async () =>
      libraries(['sheetjs'], [await sheetJs('xlml')], loose([...XML_WORDS, ...HTML_WORDS])),
    html: async () => libraries(['html'], [htmlList()], loose(HTML_WORDS)),
    csv: async () => {
      const text = `${ROWS.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')}\r\n`;
      return reader(
        [
          Buffer.from(text),
          iconv.encode(text, 'utf16le', { addBOM: true }),
          iconv.encode(text, 'windows1258'),
          sample('can-bo.csv'),
          sample('don-vi-chu-ky-so.csv'),
          sample('phan-anh-kien-nghi.csv'),
        ],
        (bytes, random) => mutateBytes(bytes, CSV_WORDS, random),
      );
    },
  };
}

const ROWS: string[][] = [
  ['BÁO CÁO HỒ SƠ MỘT CỬA', '', '', '', '', '', ''],
  ['Mã hồ sơ', 'Mã TTHC', 'Tên thủ tục', 'Lĩnh vực', 'Người nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả'],
  [
    '000.00.40.H19-240102-0001',
    '1.001193',
    'Đăng ký khai sinh',
    'Hộ tịch',
    'Nguyễn Thị A',
    '02/01/2024',
    '03/01/2024',
  ],
  [
    '000.00.40.H19-240102-0002',
    '2.000815',
    'Chứng thực bản sao',
    'Chứng thực',
    'Trần Văn B',
    '02/01/2024 08:30',
    '2/1',
  ],
  ['Cộng', '', '', '', '', '2', ''],
];

function reader(seeds: readonly Buffer[], mutate: Target['mutate']): Target {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fuzz-'));
  const path = join(folder, 'danh-sach');
  let turn = 0;
  return {
    seeds,
    mutate,
    async run(bytes) {
      writeFileSync(path, bytes);
      turn += 1;
      const kind = turn % 4 === 0 ? 'staff' : 'dossiers';
      try {
        parseOutput('imports.inspect', await inspectFile(path, { kind, acceptConflicts: false }));
        const { batches } = await readRecords(path, { kind, acceptConflicts: false });
        let rows = 0;
        for await (const batch of batches) rows += batch.length;
        return rows > 0 ? 'rows' : 'empty';
      } catch (error) {
        return codeOf(error);
      }
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * What stands before and in the thread of the libraries, without the thread, so that code reached there counts and each
 * input costs no new thread. Whatever a library stumbles over is a damaged file there; time and memory are judged.
 */
function libraries(
  readers: readonly LibraryRequest['by'][],
  seeds: readonly Buffer[],
  mutate: Target['mutate'],
): Target {
  return {
    seeds,
    mutate,
    async run(bytes) {
      try {
        if (bytes.toString('latin1', 0, 2) === 'PK') await proveEntries(bytes, readZipEntries(bytes));
        else if (bytes[0] === 0xd0) compoundKind(bytes);
      } catch (error) {
        return codeOf(error);
      }
      for (const by of readers) {
        try {
          const sheets = await readByLibrary(
            by === 'html' ? { by, html: bytes.toString('utf8') } : { by, bytes },
          );
          return `${by} ${sheets.some(({ rows }) => rows.length > 0) ? 'rows' : 'empty'}`;
        } catch (error) {
          if (error instanceof AppError) return codeOf(error);
          // Anything else, even a bare text, is how a library says that it cannot read on.
        }
      }
      return 'damaged';
    },
  };
}

const loose =
  (words: readonly string[]): Target['mutate'] =>
  (bytes, random) =>
    mutateBytes(bytes, words, random);

function packed(words: readonly string[]): Target['mutate'] {
  return (bytes, random) => {
    const inside = random.chance(0.85)
      ? mutateZip(bytes, random, (_name, content) => manyTimes(content, words, random))
      : null;
    return (
      inside ??
      mutateBytes(bytes, ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07'], random)
    );
  };
}

function manyTimes(content: Buffer, words: readonly string[], random: Random): Buffer {
  let changed = content;
  for (let times = 1 + random.below(3); times > 0; times -= 1) changed = mutateBytes(changed, words, random);
  return changed;
}

async function sheetJs(bookType: 'xlsx' | 'xlsb' | 'ods' | 'biff8' | 'biff5' | 'xlml'): Promise<Buffer> {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet([
    ...ROWS,
    ['000.00.40.H19-240102-0003', 1, true, null, 'x', new Date(0), 45000.5],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 6 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Danh sách');
  return write(book, { bookType, type: 'buffer' }) as Buffer;
}

async function hucreOds(): Promise<Buffer> {
  const { writeOds } = await import('hucre');
  return Buffer.from(await writeOds({ sheets: [{ name: 'Danh sách', rows: ROWS }] }));
}

/** A workbook as Excel writes it: shared strings, styles with days, a second sheet; the sample's own with fewer rows. */
function excelLike(): Buffer {
  const files = entriesOf(sample('phuoc-an-2024-q1.xlsx'));
  if (files === null) throw new Error('the sample workbook cannot be unpacked');
  for (const [name, content] of Object.entries(files)) {
    const rows = content.toString('utf8').split('</row>');
    if (rows.length > 30) files[name] = Buffer.from([...rows.slice(0, 25), rows.at(-1)].join('</row>'));
  }
  return zipOf(files);
}

function htmlList(): Buffer {
  const rows = ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return Buffer.from(
    `<html><head><meta charset="utf-8"></head><body><table border="1"><tr><th colspan="7">Danh sách</th></tr>${rows}</table></body></html>`,
  );
}
