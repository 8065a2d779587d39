import type { PersonalPlace } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryDay } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { isAnonymousDossier, isAnonymousEntry } from '#shared/domain/privacy/personal-fields.ts';
import type { CellRemark, ImportKind } from '#shared/ipc/contract/imports.ts';
import { DOSSIER_LOG } from '../change-log.ts';
import { storedDay } from '../days.ts';
import { type EntryRow, parseRecord } from '../entry-row.ts';
import type { Connection } from '../open-database.ts';
import type { Terms } from '../terms.ts';
import { allImports, archiveParts, unpackArchived } from './archived-records.ts';

/**
 * What still says something about a citizen though its matter came to its end on or before a day: of dossiers the end
 * of their processing; of entries the day on which what was due was done, or their own day where nothing is ever due.
 * What is open is never due, nor is what never ended.
 */
export function duePlaces(
  db: Connection,
  _terms: Terms,
  ledger: ImportKind,
  until: LocalDate,
): PersonalPlace[] {
  const records = ledger === 'dossiers' ? dossiers(db, until) : entries(db, ledger, until);
  return [...records, ...remnants(db, ledger, until)];
}

function dossiers(db: Connection, until: LocalDate): PersonalPlace[] {
  return db
    .column<number>(
      `SELECT id FROM dossier WHERE max(coalesce(resolved_on, 0), coalesce(returned_on, 0)) BETWEEN 1 AND ?
         AND resolved_on IS NOT NULL
         AND (applicant_name IS NOT NULL OR person_id IS NOT NULL OR note IS NOT NULL) ORDER BY id`,
      storedDay(until) as number,
    )
    .map((id) => ({ kind: 'dossier', id }));
}

function entries(db: Connection, ledger: LedgerId, until: LocalDate): PersonalPlace[] {
  const definition = ledgerOf(ledger);
  const places: PersonalPlace[] = [];
  for (const [id, json] of db.iterateRaw<EntryRow>(
    'SELECT id, record FROM entry WHERE ledger = ? ORDER BY id',
    ledger,
  )) {
    const record: AnyRecord = parseRecord(definition, json as string);
    const ended = definition.due === null ? entryDay(definition, record) : record[definition.due.done ?? ''];
    if (typeof ended !== 'string' || ended > until || isAnonymousEntry(ledger, record)) continue;
    places.push({ kind: 'entry', ledger, id: id as number });
  }
  return places;
}

/** What undone imports and bad rows keep, by the day of the import. */
function remnants(db: Connection, ledger: ImportKind, until: LocalDate): PersonalPlace[] {
  const places: PersonalPlace[] = [];
  for (const { id: importId, kind, at, undoneIn, log, badRows } of allImports(db)) {
    if (kind !== ledger || at.slice(0, 10) > until) continue;
    const remarks = JSON.parse(badRows) as CellRemark[];
    for (const [index, { value }] of remarks.entries())
      if (value !== null) places.push({ kind: 'cell', importId, index });
    if (undoneIn === null) continue;
    for (const { rows } of archiveParts(db, undoneIn))
      for (const packed of rows) {
        const archived = unpackArchived(log, packed);
        const isAnonymous =
          log === DOSSIER_LOG
            ? isAnonymousDossier(archived.record as Dossier)
            : isAnonymousEntry(ledger as LedgerId, archived.record as AnyRecord);
        if (!isAnonymous) places.push({ kind: 'archived', importId, id: archived.id });
      }
  }
  return places;
}
