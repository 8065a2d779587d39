import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import type { ParsedImportOptions } from '#shared/import/options.ts';

/**
 * Writes the rows named by `badRows` as a workbook with the file's own header and a reason column; returns how many.
 * Throws `AppError`.
 */
export function writeBadRows(_sourcePath: string, _options: ParsedImportOptions, _badRows: readonly CellRemark[], _targetPath: string): Promise<number> {
  throw new Error('not written yet');
}
