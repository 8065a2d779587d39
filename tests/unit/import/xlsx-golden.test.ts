import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openWithHucre } from '#electron/import/library-source.ts';
import { openBytes } from '#electron/import/open-file.ts';
import type { SheetSource } from '#electron/import/sheet-source.ts';
import { openFastXlsx } from '#electron/import/xlsx/fast-source.ts';
import { isDateFormat } from '#electron/import/xlsx/workbook-parts.ts';
import { UnusualWorkbook } from '#electron/import/xlsx/xml-text.ts';
import { readZipDirectory } from '#electron/import/zip.ts';
import { BrokenCell, DateCell, type RawCell, type RawRow } from '#shared/import/types.ts';
import { handMade } from './support.ts';

async function rowsOf(source: SheetSource, sheet = 0): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const chunk of source.rows(sheet)) rows.push(...chunk.rows);
  return rows;
}

/** The two readers' rows in one form: trailing blanks dropped, serials to the millisecond. */
function comparable(rows: readonly RawRow[]): unknown[] {
  const cell = (value: RawCell): unknown => {
    if (value instanceof DateCell) return { day: Math.round(value.serial * 86_400_000) };
    if (value instanceof BrokenCell) return { [value.kind]: value.text };
    return value === '' ? null : value;
  };
  return rows
    .map(({ row, cells }) => {
      const plain = cells.map(cell);
      while (plain.length > 0 && plain.at(-1) === null) plain.pop();
      return { row, cells: plain };
    })
    .filter(({ cells }) => cells.length > 0);
}

async function fast(bytes: Uint8Array): Promise<unknown[]> {
  const buffer = Buffer.from(bytes);
  const source = openFastXlsx(buffer, readZipDirectory(buffer));
  if (source === null) throw new Error('no workbook');
  return comparable(await rowsOf(source));
}

async function library(bytes: Uint8Array): Promise<unknown[]> {
  return comparable(await rowsOf(await openWithHucre(Buffer.from(bytes), 'xlsx')));
}

const DATES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-42A]d mmmm yyyy hh:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>';

