import type { CellValue, Sheet, Workbook } from 'hucre';
import { AppError } from '#shared/errors.ts';
import { serialOfUtc } from '#shared/import/parse-date.ts';
import { BrokenCell, DateCell, PercentCell, type RawCell, type RawRow } from '#shared/import/types.ts';
import type { Inspection } from '#shared/ipc/contract/imports.ts';
import { numericReferences } from './html-entities.ts';
import type { RowChunk, SheetSource } from './sheet-source.ts';
import { isDateFormat, isPercentFormat } from './xlsx/workbook-parts.ts';

/** Everything but plain .xlsx and .csv goes through a library, loaded only when it is needed. */

const ROWS_PER_CHUNK = 2000;
const ERROR_TEXT = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Reads .xls, .ods and unusual .xlsx with hucre. Throws `AppError`. */
export async function openWithHucre(bytes: Buffer, format: Inspection['format']): Promise<SheetSource> {
  const hucre = await import('hucre');
  let workbook: Workbook;
  try {
    workbook = await hucre.read(bytes, { readStyles: false });
  } catch (cause) {
    if (cause instanceof hucre.EncryptedFileError || cause instanceof hucre.DecryptionError)
      throw new AppError('FILE_ENCRYPTED', {}, { cause });
    throw cause;
  }
  return sourceOf(format, workbook.sheets);
}

/** Reads HTML tables, the shape of many ".xls" downloads; every table is a sheet and every cell stays text. */
export async function openHtml(html: string, encoding: string): Promise<SheetSource> {
  const { fromHtml } = await import('hucre');
  const sheets = tables(numericReferences(html)).map((table, i) =>
    fromHtml(table, { typeInference: false, classes: false, sheetName: `Bảng ${i + 1}` }),
  );
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new AppError('FILE_NOT_SPREADSHEET');
  return sourceOf('html', filled, encoding);
}

/** Reads .xlsb, XML Spreadsheet 2003 and what hucre cannot open with the SheetJS fork; `raw`, or it would read 03/04 as 4 March. */
export async function openWithSheetJs(bytes: Buffer, format: Inspection['format']): Promise<SheetSource> {
  const { read, utils } = await import('@e965/xlsx');
  const workbook = read(bytes, { raw: true, cellDates: false, cellNF: true, dense: true });
  const sheets = workbook.SheetNames.map((name, index): LibrarySheet => {
    const sheet = workbook.Sheets[name];
    const range = sheet?.['!ref'] === undefined ? null : utils.decode_range(sheet['!ref']);
    const data = (sheet?.['!data'] ?? []) as (
      | { t: string; v?: unknown; w?: string; z?: string; f?: string }
      | undefined
    )[][];
    const rows: RawCell[][] = [];
    for (let r = 0; range !== null && r <= Math.min(range.e.r, data.length - 1); r++) {
      rows.push(
        Array.from(data[r] ?? [], (cell): RawCell => {
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
  return new LibrarySource(format, sheets, null);
}

/** Top-level tables of a page, with what is nested in them. */
function tables(html: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (tag[1] === '') {
      if (depth === 0) start = tag.index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) found.push(html.slice(start, tag.index + tag[0].length));
    }
  }
  if (depth > 0) found.push(html.slice(start));
  return found;
}

interface LibrarySheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly RawCell[])[];
}

function sourceOf(
  format: Inspection['format'],
  sheets: readonly Sheet[],
  encoding: string | null = null,
): SheetSource {
  const read = sheets.map((sheet): LibrarySheet => {
    // The library leaves holes where a sheet has blank rows or cells; its types do not say so.
    const rows = Array.from(sheet.rows, (row: CellValue[] | undefined) => Array.from(row ?? [], fromLibrary));
    for (const [key, cell] of sheet.cells ?? []) {
      const [r, c] = key.split(',').map(Number);
      const row = r === undefined ? undefined : rows[r];
      if (
        cell.formula !== undefined &&
        row !== undefined &&
        c !== undefined &&
        (row[c] ?? null) === null &&
        (cell.formulaResult ?? null) === null
      ) {
        while (row.length < c) row.push(null);
        row[c] = new BrokenCell('uncached', '');
      }
    }
    return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows };
  });
  return new LibrarySource(format, read, encoding);
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

class LibrarySource implements SheetSource {
  readonly format: Inspection['format'];
  readonly encoding: string | null;
  readonly delimiter = null;
  readonly sheets: SheetSource['sheets'];
  readonly #sheets: readonly LibrarySheet[];

  constructor(format: Inspection['format'], sheets: readonly LibrarySheet[], encoding: string | null) {
    this.format = format;
    this.encoding = encoding;
    this.#sheets = sheets;
    this.sheets = sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length }));
  }

  async *rows(sheet: number): AsyncGenerator<RowChunk, void, undefined> {
    const all = this.#sheets[sheet]?.rows ?? [];
    let rows: RawRow[] = [];
    for (const [i, cells] of all.entries()) {
      if (cells.some((cell) => cell !== null && cell !== '')) rows.push({ row: i + 1, cells });
      if (rows.length >= ROWS_PER_CHUNK) {
        yield { rows, share: (i + 1) / all.length };
        rows = [];
      }
    }
    if (rows.length > 0) yield { rows, share: 1 };
  }
}
