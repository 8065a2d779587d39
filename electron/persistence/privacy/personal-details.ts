import type { PersonalDetail, PersonalPlace, PersonalValue } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryTitle } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { citizenFields, DOSSIER_CITIZEN_FIELDS } from '#shared/domain/privacy/personal-fields.ts';
import type { CellRemark, ImportKind } from '#shared/ipc/contract/imports.ts';
import type { ChangedFields } from '../change-fields.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from '../change-log.ts';
import { RECORD_COLUMNS, readRecord, readState } from '../dossier-row.ts';
import { ENTRY_COLUMNS, type EntryRow, readEntry } from '../entry-row.ts';
import type { Connection, SqlValue } from '../open-database.ts';
import type { Terms } from '../terms.ts';
import { type ArchivedRecord, archiveParts, importOf, unpackArchived } from './archived-records.ts';

/** What stands at a place; null where nothing does any more. */
export function detailOf(db: Connection, terms: Terms, place: PersonalPlace): PersonalDetail | null {
  switch (place.kind) {
    case 'dossier':
      return ofDossier(db, terms, place);
    case 'entry':
      return ofEntry(db, place);
    case 'archived':
      return ofArchived(db, place);
    case 'cell':
      return ofCell(db, place);
    case 'reason':
      return ofReason(db, place);
  }
}

type At<K extends PersonalPlace['kind']> = Extract<PersonalPlace, { kind: K }>;

function ofDossier(db: Connection, terms: Terms, place: At<'dossier'>): PersonalDetail | null {
  const row = db.getRaw<SqlValue[]>(
    `SELECT ${RECORD_COLUMNS.join(', ')} FROM dossier WHERE id = ?`,
    place.id,
  );
  if (row === undefined) return null;
  const record = readRecord(row, terms);
  return {
    place,
    ledger: 'dossiers',
    title: record.code,
    deleted: readState(row).deleted,
    values: valuesOf(record),
    former: formerOf(db, DOSSIER_LOG, place.id, DOSSIER_CITIZEN_FIELDS),
  };
}

function ofEntry(db: Connection, place: At<'entry'>): PersonalDetail | null {
  const row = db.getRaw<EntryRow>(
    `SELECT ${ENTRY_COLUMNS.join(', ')} FROM entry WHERE id = ? AND ledger = ?`,
    place.id,
    place.ledger,
  );
  if (row === undefined) return null;
  const { record, deleted } = readEntry(row);
  return {
    place,
    ledger: place.ledger,
    title: entryTitle(ledgerOf(place.ledger), record),
    deleted,
    values: valuesOf(record),
    former: formerOf(db, ENTRY_LOG, place.id, citizenFields(place.ledger)),
  };
}

function ofArchived(db: Connection, place: At<'archived'>): PersonalDetail | null {
  const { undoneIn, log, file } = importOf(db, place.importId);
  if (undoneIn === null) return null;
  for (const { rows } of archiveParts(db, undoneIn))
    for (const packed of rows) {
      const archived = unpackArchived(log, packed);
      if (archived.id !== place.id) continue;
      return {
        place,
        ledger: archived.ledger ?? 'dossiers',
        title: `${titleOf(archived)} (${file})`,
        deleted: true,
        values: valuesOf(archived.record),
        former: formerOf(db, log, place.id, fieldsOf(archived.ledger)),
      };
    }
  return null;
}

function titleOf({ ledger, record }: ArchivedRecord): string {
  return ledger === null ? (record as Dossier).code : entryTitle(ledgerOf(ledger), record as AnyRecord);
}

const fieldsOf = (ledger: LedgerId | null): readonly string[] =>
  ledger === null ? DOSSIER_CITIZEN_FIELDS : citizenFields(ledger);

function ofCell(db: Connection, place: At<'cell'>): PersonalDetail | null {
  const { badRows, file, kind } = importOf(db, place.importId);
  const remark = (JSON.parse(badRows) as CellRemark[])[place.index];
  if (remark === undefined || remark.value === null) return null;
  return {
    place,
    ledger: kind,
    title: `${file}, ${remark.row}`,
    deleted: false,
    values: [{ field: remark.column ?? '', value: remark.value }],
    former: [],
  };
}

function ofReason(db: Connection, place: At<'reason'>): PersonalDetail | null {
  const [at, reason] =
    db.getRaw<[string, string | null]>('SELECT at, reason FROM change_set WHERE id = ?', place.changeSet) ??
    [];
  if (at === undefined || reason == null) return null;
  const ofEntries =
    db.value('SELECT 1 FROM entry_change WHERE change_set = ?', place.changeSet) !== undefined;
  const ledger: ImportKind = ofEntries ? 'petitions' : 'dossiers';
  return {
    place,
    ledger,
    title: at,
    deleted: false,
    values: [{ field: 'reason', value: reason }],
    former: [],
  };
}

/** All that is given of a record, in the order of its fields. */
function valuesOf(record: object): PersonalValue[] {
  return Object.entries(record).flatMap(([field, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [{ field, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }];
  });
}

/** Values that history tells of and that something else stands in place of now. */
function formerOf(
  db: Connection,
  { changes, records }: LogTables,
  id: number,
  fields: readonly string[],
): PersonalValue[] {
  const rows = db.column<string>(
    `SELECT fields FROM ${changes} WHERE ${records} = ? ORDER BY change_set`,
    id,
  );
  const former = new Map<string, PersonalValue>();
  for (const json of rows)
    for (const [field, [value]] of Object.entries(JSON.parse(json) as ChangedFields)) {
      if (!fields.includes(field) || typeof value !== 'string') continue;
      former.set(`${field} ${value}`, { field, value });
    }
  return [...former.values()];
}
