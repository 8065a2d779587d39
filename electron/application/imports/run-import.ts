import { setImmediate as nextTurn } from 'node:timers/promises';
import { readRecords } from '#electron/import/index.ts';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { formatDate, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { ParsedImportOptions } from '#shared/import/options.ts';
import { cellRemark, type RemarkLanguage } from '#shared/import/remarks.ts';
import type { ImportHeader, ReadProgress, RecordPatch, RecordSource, RowOutcome } from '#shared/import/types.ts';
import type { CellRemark, ImportResult, Preview } from '#shared/ipc/contract/imports.ts';
import type { Workspace } from '../context.ts';
import { procedureLookup } from '../dossiers/procedure-lookup.ts';
import type { KnownDossier, WriteTransaction } from '../ports.ts';
import { ImportTally, summaryOf } from './import-tally.ts';
import { type MergeRules, mergeRecord } from './merge-record.ts';

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
    const source = await readRecords(request.path, request.options, {
      today: workspace.clock.today(),
      language: request.language ?? 'vi',
      onProgress: (now) => {
        progress.last = now;
      },
      ...(signal ? { signal } : {}),
    });
    if (request.sha256 !== undefined && request.sha256 !== source.header.sha256) throw new AppError('FILE_CHANGED', { file: request.fileName });
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
  source: RecordSource, request: RecordsRequest, { store, actor, clock, resourcesDir }: Pick<Workspace, 'store' | 'actor' | 'clock' | 'resourcesDir'>,
): Promise<Preview> {
  const { header } = source;
  const rules: MergeRules = {
    procedures: procedureLookup(resourcesDir),
    acceptConflicts: request.options.acceptConflicts,
    mapped: Object.keys(header.mapping) as DossierField[],
  };
  const kind = request.options.kind;
  return store.writeLong(async (tx) => {
    const { importId, changeSet, emptyBook } = tx.beginImport({ user: actor.login, at: clock.now() }, { file: request.fileName, sha256: header.sha256, kind });
    const tally = new ImportTally();
    const merger = new RowMerger(emptyBook ? intoEmptyBook(tx) : (code) => tx.dossierByCode(code), tx, changeSet, tally, header, rules, request.language ?? 'vi');
    let done = 0;
    for await (const batch of source.batches) {
      request.signal?.throwIfAborted();
      for (const outcome of batch) merger.take(outcome);
      done += batch.length;
      request.told?.(done);
      await nextTurn();
    }
    request.signal?.throwIfAborted();
    const record = {
      file: request.fileName, sha256: header.sha256, kind, sheet: header.sheet, headerRow: header.headerRow, mapping: { ...header.mapping },
      ...tally.balance, badRows: tally.badRows,
    };
    const keep = request.mode === 'commit';
    if (keep) tx.finishImport(importId, record);
    const result: ImportResult = { importId: keep ? importId : null, ...record };
    return { keep, value: { result, rows: tally.rows, remarks: tally.remarks, remarkSamples: tally.remarkSamples } };
  });
}

/** In an empty book only codes of the list itself can be known: the others need not be looked up. */
function intoEmptyBook(tx: WriteTransaction): (code: string) => KnownDossier | null {
  const seen = new Set<string>();
  return (code) => {
    const key = dossierKey(code);
    if (seen.has(key)) return tx.dossierByCode(code);
    seen.add(key);
    return null;
  };
}

/** Takes the rows of a list one by one into the book. */
class RowMerger {
  readonly #find: (code: string) => KnownDossier | null;
  readonly #tx: WriteTransaction;
  readonly #changeSet: number;
  readonly #tally: ImportTally;
  readonly #header: ImportHeader;
  readonly #rules: MergeRules;
  readonly #language: RemarkLanguage;

  constructor(
    find: (code: string) => KnownDossier | null, tx: WriteTransaction, changeSet: number, tally: ImportTally, header: ImportHeader,
    rules: MergeRules, language: RemarkLanguage,
  ) {
    this.#find = find;
    this.#tx = tx;
    this.#changeSet = changeSet;
    this.#tally = tally;
    this.#header = header;
    this.#rules = rules;
    this.#language = language;
  }

  take(outcome: RowOutcome): void {
    if (outcome.kind === 'ignored') this.#tally.ignored += 1;
    else if (outcome.kind === 'bad') this.#tally.bad(outcome.row, outcome.code, summaryOf(outcome.values), outcome.remarks);
    else this.#takeRecord(outcome);
  }

  #takeRecord({ row, values, derived, remarks }: Extract<RowOutcome, { kind: 'record' }>): void {
    const known = this.#find(values.code);
    if (known?.changedIn === this.#changeSet) {
      // The reader finds these first; the book is asked all the same, because a code is written only once.
      return this.#bad(row, values, [this.#remark(row, 'code', values.code, 'DUPLICATE_IN_FILE')], remarks);
    }
    const merged = mergeRecord(values, derived, known, this.#rules);
    switch (merged.kind) {
      case 'conflict':
        return this.#bad(row, values, merged.fields.map((field) => this.#remark(row, field, shown(values[field]), 'CONFLICT')), remarks);
      case 'breach':
        return this.#bad(row, values, merged.breaches.map(({ field, code }) => this.#remark(row, field, shown(merged.record[field]), code)), remarks);
      case 'added':
        this.#tx.insertDossier(merged.record, merged.issuesDocument, this.#changeSet);
        break;
      case 'updated':
        if (known) this.#tx.updateDossier(known, merged.record, merged.issuesDocument, this.#changeSet, false);
        break;
      case 'unchanged':
        break;
    }
    const found: CellRemark[] = [...remarks];
    const note = (field: DossierField, value: string | null, code: 'UNKNOWN_PROCEDURE' | 'KEPT_KNOWN'): void => {
      if (this.#tally.wants(merged.kind, code)) found.push(this.#remark(row, field, value, code));
      else this.#tally.count(code);
    };
    if (merged.unknownProcedure !== null) note(merged.unknownProcedure, shown(values[merged.unknownProcedure]), 'UNKNOWN_PROCEDURE');
    if (merged.kind !== 'added') for (const field of merged.kept) note(field, null, 'KEPT_KNOWN');
    this.#tally.good(merged.kind, row, merged.record, known, found);
  }

  #bad(row: number, values: RecordPatch, errors: readonly CellRemark[], remarks: readonly CellRemark[]): void {
    this.#tally.bad(row, values.code, summaryOf(values), [...errors, ...remarks]);
  }

  #remark(row: number, field: DossierField, value: string | null, code: Parameters<typeof cellRemark>[1]['code']): CellRemark {
    return cellRemark(this.#language, { row, column: this.#header.mapping[field] ?? null, value, code });
  }
}

/** A value as people write it. */
function shown(value: Dossier[DossierField] | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return parseIsoDate(text) === null ? text : formatDate(text as LocalDate);
}

function tell({ task, mode }: ImportRequest, workspace: Workspace, done: number, { rows, share }: ReadProgress): void {
  if (task === undefined) return;
  const total = share === null || share <= 0 ? null : Math.max(done, Math.round(rows / share));
  workspace.notify({ kind: 'progress', task, phase: mode === 'preview' ? 'checking' : 'saving', done, total });
}
