import { setImmediate as nextTurn } from 'node:timers/promises';
import { readRecords } from '#electron/import/index.ts';
import type { DossierField } from '#shared/domain/dossier.ts';
import { isLedgerId } from '#shared/domain/ledgers/registry.ts';
import { AppError } from '#shared/errors.ts';
import type { ParsedImportOptions } from '#shared/import/options.ts';
import type { RemarkLanguage } from '#shared/import/remarks.ts';
import type { EntryPatch, ReadProgress, RecordSource } from '#shared/import/types.ts';
import type { ImportResult, Preview } from '#shared/ipc/contract/imports.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import { procedureLookup } from '../dossiers/procedure-lookup.ts';
import { DossierRows } from './dossier-rows.ts';
import { EntryRows } from './entry-rows.ts';
import { followImport } from './follow-import.ts';
import { ImportTally } from './import-tally.ts';
import type { MergeRules } from './merge-dossier.ts';
import { keepMapping, withRemembered } from './remembered-mappings.ts';

export interface ImportRequest {
  readonly path: string;
  /** Bare name, kept with the balance. */
  readonly fileName: string;
  readonly options: ParsedImportOptions;
  /** A preview does all the work and rolls it back. */
  readonly mode: 'preview' | 'commit';
  /** SHA-256 of the preview's file; another one is refused. */
  readonly sha256?: string;
  /** Id under which progress is told and the import can be cancelled. */
  readonly task?: string;
  readonly language?: RemarkLanguage;
}

/**
 * Reads a list and merges it into the book in one transaction, giving the event loop back between batches. Readers see
 * the book as it was until the commit. Throws `AppError`: what the reader throws, FILE_CHANGED, CANCELLED (nothing was
 * written then).
 */
export async function runImport(request: ImportRequest, workspace: Workspace): Promise<Preview> {
  const signal = request.task === undefined ? undefined : workspace.signal(request.task);
  const progress: { last: ReadProgress } = { last: { rows: 0, share: 0 } };
  try {
    signal?.throwIfAborted();
    const source = await readRecords(request.path, withRemembered(request.options, workspace.store), {
      today: workspace.clock.today(),
      language: request.language ?? workspace.language ?? 'vi',
      onProgress: (now) => {
        progress.last = now;
      },
      ...(signal ? { signal } : {}),
    });
    if (request.sha256 !== undefined && request.sha256 !== source.header.sha256)
      throw new AppError('FILE_CHANGED', { file: request.fileName });
    const told = (done: number) => tell(request, workspace, done, progress.last);
    return await importRecords(source, { ...request, told, ...(signal ? { signal } : {}) }, workspace);
  } catch (error) {
    if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw error;
  }
}

export interface RecordsRequest extends Pick<ImportRequest, 'fileName' | 'options' | 'mode' | 'language'> {
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of rows done. */
  told?(done: number): void;
}

/** {@link runImport} from rows that are already being read. */
export async function importRecords(
  source: RecordSource | RecordSource<EntryPatch>,
  request: RecordsRequest,
  workspace: Pick<Workspace, 'store' | 'actor' | 'clock' | 'resourcesDir' | 'language'>,
): Promise<Preview> {
  const { header } = source;
  const { kind, acceptConflicts } = request.options;
  const words = request.language ?? workspace.language ?? 'vi';
  const { store } = workspace;
  return writeGuarded(workspace, request.options.reason, async (tx, guard) => {
    const own = store.entries.entries('procedures');
    const { importId, changeSet } = tx.beginImport(
      {
        user: workspace.actor.login,
        at: workspace.clock.now(),
        reason: request.options.reason ?? null,
      },
      { file: request.fileName, sha256: header.sha256, kind },
    );
    const tally = new ImportTally(workspace.clock.today());
    const rows = isLedgerId(kind)
      ? new EntryRows(kind, tx, changeSet, tally, header, words, guard)
      : new DossierRows(
          tx,
          changeSet,
          tally,
          header,
          mergeRules(header, acceptConflicts, workspace),
          words,
          guard,
        );
    let done = 0;
    for await (const batch of source.batches) {
      request.signal?.throwIfAborted();
      // The source was read as the kind that the options name, so its rows are what these take.
      for (const outcome of batch) rows.take(outcome as never);
      done += batch.length;
      request.told?.(done);
      await nextTurn();
    }
    request.signal?.throwIfAborted();
    const record = {
      file: request.fileName,
      sha256: header.sha256,
      kind,
      sheet: header.sheet,
      headerRow: header.headerRow,
      mapping: { ...header.mapping },
      ...tally.balance,
      badRows: tally.badRows,
    };
    const keep = request.mode === 'commit';
    if (keep) {
      tx.finishImport(importId, record);
      if (header.remember) keepMapping(tx, store, kind, header.remember);
      if (rows instanceof EntryRows) await followImport(tx, workspace, kind, own, rows.written);
    }
    const result: ImportResult = {
      importId: keep ? importId : null,
      ...record,
      days: tally.days,
      otherLists: [...(header.otherLists ?? [])],
    };
    return {
      keep,
      value: { result, rows: tally.rows, remarks: tally.remarks, remarkSamples: tally.remarkSamples },
    };
  });
}

function mergeRules(
  header: RecordSource['header'],
  acceptConflicts: boolean,
  workspace: Pick<Workspace, 'store' | 'resourcesDir'>,
): MergeRules {
  return {
    procedures: procedureLookup(workspace),
    acceptConflicts,
    mapped: Object.keys(header.mapping) as DossierField[],
  };
}

function tell(
  { task, mode }: ImportRequest,
  workspace: Workspace,
  done: number,
  { rows, share }: ReadProgress,
): void {
  if (task === undefined) return;
  const total = share === null || share <= 0 ? null : Math.max(done, Math.round(rows / share));
  workspace.notify({
    kind: 'progress',
    task,
    phase: mode === 'preview' ? 'checking' : 'saving',
    done,
    total,
  });
}
