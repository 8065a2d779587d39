import { z } from 'zod';
import { LEDGER_IDS, type LedgerId } from '../../domain/ledgers/registry.ts';
import {
  chosenFile,
  count,
  fileToken,
  id,
  localDate,
  nothing,
  service,
  sha256,
  task,
  text,
} from './common.ts';

/** Ledgers that can be imported; the dossiers first. */
export const IMPORT_KINDS = ['dossiers', ...LEDGER_IDS] as readonly ['dossiers', ...LedgerId[]];
export const importKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof importKind>;

/** Field of the record → heading of the file (lowest heading above the column). */
export const mapping = z.record(z.string(), text(300));

/** How a file is read; everything absent is found by the program. */
export const importOptions = z.strictObject({
  kind: importKind.default('dossiers'),
  sheet: text(100).optional(),
  headerRow: count.optional(),
  /** Corrected by hand: field → 0-based column index; a field that is absent is not imported. */
  columns: z.record(z.string(), count).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'viscii']).optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
  acceptConflicts: z.boolean().default(false),
  /** Why rows may change figures of a signed period; without it such rows are bad (PERIOD_CLOSED). */
  reason: text(500).nullable().optional(),
});
export type ImportOptions = z.input<typeof importOptions>;

/** One wrong or remarkable cell. `column` is the lowest heading above it; `row` the file's own row number. */
export const cellRemark = z.strictObject({
  row: count,
  column: text(300).nullable(),
  value: text(300).nullable(),
  code: text(40),
  message: text(500),
});
export type CellRemark = z.infer<typeof cellRemark>;

/** The balance of an import: `read = added + updated + unchanged + bad`; `ignored` are no records. */
export const balance = z.strictObject({
  read: count,
  added: count,
  updated: count,
  unchanged: count,
  bad: count,
  ignored: count,
});
export type Balance = z.infer<typeof balance>;

/** First and last day of receipt (of a ledger: of its day) of the rows that are not bad; days to
 * come are left out. Null where none has one. */
export const importDays = z.strictObject({ from: localDate, to: localDate }).nullable();
export type ImportDays = z.infer<typeof importDays>;

/** What `import --json` prints (docs/command-line.md). `importId` is null for a dry run. */
export const importResult = z.strictObject({
  importId: id.nullable(),
  file: text(500),
  sha256,
  kind: importKind,
  sheet: text(100).nullable(),
  headerRow: count,
  mapping,
  ...balance.shape,
  badRows: z.array(cellRemark),
  days: importDays,
  /** Other sheets of the file with such a list, which were not read. */
  otherLists: z.array(text(100)),
});
export type ImportResult = z.infer<typeof importResult>;

/** A kind that a list may be; a higher score means more headings recognised, or more surely. */
export const likelyKind = z.strictObject({ kind: importKind, score: z.number().nonnegative() });
export type LikelyKind = z.infer<typeof likelyKind>;

/** What was found in a file before anything is read in earnest. */
export const inspection = z.strictObject({
  format: z.enum(['xlsx', 'xls', 'csv', 'html', 'ods', 'other']),
  encoding: text(20).nullable(),
  delimiter: text(2).nullable(),
  sheets: z.array(z.strictObject({ name: text(100), rows: count, hidden: z.boolean() })),
  sheet: text(100).nullable(),
  /** 1-based number of the (lowest) header row; 0 when none was found. */
  headerRow: count,
  columns: z.array(
    z.strictObject({
      index: count,
      /** Headings above the column from the top one down, merged cells repeated. */
      headings: z.array(text(300)),
      field: text(40).nullable(),
      /** 0–1: how sure the program is of the field. */
      confidence: z.number().min(0).max(1),
      samples: z.array(text(200)),
    }),
  ),
  /** First rows of the file as shown, from row 1, header included, at most 30. */
  firstRows: z.array(z.array(text(200).nullable())),
  /** Required fields that no column gives. */
  missingFields: z.array(text(40)),
  /** What the list may be by its headings, best first: kinds all of whose required columns are there. */
  likelyKinds: z.array(likelyKind),
  /** Other visible sheets with a list of the kind asked for; they are not read. */
  otherLists: z.array(text(100)),
});
export type Inspection = z.infer<typeof inspection>;

/** One row of the preview. */
export const previewRow = z.strictObject({
  row: count,
  kind: z.enum(['added', 'updated', 'unchanged', 'bad']),
  code: text(60).nullable(),
  summary: text(300),
  changes: z.array(z.strictObject({ field: text(40), from: text(300).nullable(), to: text(300).nullable() })),
  remarks: z.array(cellRemark),
});

export const preview = z.strictObject({
  result: importResult,
  /** At most 200 rows of each kind, in file order. */
  rows: z.array(previewRow),
  /** Remarks that do not make a row bad, counted by code (STATUS_DATE, KEPT_KNOWN, UNKNOWN_PROCEDURE, …). */
  remarks: z.record(z.string(), count),
  remarkSamples: z.array(cellRemark),
});
export type Preview = z.infer<typeof preview>;

/** An import of the past with its balance, kept for ever. */
export const importEntry = z.strictObject({
  id,
  at: text(30),
  user: text(40),
  file: text(500),
  sha256,
  kind: importKind,
  sheet: text(100).nullable(),
  ...balance.shape,
  undoneAt: text(30).nullable(),
  /** Whether undo is possible now, and else why not (code). */
  undoable: z.boolean(),
  hindrance: text(40).nullable(),
});
export type ImportEntry = z.infer<typeof importEntry>;

const request = z.strictObject({ file: fileToken, options: importOptions, task });

export const importCalls = {
  'imports.fields': service(
    z.strictObject({ kind: importKind }),
    z.array(z.strictObject({ field: text(40), required: z.boolean() })),
  ),
  'imports.inspect': service(z.strictObject({ file: fileToken, options: importOptions }), inspection),
  'imports.preview': service(request, preview),
  /** `sha256` is the preview's: a file changed since is refused with FILE_CHANGED. */
  'imports.commit': service(z.strictObject({ ...request.shape, sha256 }), importResult),
  'imports.list': service(nothing, z.array(importEntry)),
  'imports.badRows': service(z.strictObject({ importId: id }), z.array(cellRemark)),
  'imports.undo': service(
    z.strictObject({ importId: id, reason: text(500).nullable().optional(), task: task.optional() }),
    importEntry,
  ),
  /** Writes the bad rows of a preview or import as a workbook with a reason column. */
  'imports.saveBadRows': service(
    z.strictObject({ file: fileToken, options: importOptions, target: fileToken }),
    z.strictObject({ rows: count, saved: chosenFile }),
  ),
} as const;
