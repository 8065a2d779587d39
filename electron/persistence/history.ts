import type { ChangeSetEntry } from '#shared/ipc/contract/dossiers.ts';
import type { ChangedFields } from './change-fields.ts';
import type { LogTables } from './change-log.ts';
import { originsOf, SqliteMerges } from './merges.ts';
import type { Connection } from './open-database.ts';

interface SetRow {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly kind: ChangeSetEntry['kind'];
  readonly reason: string | null;
  readonly import_id: number | null;
  /** Periods whose signed figures it changed, with commas between. */
  readonly corrects: string | null;
}

const SET = "s.*, (SELECT group_concat(period, ',') FROM correction WHERE change_set = s.id) AS corrects";

/** Every change ever made to a record, its creation first. `fields`: those that people know; others are left out. */
export function historyOf(
  db: Connection,
  { records, changes }: LogTables,
  id: number,
  fields: ReadonlySet<string>,
): ChangeSetEntry[] {
  const created = db.all<SetRow>(
    `SELECT ${SET} FROM ${records} r JOIN change_set s ON s.id = r.created_in WHERE r.id = ?`,
    id,
  );
  const changed = db.all<SetRow & { fields: string }>(
    `SELECT ${SET}, c.fields FROM ${changes} c JOIN change_set s ON s.id = c.change_set WHERE c.${records} = ? ORDER BY s.id`,
    id,
  );
  // What undoing an import took back is told by the import's own changes, read the other way round.
  const takenBack = db.all<SetRow & { fields: string }>(
    `SELECT ${SET}, c.fields FROM ${changes} c JOIN import i ON i.change_set = c.change_set JOIN change_set s ON s.id = i.undone_in
     WHERE c.${records} = ? ORDER BY s.id`,
    id,
  );
  const entries = [
    ...created.map((set) => ({
      set: set.id,
      entry: { ...entryOf({ ...set, kind: wayIn(set.kind) }, []), ...originsAt(db, records, id) },
    })),
    ...changed.map((row) => ({ set: row.id, entry: entryOf(row, fieldsOf(row.fields, fields, false)) })),
    ...takenBack.map((row) => ({ set: row.id, entry: entryOf(row, fieldsOf(row.fields, fields, true)) })),
  ];
  return entries.sort((a, b) => a.set - b.set).map(({ entry }) => entry);
}

function wayIn(kind: SetRow['kind']): SetRow['kind'] {
  return kind === 'imported' || kind === 'merged' ? kind : 'created';
}

/** The former units' books that a record came from, or was joined with; nothing where it was recorded here alone. */
function originsAt(db: Connection, kind: LogTables['records'], id: number): Pick<ChangeSetEntry, 'origins'> {
  const origins = originsOf(db, kind, id);
  if (origins.length === 0) return {};
  const merges = new Map(new SqliteMerges(db).list().map((merge) => [merge.number, merge]));
  return {
    origins: origins.map(({ merge, source, was, code, joined }) => {
      const unit = merges.get(merge)?.units[source];
      return {
        unitCode: unit?.code ?? '',
        unitName: (unit?.name ?? '').slice(0, 300),
        id: was,
        code: code?.slice(0, 200) ?? null,
        joined,
      };
    }),
  };
}

function entryOf(set: SetRow, fields: ChangeSetEntry['fields']): ChangeSetEntry {
  return {
    at: set.at,
    user: set.user,
    kind: set.kind,
    importId: set.import_id,
    reason: set.reason,
    changeSet: set.id,
    fields,
    ...(set.corrects === null ? {} : { corrects: set.corrects.split(',') }),
  };
}

function fieldsOf(json: string, known: ReadonlySet<string>, reversed: boolean): ChangeSetEntry['fields'] {
  return Object.entries(JSON.parse(json) as ChangedFields)
    .filter(([field]) => known.has(field))
    .map(([field, [before, after]]) => ({
      field,
      from: asText(reversed ? after : before),
      to: asText(reversed ? before : after),
    }));
}

/** A value as history tells it; a list (recorded suspensions) as JSON, an empty one as nothing. */
function asText(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : JSON.stringify(value);
  return value === null || value === undefined ? null : String(value);
}
