import type { CellValue, Sheet, Workbook } from 'hucre';
import { AppError } from '#shared/errors.ts';
import { serialOfUtc } from '#shared/import/parse-date.ts';
import { BrokenCell, DateCell, PercentCell, type RawCell } from '#shared/import/types.ts';
import { boundReads } from './bounded-reads.ts';
import { decodeEvenUtf16Only } from './even-utf16.ts';
import { numericReferences } from './html-entities.ts';
import { type LibraryRequest, type LibrarySheet, MAX_COLUMNS } from './library-cells.ts';
import { isDateFormat, isPercentFormat } from './xlsx/workbook-parts.ts';

/** What the libraries make of a file, in a thread of its own (library-worker.ts). */

decodeEvenUtf16Only();
boundReads();

const ERROR_TEXT = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Reads what is asked for. Throws `AppError`, and whatever the library stumbles over. */
export function readByLibrary(request: LibraryRequest): Promise<LibrarySheet[]> {
  if (request.by === 'html') return readHtml(request.html);
  const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength);
  return request.by === 'hucre' ? readWithHucre(bytes) : readWithSheetJs(bytes);
}

/** Reads .xls, .ods and unusual .xlsx with hucre. Throws FILE_ENCRYPTED. */
async function readWithHucre(bytes: Buffer): Promise<LibrarySheet[]> {
  const hucre = await import('hucre');
  let workbook: Workbook;
  try {
    workbook = await hucre.read(bytes, { readStyles: false });
  } catch (cause) {
    if (cause instanceof hucre.EncryptedFileError || cause instanceof hucre.DecryptionError)
      throw new AppError('FILE_ENCRYPTED', {}, { cause });
    throw cause;
  }
  return workbook.sheets.map(plainSheet);
}

/** Reads HTML tables; every table is a sheet and every cell stays text. Throws FILE_NOT_SPREADSHEET where none has a row. */
async function readHtml(html: string): Promise<LibrarySheet[]> {
  const { fromHtml } = await import('hucre');
  const sheets = tables(numericReferences(html)).map((table, i) =>
    fromHtml(table, { typeInference: false, classes: false, sheetName: `Bảng ${i + 1}` }),
  );
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new AppError('FILE_NOT_SPREADSHEET');
  return filled.map(plainSheet);
}

/** Reads .xlsb, XML Spreadsheet 2003 and what hucre cannot open with the SheetJS fork; `raw`, or it would read 03/04 as 4 March. */
async function readWithSheetJs(bytes: Buffer): Promise<LibrarySheet[]> {
  demandSaneXml(bytes);
  const { read, utils } = await import('@e965/xlsx');
  const workbook = read(bytes, { raw: true, cellDates: false, cellNF: true, dense: true });
  return workbook.SheetNames.map((name, index): LibrarySheet => {
    const sheet = workbook.Sheets[name];
    const range = sheet?.['!ref'] === undefined ? null : utils.decode_range(sheet['!ref']);
    const data = (sheet?.['!data'] ?? []) as (
      | ({ t: string; v?: unknown; w?: string; z?: string; f?: string } | undefined)[]
      | undefined
    )[];
    const rows: (readonly RawCell[])[] = [];
    for (let r = 0; range !== null && r <= Math.min(range.e.r, data.length - 1, MAX_ROWS); r++) {
      const found = data[r];
      if (found === undefined) {
        rows.push(NO_CELLS);
        continue;
      }
      rows.push(
        Array.from(found.slice(0, MAX_COLUMNS), (cell): RawCell => {
          if (cell === undefined || cell.t === 'z')
            return cell?.f === undefined ? null : new BrokenCell('uncached', '');
          if (cell.t === 'e') return new BrokenCell('error', cell.w ?? '#N/A');
          if (cell.t === 'n' && typeof cell.v === 'number')
            return cell.z === undefined
              ? cell.v
              : isDateFormat(cell.z)
                ? new DateCell(cell.v)
                : isPercentFormat(cell.z)
                  ? new PercentCell(cell.v)
                  : cell.v;
          return typeof cell.v === 'boolean' ? cell.v : cell.v === undefined ? null : String(cell.v);
        }),
      );
    }
    return { name, hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, rows };
  });
}

/**
 * XML Spreadsheet 2003 says by number where a row or cell stands, and the library makes room up to there, whatever the
 * number. Throws FILE_TOO_LARGE for a place that no sheet has.
 */
function demandSaneXml(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 2) === 'PK' || bytes[0] === 0xd0 || bytes[0] === 0x09) return;
  const text = bytes.toString('latin1').replaceAll('\0', '');
  for (const [, value] of text.matchAll(PLACE))
    if (!(Math.abs(Number(value)) <= MAX_ROWS)) throw new AppError('FILE_TOO_LARGE');
}

const MAX_ROWS = 1_048_576;
/** One for all: a single cell in the last row stands under a million blank ones. */
const NO_CELLS: readonly RawCell[] = [];
const PLACE = /(?:Index|MergeAcross|MergeDown|Span|ColumnCount|RowCount)=["']?([^"'\s>]{1,30})/gi;

/** Top-level tables of a page, with what is nested in them; a tag that never ends is none. */
function tables(html: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of html.matchAll(/<(\/?)table\b/gi)) {
    const end = html.indexOf('>', tag.index);
    if (end < 0) break;
    if (tag[1] === '') {
      if (depth === 0) start = tag.index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) found.push(html.slice(start, end + 1));
    }
  }
  if (depth > 0) found.push(html.slice(start));
  return found;
}

function plainSheet(sheet: Sheet): LibrarySheet {
  // The library leaves holes where a sheet has blank rows or cells; its types do not say so.
  const rows = Array.from(sheet.rows, (row: CellValue[] | undefined) => Array.from(row ?? [], fromLibrary));
  for (const [key, cell] of sheet.cells ?? []) {
    const [r, c] = key.split(',').map(Number);
    const row = r === undefined ? undefined : rows[r];
    if (
      cell.formula !== undefined &&
      row !== undefined &&
      c !== undefined &&
      c < MAX_COLUMNS &&
      (row[c] ?? null) === null &&
      (cell.formulaResult ?? null) === null
    ) {
      while (row.length < c) row.push(null);
      row[c] = new BrokenCell('uncached', '');
    }
  }
  return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows };
}

function fromLibrary(value: CellValue | undefined): RawCell {
  if (value === undefined) return null;
  if (value instanceof Date) return new DateCell(serialOfUtc(value.getTime()));
  if (typeof value === 'string') {
    if (value === '') return null;
    if (value.charCodeAt(0) === 35 && ERROR_TEXT.test(value)) return new BrokenCell('error', value);
  }
  return value;
}
