import { AppError } from '#shared/errors.ts';
import { type FoundHeader, lowestHeading } from '#shared/import/find-header.ts';
import { recordKind } from '#shared/import/kinds.ts';
import type { ReadOptions } from '#shared/import/options.ts';
import type { RecordKind } from '#shared/import/record-kind.ts';
import { rememberMapping } from '#shared/import/remembered-mapping.ts';
import { RowParser } from '#shared/import/row-parser.ts';
import type {
  ImportHeader,
  ReadContext,
  RecordPatch,
  RecordSource,
  RowOutcome,
} from '#shared/import/types.ts';
import { type FoundList, findList, requireHeader } from './find-list.ts';
import { openFile } from './open-file.ts';
import type { SheetSource } from './sheet-source.ts';

/** Rows that one batch holds; the writer may breathe between two. */
const BATCH = 1000;

/**
 * Opens a list and reads its rows as records of `options.kind` with the reasons for bad cells. `V` is what that kind's
 * rows state (`RecordPatch` for dossiers, `EntryPatch` for every other ledger). The header is known when the promise resolves; rows are read while batches are asked for. Throws
 * `AppError`: see `openFile`, and SHEET_NOT_FOUND, HEADER_NOT_FOUND, MAPPING_INCOMPLETE (`fields`), CANCELLED.
 */
export async function readRecords<V = RecordPatch>(
  path: string,
  options: ReadOptions,
  context: ReadContext = {},
): Promise<RecordSource<V>> {
  const kind: RecordKind<V> = recordKind(options.kind);
  const opened = await openFile(path, options);
  const { source, sha256 } = opened;
  stopIfCancelled(context);
  const { list, otherLists } = await findList(opened, kind, options);
  const found = requireHeader(opened, list, kind);
  const header: ImportHeader = {
    format: source.format,
    sheet: source.sheets[list.sheet]?.name.slice(0, 100) || null,
    headerRow: found.headerRow,
    mapping: Object.fromEntries(
      found.columns.flatMap((column) =>
        column.field === null ? [] : [[column.field, lowestHeading(column).slice(0, 300)]],
      ),
    ),
    encoding: source.encoding,
    delimiter: source.delimiter,
    sha256,
    remember: options.columns === undefined ? null : rememberMapping(found, kind.otherKeys),
    otherLists,
  };
  return { header, batches: readBatches(source, kind, list, found, context) };
}

async function* readBatches<V>(
  source: SheetSource,
  kind: RecordKind<V>,
  list: FoundList,
  header: FoundHeader,
  context: ReadContext,
): AsyncGenerator<RowOutcome<V>[], void, undefined> {
  const parser = new RowParser<V>(kind, header.columns, { today: context.today, language: context.language });
  let batch: RowOutcome<V>[] = [];
  let passed = 0;
  for await (const { rows, share } of source.rows(list.sheet)) {
    stopIfCancelled(context);
    for (const raw of rows) {
      if (raw.row <= header.headerRow) continue;
      const outcome = parser.parse(list.decode === null ? raw : list.decode(raw));
      passed++;
      if (outcome === null) continue;
      batch.push(outcome);
      if (batch.length < BATCH) continue;
      yield batch;
      stopIfCancelled(context);
      batch = [];
    }
    context.onProgress?.({ rows: passed, share });
  }
  if (batch.length > 0) yield batch;
}

function stopIfCancelled(context: ReadContext): void {
  if (context.signal?.aborted === true) throw new AppError('CANCELLED');
}
