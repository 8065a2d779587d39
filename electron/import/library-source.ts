import type { RawRow } from '#shared/import/types.ts';
import type { Inspection } from '#shared/ipc/contract/imports.ts';
import type { LibrarySheet } from './library-cells.ts';
import { readInThread } from './library-thread.ts';
import type { RowChunk, SheetSource } from './sheet-source.ts';

/** Everything but plain .xlsx and .csv goes through a library, which reads in a thread of its own. */

const ROWS_PER_CHUNK = 2000;

/** Reads .xls, .ods and unusual .xlsx with hucre. Throws `AppError`. */
export async function openWithHucre(bytes: Buffer, format: Inspection['format']): Promise<SheetSource> {
  return new LibrarySource(format, await readInThread({ by: 'hucre', bytes }), null);
}

/** Reads HTML tables, the shape of many ".xls" downloads; every table is a sheet and every cell stays text. */
export async function openHtml(html: string, encoding: string): Promise<SheetSource> {
  return new LibrarySource('html', await readInThread({ by: 'html', html }), encoding);
}

/** Reads .xlsb, XML Spreadsheet 2003 and what hucre cannot open with the SheetJS fork; `raw`, or it would read 03/04 as 4 March. */
export async function openWithSheetJs(bytes: Buffer, format: Inspection['format']): Promise<SheetSource> {
  return new LibrarySource(format, await readInThread({ by: 'sheetjs', bytes }), null);
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