const VARIANTS: Readonly<Record<string, Parameters<typeof handMade>[0]>> = {
  'shared, rich, phonetic and escaped strings': {
    sharedStrings:
      '<si><t>Mã hồ sơ</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Hồ </t></r><r><t>sơ</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si><si><t>a_x000D_&amp;&#7889;&lt;b&gt;</t></si><si/><si><t/></si><si><t xml:space="preserve"> x </t></si>',
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>',
  },
  'inline strings, plain, rich and empty': {
    rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Trực tiếp</t></is></c><c r="B1" t="inlineStr"><is><r><t>Trực </t></r><r><t>tuyến</t></r></is></c><c r="C1" t="inlineStr"><is><t></t></is></c><c r="D1" t="inlineStr"><is/></c><c r="E1" t="inlineStr"><is><t xml:space="preserve"> x</t></is></c></row>',
  },
  'numbers of every form': {
    rows: '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>-12.5</v></c><c r="C1"><v>1.5E-3</v></c><c r="D1"><v>75169411131</v></c><c r="E1"><v>0.1</v></c><c r="F1"><v>123456789012345678</v></c><c r="G1" t="n"><v>45365.333333333336</v></c></row>',
  },
  'real dates, built-in and custom formats, with time': {
    styles: DATES,
    rows: '<row r="1"><c r="A1" s="1"><v>45366</v></c><c r="B1" s="2"><v>45366</v></c><c r="C1" s="3"><v>45366.666666666664</v></c><c r="D1" s="0"><v>45366</v></c></row>',
  },
  'the 1904 epoch': {
    workbookPr: '<workbookPr date1904="1"/>',
    styles: DATES,
    rows: '<row r="1"><c r="A1" s="1"><v>43904</v></c></row>',
  },
  'booleans and errors': {
    rows: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="e"><v>#DIV/0!</v></c></row>',
  },
  'formulas with a cached value': {
    styles: DATES,
    rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" s="1"><f t="shared" ref="C1:C2" si="0">TODAY()</f><v>45366</v></c><c r="D1"><f/><v>3</v></c></row>',
  },
  'rows and cells without references': {
    rows: '<row><c><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="5"><c><v>2</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
  },
  'blank styled cells, empty rows, single quotes and line breaks': {
    rows: "<row r='1' spans='1:3'>\n <c r='A1' s='0'/>\n <c r='B1'><v>2</v></c>\n</row>\n<row r='2'/>\n<row r='3' ht='15'>\n<c r='C3'\n s='0'><v>3</v></c></row>",
  },
  'comments between rows': {
    rows: '<!-- made by hand --><row r="1"><c r="A1"><v>1</v></c></row><!-- </row> --><row r="2"><c r="A2"><v>2</v></c></row>',
  },
  'an absolute target and a renamed part': {
    sheetTarget: '/xl/lists/data.xml',
    sheetPart: 'xl/lists/data.xml',
    rows: '<row r="1"><c r="A1"><v>7</v></c></row>',
  },
  'decomposed accents': {
    rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'Trực tuyến'.normalize('NFD')}</t></is></c></row>`,
  },
};

describe('the own reader against the library', () => {
  it.each(Object.entries(VARIANTS))('%s', async (_, book) => {
    const bytes = handMade(book);
    expect(await fast(bytes)).toEqual(await library(bytes));
  });

  it('agrees on a sheet of many generated rows, with shared and with inline strings', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [
      i + 1,
      `000.00.40.H19-240315-${String(i).padStart(4, '0')}`,
      i % 7 === 0 ? null : `Nguyễn Văn ${i} & <con> "x"`,
      new Date(Date.UTC(2024, 0, 1 + (i % 300), i % 24)),
      i % 2 === 0,
      i / 7,
      '=1+1',
    ]);
    for (const stringMode of ['shared', 'inline'] as const) {
      const bytes = await writeXlsx({
        sheets: [{ name: 'A', rows, columns: [{}, {}, {}, { numFmt: 'dd/mm/yyyy hh:mm' }] }],
        stringMode,
      });
      const own = await fast(bytes);
      expect(own).toHaveLength(3000);
      expect(own).toEqual(await library(bytes));
    }
  });

  it('keeps ISO date cells as text that the date parser reads', async () => {
    const bytes = handMade({ rows: '<row r="1"><c r="A1" t="d"><v>2024-03-15T00:00:00</v></c></row>' });
    expect(await fast(bytes)).toEqual([{ row: 1, cells: ['2024-03-15T00:00:00'] }]);
  });

  it('says which formulas have no value', async () => {
    const bytes = handMade({
      rows: '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>A1</f><v></v></c><c r="C1"><f>A1</f><v/></c><c r="D1"><v>4</v></c></row>',
    });
    expect(await fast(bytes)).toEqual([{ row: 1, cells: [{ uncached: '' }, null, { uncached: '' }, 4] }]);
    const byLibrary = comparable(await rowsOf(await openWithHucre(bytes, 'xlsx'))) as { cells: unknown[] }[];
    expect(byLibrary[0]?.cells[0]).toEqual({ uncached: '' });
  });
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const UNUSUAL: Readonly<Record<string, Parameters<typeof handMade>[0]>> = {
  'a prefixed namespace': {
    rows: '',
    worksheet: `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  },
  'character data sections': {
    rows: '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2" t="str"><v><![CDATA[a&b]]></v></c></row>',
  },
};

describe('what the own reader does not know', () => {
  it.each(Object.entries(UNUSUAL))('%s goes to the library', async (_, book) => {
    const bytes = handMade(book);
    await expect(fast(bytes)).rejects.toBeInstanceOf(UnusualWorkbook);
    const rows = comparable(await rowsOf(await openBytes(bytes, {})));
    expect(rows).toEqual(await library(bytes));
    expect(rows[0]).toEqual({ row: 1, cells: [5] });
  });

  it('goes on with the library where the own reader stopped, giving no row twice', async () => {
    const plain = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join('');
    const bytes = handMade({
      rows: `${plain}<row r="20001"><c r="A20001" t="str"><v><![CDATA[last]]></v></c></row>`,
    });
    const rows = await rowsOf(await openBytes(bytes, {}));
    expect(rows).toHaveLength(20_001);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 20_001 }, (_, i) => i + 1));
    expect(rows.at(-1)?.cells[0]).toBe('last');
  });
});

describe('number formats', () => {
  it.each([
    'dd/mm/yyyy',
    'd/m/yy',
    'yyyy-mm-dd hh:mm:ss',
    '[$-42A]d mmmm yyyy',
    'mm:ss.0',
    '[h]:mm',
    'dd\\/mm\\/yyyy;@',
    '"ngày" dd',
    'mmm-yy',
    '[$-F800]dddd, mmmm dd, yyyy',
  ])('%s is a date', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });
  it.each([
    'General',
    '0',
    '0.00',
    '#,##0',
    '#,##0 "đ"',
    '#,##0\\ [$₫-42A]',
    '@',
    '0.00E+00',
    '[Red]0',
    '0%',
    '_-* #,##0_-',
    '000000000000',
    '"ngày" 0',
  ])('%s is none', (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
