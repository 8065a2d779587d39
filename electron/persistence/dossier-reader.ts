import type {
  DayCounts,
  DossierReader,
  FactMember,
  KnownDossier,
  Membership,
  NumberSearch,
  SimilarDossier,
  TypedDossier,
} from '#electron/application/ports.ts';
import type { DossierCondition, DossierCountSource } from '#shared/domain/count-source.ts';
import { DOSSIER_FIELDS, type Dossier } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { isStoppedAt } from '#shared/domain/suspensions.ts';
import type { ChangeEntry, DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { DOSSIER_LOG } from './change-log.ts';
import { SqliteCounts } from './counts.ts';
import { dayCounts } from './day-counts.ts';
import { readKnownDay, storedDay } from './days.ts';
import { conditionOf } from './dossier-condition.ts';
import { conditionsOf } from './dossier-filter.ts';
import { RECORD_COLUMNS, type RecordRow, readRecord, readState } from './dossier-row.ts';
import { knownFacts } from './fact-groups.ts';
import { historyOf } from './history.ts';
import type { Connection } from './open-database.ts';
import { pagesByIds, rowsByIds } from './rows-by-ids.ts';
import { similarDossiers } from './similar-dossiers.ts';
import { asStopped, isCovered, stoppedOn } from './suspended.ts';
import { Terms } from './terms.ts';

const SELECT = `SELECT ${RECORD_COLUMNS.join(', ')}, resolved_on, counted FROM dossier`;
const NAMED: ReadonlySet<string> = new Set(DOSSIER_FIELDS);
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

  members(axis: Membership, from: LocalDate, to: LocalDate, filter?: DossierCondition): FactMember[] {
    const { where, days } = membersOf(axis, storedDay(from) as number, storedDay(to) as number);
    const condition = conditionOf(filter, this.#db, this.#terms);
    // Only what is pending can be overdue: no due day lies before day 0.
    const pending = axis === 'pending';
    const rows = this.#db.allRaw<[number, string, number, number, string | null]>(
      `SELECT id, code, facts, coalesce(due_on < ?, 0), suspensions FROM dossier
       WHERE deleted = 0 AND counted = 1 AND ${where}${condition ? ` AND ${condition.sql}` : ''} ORDER BY code, id`,
      pending ? storedDay(to) : 0,
      ...days,
      ...(condition?.values ?? []),
    );
    return rows.map(([id, code, facts, late, suspensions]) => {
      const known = knownFacts(pending && isCovered(suspensions, to) ? asStopped(facts) : facts);
      return { id, code, facts: known, overdue: late === 1 && !known.clockStopped };
    });
  }

  index(filter: DossierFilter, today: LocalDate, numbers?: NumberSearch): Uint32Array {
    const { from, where, values, order } = conditionsOf(filter, today, this.#db, this.#terms, numbers);
    const ids = Uint32Array.from(
      this.#db.column<number>(`SELECT id FROM ${from} WHERE ${where} ORDER BY ${order}`, ...values),
    );
    return ids;
  }

  rows(ids: readonly number[], today: LocalDate): StoredDossier[] {
    return rowsByIds<RecordRow>(this.#db, SELECT, ids).flatMap((row) => this.#stored(row, today) ?? []);
  }

  *batches(filter: DossierFilter, today: LocalDate, numbers?: NumberSearch): Generator<Dossier[]> {
    for (const page of pagesByIds<RecordRow>(this.#db, SELECT, this.index(filter, today, numbers)))
      yield page.map((row) => readRecord(row, this.#terms));
  }

  similar(typed: TypedDossier, today: LocalDate): SimilarDossier[] {
    return similarDossiers(this.#db, this.#terms, typed, today).flatMap(({ id, why }) => {
      const dossier = this.get(id, today);
      return dossier ? [{ dossier, why }] : [];
    });
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

  find(query: string, limit: number, today: LocalDate, numbers?: NumberSearch): StoredDossier[] {
    if (query.trim() === '') return [];
    const { where, values } = conditionsOf({ search: query }, today, this.#db, this.#terms, numbers);
    const rows = this.#db.allRaw<RecordRow>(
      `${SELECT} WHERE ${where} ORDER BY received_on DESC, id DESC LIMIT ?`,
      ...values,
      limit,
    );
    return rows.flatMap((row) => this.#stored(row, today) ?? []);
  }

  history(id: number): ChangeEntry[] {
    // Only fields of a dossier are told of, as ChangeEntry has it.
    return historyOf(this.#db, DOSSIER_LOG, id, NAMED) as ChangeEntry[];
  }

  fields(): string[] {
    return this.#terms.all('field');
  }

  recorded(kind: 'procedure-code' | 'handler'): string[] {
    return this.#terms.all(kind);
  }

  *whole(): Generator<KnownDossier[]> {
    const page = `SELECT ${RECORD_COLUMNS.join(', ')} FROM dossier WHERE id > ? AND deleted = 0 ORDER BY id LIMIT 2000`;
    let last = 0;
    for (let rows = this.#db.allRaw<RecordRow>(page, last); rows.length > 0; ) {
      yield rows.map((row) => ({ ...readState(row), record: readRecord(row, this.#terms) }));
      last = rows.at(-1)?.[0] as number;
      rows = this.#db.allRaw<RecordRow>(page, last);
    }
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

  dayCounts(from: LocalDate, to: LocalDate, today: LocalDate): DayCounts[] {
    return dayCounts(this.#db, from, to, today);
  }

  todo(today: LocalDate, days: number): { pending: number; overdue: number; dueSoon: number } {
    let pending = 0;
    let overdue = 0;
    for (const group of this.counts.pendingAt(today, false)) {
      pending += group.count;
      if (group.overdue) overdue += group.count;
    }
    return { pending, overdue, dueSoon: this.#dueWithin(today, days) };
  }

  /** Dossiers that run and are due from today to `days` calendar days ahead. */
  #dueWithin(today: LocalDate, days: number): number {
    const first = storedDay(today) as number;
    const last = storedDay(addDays(today, days)) as number;
    const rows = this.#db.allRaw<[number, number]>(
      `SELECT facts, count(*) FROM dossier INDEXED BY dossier_open
       WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL AND due_on BETWEEN ? AND ? GROUP BY facts`,
      first,
      last,
    );
    let due = 0;
    for (const [facts, count] of rows) if (!knownFacts(facts).clockStopped) due += count;
    const stopped = stoppedOn(this.#db, today, { sql: 'resolved_on IS NULL', values: [] }).filter(
      ({ dueOn }) => dueOn !== null && dueOn >= first && dueOn <= last,
    );
    return due - stopped.length;
  }

  #stored(row: RecordRow | undefined, today: LocalDate): StoredDossier | null {
    if (!row) return null;
    const { id, changedIn, deleted } = readState(row);
    const record = readRecord(row, this.#terms);
    const open = row[RESOLVED_ON] === null && row[RESOLVED_ON + 1] === 1 && !deleted;
    const overdue = open && record.dueOn !== null && record.dueOn < today && !isStoppedAt(record, today);
    return { id, version: changedIn, record, overdue, deleted };
  }
}
