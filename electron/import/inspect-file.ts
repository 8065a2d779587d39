import type { Inspection } from '#shared/ipc/contract/imports.ts';
import type { ParsedImportOptions } from '#shared/import/options.ts';

/** Looks into a file without reading it in earnest: sheets, header, proposed mapping, first rows. Throws `AppError`. */
export function inspectFile(_path: string, _options: ParsedImportOptions): Promise<Inspection> {
  throw new Error('not written yet');
}
