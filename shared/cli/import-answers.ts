import { z } from 'zod';
import { count, day, instant, nullable, recordKind, sha256 } from './answer-parts.ts';

const balance = {
  read: count.describe('added + updated + unchanged + bad'),
  added: count,
  updated: count,
  unchanged: count,
  bad: count.describe('rows, not cells'),
  ignored: count.describe('rows under the header that are not blank and no records (totals, signatures)'),
};

const badCell = z.object({
  row: count.describe("the file's own row number"),
  column: nullable(z.string()).describe('the lowest heading above the cell'),
  value: nullable(z.string()),
  code: z.string(),
  message: z.string(),
});

/** What `import` prints; also each list of `demo`. */
export const importAnswer = z.object({
  importId: nullable(count).describe('null for a dry run'),
  file: z.string(),
  sha256,
  kind: recordKind,
  sheet: nullable(z.string()),
  headerRow: count,
  mapping: z.record(z.string(), z.string()).describe('field → heading'),
  ...balance,
  badRows: z.array(badCell).describe('one entry per wrong cell'),
  days: nullable(z.object({ from: day, to: day })).describe(
    'first and last day of receipt (of a ledger: of its day) of the rows that are not bad; days to come are left out',
  ),
  otherLists: z
    .array(z.string())
    .describe('other sheets with such a list, which were not read; none where --sheet is given'),
});

/** What `export` prints. */
export const exportAnswer = z.object({
  file: z.string().describe('absolute path'),
  kind: recordKind,
  rows: count,
  sha256,
  size: count,
});

/** What `undo-import` prints: the import as it is listed afterwards. */
export const undoImportAnswer = z.object({
  id: count,
  at: instant,
  user: z.string(),
  file: z.string(),
  sha256,
  kind: recordKind,
  sheet: nullable(z.string()),
  ...balance,
  undoneAt: nullable(instant),
  undoable: z.boolean(),
  hindrance: nullable(z.string()),
});
