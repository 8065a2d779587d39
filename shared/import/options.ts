import type { z } from 'zod';
import { importOptions } from '../ipc/contract/imports.ts';
import type { RememberedMapping } from './types.ts';

/** Options of an import after parsing, defaults filled in. */
export type ParsedImportOptions = z.output<typeof importOptions>;

/** How a file is read: the options of the call, and the mappings people corrected for earlier lists. */
export interface ReadOptions extends ParsedImportOptions {
  readonly remembered?: readonly RememberedMapping[];
}

/** Options with nothing given: everything is found by the program. */
export const DEFAULT_IMPORT_OPTIONS: ParsedImportOptions = importOptions.parse({});
