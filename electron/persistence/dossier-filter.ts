import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { foldWords } from '#shared/text/fold.ts';
import { knownFacts } from './counts.ts';
import { storedDay } from './days.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { TERM_KINDS, type Terms } from './terms.ts';

/** Days ahead within which a dossier is "due soon", today included. */
export const DUE_SOON_DAYS = 3;

/** Conditions on table `dossier` that hold together. */
export interface Conditions {
  /** The table, with the index to walk where the planner, who knows no sizes, would choose badly. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
  /** Newest receipt first. Written so that rows come out of the index that answers the conditions best. */
  readonly order: string;
}

/** Conditions that the index in list order answers by itself; with others, few rows are found first and then sorted. */
const IN_LIST_ORDER: ReadonlySet<string> = new Set(['state', 'channel', 'field', 'procedureCode', 'missing', 'receivedFrom', 'receivedTo']);

/** Small indexes that hold all dossiers of a state. */
const STATE_INDEX: { readonly [S in NonNullable<DossierFilter['state']>]?: string } = {
  pending: 'dossier_open',
  overdue: 'dossier_open',
  'due-soon': 'dossier_open',
  'not-counted': 'dossier_not_counted',
};

/** A filter as SQL. Conditions on facts become the list of facts codes known to the tally, which indexes hold. */
export function conditionsOf(filter: DossierFilter, today: LocalDate, db: Connection, terms: Terms): Conditions {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...bound: SqlValue[]): void => {
    parts.push(sql);
    values.push(...bound);
  };
  add(filter.deleted ? 'deleted = 1' : 'deleted = 0');
  addState(filter, today, db, add);
  if (filter.channel !== undefined) {
    const channel = filter.channel === 'unknown' ? null : filter.channel;
    add(factsIn(db, filter, (facts) => facts.channel === channel));
  }
  if (filter.missing !== undefined) addMissing(filter.missing, db, filter, add);
  if (filter.field !== undefined) addTerm('field', 'field', filter.field, terms, add);
  if (filter.procedureCode !== undefined) addTerm('procedure_code', 'procedure-code', filter.procedureCode, terms, add);
  if (filter.receivedFrom !== undefined) add('received_on >= ?', storedDay(filter.receivedFrom));
  if (filter.receivedTo !== undefined) add('received_on <= ?', storedDay(filter.receivedTo));
  if (filter.resolvedFrom !== undefined) add('resolved_on IS NOT NULL AND resolved_on >= ?', storedDay(filter.resolvedFrom));
  if (filter.resolvedTo !== undefined) add('resolved_on IS NOT NULL AND resolved_on <= ?', storedDay(filter.resolvedTo));
  if (filter.importId !== undefined) addImport(filter.importId, db, add);
  if (filter.search !== undefined) addSearch(filter.search, db, add);
  const index = filter.deleted ? 'dossier_deleted' : filter.state && STATE_INDEX[filter.state];
  const inListOrder = index === undefined && Object.keys(filter).every((key) => IN_LIST_ORDER.has(key));
  return {
    from: index === undefined ? 'dossier' : `dossier INDEXED BY ${index}`,
    where: parts.join(' AND '),
    values,
    // A unary plus keeps SQLite from walking the index in list order.
    order: inListOrder ? 'received_on DESC, id DESC' : '+received_on DESC, +id DESC',
  };
}

/** Holds for no dossier. A bare 0 would let SQLite forget the index it was told to use, and refuse. */
const NOTHING = 'facts = -1';

type Add = (sql: string, ...bound: SqlValue[]) => void;

function addState(filter: DossierFilter, today: LocalDate, db: Connection, add: Add): void {
  const open = 'counted = 1 AND resolved_on IS NULL';
  switch (filter.state) {
    case undefined:
      return;
    case 'pending':
      return add(open);
    case 'overdue':
      return add(`${open} AND due_on < ? AND NOT (${factsIn(db, filter, (facts) => facts.clockStopped)})`, storedDay(today));
    case 'due-soon':
      return add(`${open} AND due_on BETWEEN ? AND ?`, storedDay(today), storedDay(addDays(today, DUE_SOON_DAYS)));
    case 'resolved':
      return add(factsIn(db, filter, ({ timeliness }) => timeliness !== 'open' && timeliness !== 'open-no-due'));
    case 'late':
      return add(factsIn(db, filter, ({ timeliness }) => timeliness === 'late'));
    case 'not-counted':
      return add('counted = 0');
  }
}

function addMissing(missing: NonNullable<DossierFilter['missing']>, db: Connection, filter: DossierFilter, add: Add): void {
  switch (missing) {
    case 'dueOn':
      return add(factsIn(db, filter, ({ timeliness }) => timeliness === 'no-due' || timeliness === 'open-no-due'));
    case 'channel':
      return add(factsIn(db, filter, (facts) => facts.channel === null));
    case 'componentsDigitised':
      // What came online is digitised by nature (counting.md); only the others lack the flag.
      return add(factsIn(db, filter, (facts) => facts.components === null && facts.channel !== 'online'));
    case 'resultDigitised':
      return add(factsIn(db, filter, (facts) => facts.result === null));
    case 'paperParallel':
      return add(factsIn(db, filter, (facts) => facts.parallel === null));
  }
}

/** Facts codes for which a condition holds. Deleted dossiers are in no tally: theirs are looked up. */
function factsIn(db: Connection, filter: DossierFilter, holds: (facts: DossierFacts) => boolean): string {
  const known = filter.deleted
    ? db.allRaw<[number]>('SELECT DISTINCT facts FROM dossier WHERE deleted = 1')
    : db.allRaw<[number]>('SELECT DISTINCT facts FROM tally');
  const held = known.map(([code]) => code).filter((code) => holds(knownFacts(code)));
  return held.length === 0 ? NOTHING : `facts IN (${held.join(',')})`;
}

function addTerm(column: string, kind: 'field' | 'procedure-code', text: string, terms: Terms, add: Add): void {
  const id = text === '' ? null : terms.find(kind, text);
  if (text === '') add(`${column} IS NULL`);
  else if (id === null) add(NOTHING);
  else add(`${column} = ?`, id);
}

/** Dossiers that an import added or changed. */
function addImport(importId: number, db: Connection, add: Add): void {
  const row = db.get<{ change_set: number; first_id: number | null; last_id: number | null }>(
    'SELECT change_set, first_id, last_id FROM import WHERE id = ?', importId,
  );
  if (!row) return add(NOTHING);
  add(
    '(id BETWEEN ? AND ? AND created_in = ? OR id IN (SELECT dossier FROM change WHERE change_set = ?))',
    row.first_id ?? 0, row.last_id ?? 0, row.change_set, row.change_set,
  );
}

/** Every word must stand in the code, the applicant, the person id, or the procedure's name. */
function addSearch(search: string, db: Connection, add: Add): void {
  for (const word of foldWords(search).split(' ')) {
    if (word === '') continue;
    const named = db.allRaw<[number]>('SELECT id FROM term WHERE kind = ? AND instr(folded, ?) > 0', TERM_KINDS['procedure-name'], word);
    if (named.length === 0) add('instr(search, ?) > 0', word);
    else add(`(procedure_name IN (${named.map(([id]) => id).join(',')}) OR instr(search, ?) > 0)`, word);
  }
}
