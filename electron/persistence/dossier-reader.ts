import type { DossierReader, FactMember, Membership } from '#electron/application/ports.ts';
import type { DossierCountSource } from '#shared/domain/count-source.ts';
import { DOSSIER_FIELDS, type DossierField } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { ChangeEntry, DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { ChangedFields } from './change-fields.ts';
import { knownFacts, SqliteCounts } from './counts.ts';
import { readKnownDay, storedDay } from './days.ts';
import { conditionsOf } from './dossier-filter.ts';
import { RECORD_COLUMNS, type RecordRow, readRecord, readState } from './dossier-row.ts';
import type { Connection } from './open-database.ts';
import { Terms } from './terms.ts';

const SELECT = `SELECT ${RECORD_COLUMNS.join(', ')}, resolved_on, facts, counted FROM dossier`;
const RESOLVED_ON = RECORD_COLUMNS.length;

/** Condition of an axis and the days it is given. */
function membersOf(axis: Membership, from: number, to: number): { where: string; days: number[] } {
  switch (axis) {
    case 'received':
      return { where: 'received_on BETWEEN ? AND ?', days: [from, to] };
    case 'resolved':
      return { where: 'resolved_on IS NOT NULL AND resolved_on BETWEEN ? AND ?', days: [from, to] };
    case 'pending':
      return { where: 'received_on <= ? AND (resolved_on IS NULL OR resolved_on > ?)', days: [to, to] };
    case 'carried-over':
      return { where: 'received_on < ? AND (resolved_on IS NULL OR resolved_on >= ?)', days: [from, from] };
  }
}

/** Committed dossiers. */
export class SqliteDossiers implements DossierReader {
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly counts: DossierCountSource;

  constructor(db: Connection) {
    this.#db = db;
    this.#terms = new Terms(db);
    this.counts = new SqliteCounts(db, this.#terms);
  }

  members(axis: Membership, from: LocalDate, to: LocalDate): FactMember[] {
    const { where, days } = membersOf(axis, storedDay(from) as number, storedDay(to) as number);
    // Only what is pending can be overdue: no due day lies before day 0.
    const dueBefore = axis === 'pending' ? storedDay(to) : 0;
    const rows = this.#db.allRaw<[number, string, number, number]>(
      `SELECT id, code, facts, coalesce(due_on < ?, 0) FROM dossier WHERE deleted = 0 AND counted = 1 AND ${where} ORDER BY code, id`,
      dueBefore,
      ...days,
    );
    return rows.map(([id, code, facts, late]) => {
      const known = knownFacts(facts);
      return { id, code, facts: known, overdue: late === 1 && !known.clockStopped };
    });
  }

  index(filter: DossierFilter, today: LocalDate): Uint32Array {
    const { from, where, values, order } = conditionsOf(filter, today, this.#db, this.#terms);
    const ids = Uint32Array.from(
      this.#db.column<number>(`SELECT id FROM ${from} WHERE ${where} ORDER BY ${order}`, ...values),
    );
    return ids;
  }

  rows(ids: readonly number[], today: LocalDate): StoredDossier[] {
    return ids.flatMap((id) => this.get(id, today) ?? []);
  }

  get(id: number, today: LocalDate): StoredDossier | null {
    return this.#stored(this.#db.getRaw(`${SELECT} WHERE id = ?`, id), today);
  }

  byCode(code: string, today: LocalDate): StoredDossier | null {
    return this.#stored(
      this.#db.getRaw(`${SELECT} WHERE coalesce(code_key, code) = ?`, dossierKey(code)),
      today,
    );
  }

  find(query: string, limit: number, today: LocalDate): StoredDossier[] {
    if (query.trim() === '') return [];
    const { where, values } = conditionsOf({ search: query }, today, this.#db, this.#terms);
    const rows = this.#db.allRaw<RecordRow>(
      `${SELECT} WHERE ${where} ORDER BY received_on DESC, id DESC LIMIT ?`,
      ...values,
      limit,
    );
    return rows.flatMap((row) => this.#stored(row, today) ?? []);
  }

  history(id: number): ChangeEntry[] {
    const created = this.#db.all<SetRow>(
      'SELECT s.* FROM dossier d JOIN change_set s ON s.id = d.created_in WHERE d.id = ?',
      id,
    );
    const changes = this.#db.all<SetRow & { fields: string }>(
      `SELECT s.*, c.fields FROM change c JOIN change_set s ON s.id = c.change_set WHERE c.dossier = ? ORDER BY s.id`,
      id,
    );
    // What undoing an import took back is told by the import's own changes, read the other way round.
    const takenBack = this.#db.all<SetRow & { fields: string }>(
      `SELECT s.*, c.fields FROM change c JOIN import i ON i.change_set = c.change_set JOIN change_set s ON s.id = i.undone_in
       WHERE c.dossier = ? ORDER BY s.id`,
      id,
    );
    const entries = [
      ...created.map((set) => ({
        set: set.id,
        entry: entryOf(set, [], set.kind === 'imported' ? 'imported' : 'created'),
      })),
      ...changes.map((row) => ({ set: row.id, entry: entryOf(row, fieldsOf(row.fields, false)) })),
      ...takenBack.map((row) => ({ set: row.id, entry: entryOf(row, fieldsOf(row.fields, true)) })),
    ];
    return entries.sort((a, b) => a.set - b.set).map(({ entry }) => entry);
  }

  fields(): string[] {
    return this.#terms.all('field');
  }

  isEmpty(): boolean {
    return this.#db.value('SELECT 1 FROM dossier WHERE deleted = 0 LIMIT 1') === undefined;
  }

  span(): { first: LocalDate; last: LocalDate } | null {
    const row = this.#db.getRaw<[number | null, number | null, number | null, number | null]>(`
      SELECT (SELECT received_on FROM dossier WHERE deleted = 0 AND counted = 1 ORDER BY received_on LIMIT 1),
             (SELECT received_on FROM dossier WHERE deleted = 0 AND counted = 1 ORDER BY received_on DESC LIMIT 1),
             (SELECT min(resolved_on) FROM dossier WHERE deleted = 0 AND resolved_on IS NOT NULL),
             (SELECT max(resolved_on) FROM dossier WHERE deleted = 0 AND resolved_on IS NOT NULL)`);
    const found: readonly (number | null)[] = row ?? [];
    const days = found.filter((day) => day !== null);
    return days.length === 0
      ? null
      : { first: readKnownDay(Math.min(...days)), last: readKnownDay(Math.max(...days)) };
  }

  todo(today: LocalDate, days: number): { pending: number; overdue: number; dueSoon: number } {
    let pending = 0;
    let overdue = 0;
    for (const group of this.counts.pendingAt(today, false)) {
      pending += group.count;
      if (group.overdue) overdue += group.count;
    }
    const dueSoon = this.#db.value<number>(
      'SELECT count(*) FROM dossier WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL AND due_on BETWEEN ? AND ?',
      storedDay(today),
      storedDay(addDays(today, days)),
    );
    return { pending, overdue, dueSoon: dueSoon ?? 0 };
  }

  #stored(row: RecordRow | undefined, today: LocalDate): StoredDossier | null {
    if (!row) return null;
    const { id, changedIn, deleted } = readState(row);
    const record = readRecord(row, this.#terms);
    const open = row[RESOLVED_ON] === null && row[RESOLVED_ON + 2] === 1 && !deleted;
    const overdue =
      open &&
      record.dueOn !== null &&
      record.dueOn < today &&
      !knownFacts(row[RESOLVED_ON + 1] as number).clockStopped;
    return { id, version: changedIn, record, overdue, deleted };
  }
}

interface SetRow {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly import_id: number | null;
}

function entryOf(set: SetRow, fields: ChangeEntry['fields'], kind = set.kind): ChangeEntry {
  return {
    at: set.at,
    user: set.user,
    kind: kind as ChangeEntry['kind'],
    importId: set.import_id,
    reason: set.reason,
    changeSet: set.id,
    fields,
  };
}

const NAMED = new Set<string>(DOSSIER_FIELDS);

function fieldsOf(json: string, reversed: boolean): ChangeEntry['fields'] {
  return Object.entries(JSON.parse(json) as ChangedFields)
    .filter(([field]) => NAMED.has(field))
    .map(([field, [before, after]]) => ({
      field: field as DossierField,
      from: asText(reversed ? after : before),
      to: asText(reversed ? before : after),
    }));
}

function asText(value: string | boolean | null): string | null {
  return value === null ? null : String(value);
}
