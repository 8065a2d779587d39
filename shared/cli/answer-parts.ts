import { z } from 'zod';
import { LEDGER_IDS, type LedgerId } from '../domain/ledgers/registry.ts';

// What several answers of the command line have in common.

export const count = z.int().nonnegative();
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('local day, YYYY-MM-DD');
export const instant = z.string().describe('UTC, ISO 8601');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const nullable = <T extends z.ZodType>(type: T) => z.union([type, z.null()]);
/** A unit by what it is called in the book. */
export const namedUnit = z.object({ code: z.string(), name: z.string() });

/** Dossiers, or the id of another ledger. */
export const recordKind = z.enum(['dossiers', ...LEDGER_IDS] as readonly ['dossiers', ...LedgerId[]]);
