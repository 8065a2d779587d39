import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ColumnDef } from 'hucre';
import { AppError } from '#shared/errors.ts';
import type { ImportField } from '#shared/import/fields.ts';
import { recordKind } from '#shared/import/kinds.ts';
import type { CellValue } from '#shared/import/parse-cell.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { columnFormat, columnWidth, type SheetValue, sheetValue } from './cell-values.ts';
import { HEADER_STYLE } from './header-style.ts';
import { sheetName } from './sheet-name.ts';
import { streamWorkbook } from './stream-workbook.ts';

/** Rows of a worksheet under its header. An export has one sheet, because an import reads one. */
const MAX_EXPORT_ROWS = 1_048_575;

/** A record of any kind, by its field names. */
type AnyRecordOf = { readonly [F in string]?: CellValue };

/**
 * Writes records of a kind as a workbook that the importer reads back as the same records: a frozen header row, days as
 * real dates, codes as text, choices in words. Rows are written as they come, so memory does not grow with their
 * number; the file appears whole under its name or not at all. Returns the number of records. What `records` throws
 * is thrown on. Throws `AppError` OUTPUT_UNWRITABLE (`file`), EXPORT_TOO_LARGE (`limit`).
 */
export async function writeRecords(
  kind: ImportKind,
  records: Iterable<readonly object[]> | AsyncIterable<readonly object[]>,
  targetPath: string,
  language: 'vi' | 'en' = 'vi',
  limit = MAX_EXPORT_ROWS,
): Promise<number> {
  const { fields } = recordKind(kind);
  const columns = fields.map(columnOf);
  const rows = new Rows(fields, records, limit, () => {
    // hucre asks a column for its style at each row, and writes the header before it asks for the first record.
    for (const column of columns) delete column.style;
  });
  const name = sheetName(kind, language);
  await streamWorkbook(rows, { name, columns, maxRowsPerSheet: MAX_EXPORT_ROWS + 1 }, targetPath);
  return rows.count;
}

function columnOf(field: ImportField): ColumnDef {
  const numFmt = columnFormat(field.parser);
  return {
    header: field.synonyms[0] ?? field.field,
    width: columnWidth(field),
    ...(numFmt === undefined ? {} : { numFmt }),
    style: HEADER_STYLE,
  };
}

/** Records as rows of cells, counted; gives the event loop back between batches. */
class Rows implements AsyncIterable<SheetValue[]> {
  count = 0;
  readonly #fields: readonly ImportField[];
  readonly #records: Iterable<readonly object[]> | AsyncIterable<readonly object[]>;
  readonly #limit: number;
  readonly #onBegin: () => void;

  constructor(
    fields: readonly ImportField[],
    records: Iterable<readonly object[]> | AsyncIterable<readonly object[]>,
    limit: number,
    onBegin: () => void,
  ) {
    this.#limit = limit;
    this.#onBegin = onBegin;
    this.#fields = fields;
    this.#records = records;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SheetValue[], void, undefined> {
    this.#onBegin();
    for await (const batch of this.#records) {
      for (const record of batch) {
        if (this.count >= this.#limit) throw new AppError('EXPORT_TOO_LARGE', { limit: this.#limit });
        this.count += 1;
        yield this.#row(record as AnyRecordOf);
      }
      await nextTurn();
    }
  }

  #row(record: AnyRecordOf): SheetValue[] {
    return this.#fields.map((field) => sheetValue(field, record[field.field]));
  }
}
