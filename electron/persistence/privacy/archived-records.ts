import { inflateRawSync } from 'node:zlib';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { DOSSIER_LOG, type LogTables, logOf } from '../change-log.ts';
import type { Connection } from '../open-database.ts';

/** A record that undoing an import removed; `ledger` null: a dossier. */
export interface ArchivedRecord {
  readonly id: number;
  readonly ledger: LedgerId | null;
  readonly record: Dossier | AnyRecord;
}

/** What is kept of an import as far as citizens are concerned. */
export interface ImportRemnants {
  readonly id: number;
  readonly kind: ImportKind;
  readonly changeSet: number;
  readonly undoneIn: number | null;
  readonly file: string;
  readonly at: string;
  readonly badRows: string;
  readonly log: LogTables;
}

const SELECT = `SELECT i.id, i.kind, i.change_set, i.undone_in, i.file, s.at, i.bad_rows
  FROM import i JOIN change_set s ON s.id = i.change_set`;
type ImportRow = readonly [number, ImportKind, number, number | null, string, string, string];

const remnantsOf = ([id, kind, changeSet, undoneIn, file, at, badRows]: ImportRow): ImportRemnants => ({
  id,
  kind,
  changeSet,
  undoneIn,
  file,
  at,
  badRows,
  log: logOf(kind),
});

/** Every import, the oldest first. */
export function allImports(db: Connection): ImportRemnants[] {
  return db.allRaw<ImportRow>(`${SELECT} ORDER BY i.id`).map(remnantsOf);
}

/** Throws `AppError` IMPORT_UNKNOWN. */
export function importOf(db: Connection, id: number): ImportRemnants {
  const row = db.getRaw<ImportRow>(`${SELECT} WHERE i.id = ?`, id);
  if (row === undefined) throw new AppError('IMPORT_UNKNOWN', { id });
  return remnantsOf(row);
}

/** The archived parts of an undone import. */
export function* archiveParts(
  db: Connection,
  undoneIn: number,
): Generator<{ readonly part: number; readonly rows: unknown[] }> {
  const parts = db.allRaw<[number, Uint8Array]>(
    'SELECT part, rows FROM archive WHERE change_set = ? ORDER BY part',
    undoneIn,
  );
  for (const [part, packed] of parts)
    yield { part, rows: JSON.parse(inflateRawSync(packed).toString('utf8')) as unknown[] };
}

/** A record as an archive keeps it. */
export function unpackArchived(log: LogTables, packed: unknown): ArchivedRecord {
  if (log === DOSSIER_LOG) {
    const [id, , record] = packed as [number, boolean | null, Dossier];
    return { id, ledger: null, record };
  }
  const [id, ledger, , record] = packed as [number, LedgerId, string, AnyRecord];
  return { id, ledger, record };
}
