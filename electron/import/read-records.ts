import type { ParsedImportOptions } from '#shared/import/options.ts';
import type { ReadContext, RecordSource } from '#shared/import/types.ts';

/** Opens a list and reads its rows as dossier patches with the reasons for bad cells. Throws `AppError`. */
export function readRecords(_path: string, _options: ParsedImportOptions, _context: ReadContext = {}): Promise<RecordSource> {
  throw new Error('not written yet');
}
