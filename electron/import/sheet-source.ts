import type { RawRow } from '#shared/import/types.ts';
import type { Inspection } from '#shared/ipc/contract/imports.ts';

/** One sheet of a file as its directory names it. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Number of its last row as the file declares it; null where only reading tells. */
  readonly rows: number | null;
}

/** Rows read together, in file order, and how much of the sheet has been read by then (0–1). */
export interface RowChunk {
  readonly rows: RawRow[];
  readonly share: number;
}

/** A file whose rows can be read; every format gives the same. Rows without any cell may be left out. */
export interface SheetSource {
  readonly format: Inspection['format'];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** At least one; a text file has one without a name. */
  readonly sheets: readonly SheetInfo[];
  /** Rows of a sheet from the first one; stopping early costs only what was read. Throws `AppError`. */
  rows(sheet: number): AsyncGenerator<RowChunk, void, undefined>;
}

/** The first rows of a sheet: up to `limit` rows of which any cell is filled. */
export async function firstRows(source: SheetSource, sheet: number, limit: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const chunk of source.rows(sheet)) {
    for (const row of chunk.rows) {
      rows.push(row);
      if (rows.length >= limit) return rows;
    }
  }
  return rows;
}
