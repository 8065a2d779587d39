import type { z } from 'zod';
import { importOptions } from '../ipc/contract/imports.ts';

/** Options of an import after parsing, defaults filled in. */
export type ParsedImportOptions = z.output<typeof importOptions>;

/** Options with nothing given: everything is found by the program. */
export const DEFAULT_IMPORT_OPTIONS: ParsedImportOptions = importOptions.parse({});
