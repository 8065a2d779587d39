import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CellStyle, CellValue, MergeRange } from 'hucre';
import { AppError } from '#shared/errors.ts';
import { remarks as en } from '#shared/i18n/en/remarks.ts';
import { remarks as vi } from '#shared/i18n/vi/remarks.ts';
import { cellText } from '#shared/import/cells.ts';
import type { FoundHeader } from '#shared/import/find-header.ts';
import { type AnyKind, recordKind } from '#shared/import/kinds.ts';
import type { ReadOptions } from '#shared/import/options.ts';
import { parseCell } from '#shared/import/parse-cell.ts';
import type { RawCell, RawRow } from '#shared/import/types.ts';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import { findList, requireHeader } from './find-list.ts';
import { openFile } from './open-file.ts';

const HEADER_STYLE: CellStyle = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  numFmt: '@',
};
const WRONG_STYLE: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
  numFmt: '@',
};
const REASON_STYLE: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' };
const CATALOGUES = { vi, en } as const;

/**
 * Writes the rows that `badRows` names as a workbook to be corrected and dropped back: the file's own header, the
 * original cells as text (never as formulas), the wrong ones marked, first the row's number in the source file and last
 * the reason. The reader ignores both added columns. Returns how many rows were written. Throws `AppError`: as
 * `readRecords`, and OUTPUT_UNWRITABLE (`file`).
 */
export async function writeBadRows(
  sourcePath: string,
  options: ReadOptions,
  badRows: readonly CellRemark[],
  targetPath: string,
  language: 'vi' | 'en' = 'vi',
): Promise<number> {
  const opened = await openFile(sourcePath, options);
  const { source } = opened;
  const kind = recordKind(options.kind);
  const { list } = await findList(opened, kind, options);
  const header = requireHeader(opened, list, kind);
  const wanted = new Map<number, CellRemark[]>();
  for (const remark of badRows) {
    const known = wanted.get(remark.row);
    if (known === undefined) wanted.set(remark.row, [remark]);
    else known.push(remark);
  }
  const words = CATALOGUES[language];
  const table = new BadRowsTable(kind, header, list.head, words);
  for await (const { rows } of source.rows(list.sheet)) {
    for (const raw of rows) {
      const reasons = wanted.get(raw.row);
      if (reasons !== undefined && raw.row > header.headerRow)
        table.add(list.decode === null ? raw : list.decode(raw), reasons);
    }
  }
  const { writeXlsx } = await import('hucre');
  const workbook = await writeXlsx({ sheets: [table.sheet(words.badRowsSheet)], stringMode: 'shared' });
  try {
    await writeFile(targetPath, workbook);
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: basename(targetPath) }, { cause });
  }
  return table.count;
}

class BadRowsTable {
  count = 0;
  readonly #kind: AnyKind;
  readonly #header: FoundHeader;
  readonly #width: number;
  readonly #rows: CellValue[][] = [];
  readonly #styles = new Map<string, { style: CellStyle }>();
  readonly #merges: MergeRange[] = [];

  constructor(
    kind: AnyKind,
    header: FoundHeader,
    head: readonly RawRow[],
    words: { readonly reasonHeading: string; readonly sourceRowHeading: string },
  ) {
    this.#kind = kind;
    this.#header = header;
    this.#width = header.columns.length;
    const top = header.headerRow - header.levels + 1;
    for (let level = 0; level < header.levels; level++) {
      const row = head.find((candidate) => candidate.row === top + level);
      const headings = Array.from({ length: this.#width }, (_, i) => cellText(row?.cells[i]) || null);
      this.#rows.push([
        level === 0 ? words.sourceRowHeading : null,
        ...headings,
        level === 0 ? words.reasonHeading : null,
      ]);
      for (let c = 0; c < this.#width + 2; c++) this.#styles.set(`${level},${c}`, { style: HEADER_STYLE });
    }
    if (header.levels > 1) {
      for (const column of [0, this.#width + 1])
        this.#merges.push({ startRow: 0, startCol: column, endRow: header.levels - 1, endCol: column });
    }
  }

  add(row: RawRow, reasons: readonly CellRemark[]): void {
    const at = this.#rows.length;
    const cells = Array.from({ length: this.#width }, (_, i) => this.#text(i, row.cells[i] ?? null));
    const reason = [...new Set(reasons.map((remark) => remark.message))].join('\n');
    this.#rows.push([String(row.row), ...cells, reason]);
    this.#styles.set(`${at},${this.#width + 1}`, { style: REASON_STYLE });
    for (const { column } of reasons) {
      const index =
        column === null
          ? -1
          : this.#header.columns.findIndex(
              ({ field, headings }) => field !== null && headings.at(-1) === column,
            );
      if (index >= 0) this.#styles.set(`${at},${index + 1}`, { style: WRONG_STYLE });
    }
    this.count++;
  }

  /** A cell as text. A number that stands for an identity number or a TTHC code gets its zeros back before it becomes text. */
  #text(index: number, cell: RawCell): string | null {
    const name = this.#header.columns[index]?.field;
    const field = this.#kind.fields.find((candidate) => candidate.field === name);
    if ((field?.parser === 'person-id' || field?.parser === 'procedure') && typeof cell === 'number') {
      const { value } = parseCell(cell, field);
      if (typeof value === 'string') return value;
    }
    return cellText(cell) || null;
  }

  sheet(name: string) {
    const text = { numFmt: '@' };
    return {
      name,
      rows: this.#rows,
      cells: this.#styles,
      merges: this.#merges,
      freezePane: { rows: this.#header.levels },
      columns: [
        { width: 10, ...text },
        ...Array.from({ length: this.#width }, () => ({ width: 18, ...text })),
        { width: 60, ...text },
      ],
    };
  }
}
