import type { NumberSearch } from '#electron/application/ports.ts';
import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import { DUE_SOON_DAYS } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { numberKey } from '#shared/domain/person-number.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { foldWords } from '#shared/text/fold.ts';
import { DOSSIER_LOG } from './change-log.ts';
import { storedDay } from './days.ts';
import { factsIn } from './dossier-condition.ts';
import { importedRecords } from './import-tables.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { STOPPED_BY_FACTS, stoppedOn } from './suspended.ts';
import { TERM_KINDS, type Terms } from './terms.ts';

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
const IN_LIST_ORDER: ReadonlySet<string> = new Set([
  'state',
  'counted',
  'channel',
  'field',
  'procedureCode',
  'missing',
  'receivedFrom',
  'receivedTo',
]);

/** Small indexes that hold all dossiers of a state. */
const STATE_INDEX: { readonly [S in NonNullable<DossierFilter['state']>]?: string } = {
  pending: 'dossier_open',
  overdue: 'dossier_open',
  'due-soon': 'dossier_open',
  'not-counted': 'dossier_not_counted',
};

/** A condition and the values it is given. */
type Condition = readonly [string, ...SqlValue[]];

function hasDue({ dueFrom, dueTo }: DossierFilter): boolean {
  return dueFrom !== undefined || dueTo !== undefined;
}

/** Holds for no dossier. A bare 0 would let SQLite forget the index it was told to use, and refuse. */
const NOTHING = 'facts = -1';

/** A filter as SQL. Conditions on facts become the list of facts codes known to the tally, which indexes hold. */
export function conditionsOf(
  filter: DossierFilter,
  today: LocalDate,
  db: Connection,
  terms: Terms,
  numbers: NumberSearch = 'whole',
): Conditions {
  const deleted = filter.deleted === true;
  const facts: FactsList = (holds) => {
    const held = factsIn(db, deleted, holds);
    return held.length === 0 ? NOTHING : `facts IN (${held.join(',')})`;
  };
  const running: Running = () => {
    const stopped = stoppedOn(db, today, null, deleted).map(({ id }) => id);
    return [[`NOT ${STOPPED_BY_FACTS}`], [`id NOT IN (${stopped.join(',')})`]];
  };
  const conditions: Condition[] = [
    [filter.deleted ? 'deleted = 1' : 'deleted = 0'],
    ...(filter.counted ? ([['counted = 1']] as const) : []),
    ...stateConditions(filter.state, today, facts, running),
    ...missingConditions(filter, facts),
    ...termConditions(filter, terms),
    ...dayConditions(filter),
    ...importConditions(filter.importId, db),
    ...searchConditions(filter.search ?? '', numbers, db),
  ];
  const index = filter.deleted
    ? 'dossier_deleted'
    : ((filter.state && STATE_INDEX[filter.state]) ?? (hasDue(filter) ? 'dossier_due' : undefined));
  const inListOrder = index === undefined && Object.keys(filter).every((key) => IN_LIST_ORDER.has(key));
  return {
    from: index === undefined ? 'dossier' : `dossier INDEXED BY ${index}`,
    where: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
    // A unary plus keeps SQLite from walking the index in list order.
    order: inListOrder ? 'received_on DESC, id DESC' : '+received_on DESC, +id DESC',
  };
}

/** The condition that a dossier's facts are such. */
type FactsList = (holds: (facts: DossierFacts) => boolean) => string;

/** That the clock runs today: neither the status nor a recorded span stops it. */
type Running = () => Condition[];

function stateConditions(
  state: DossierFilter['state'],
  today: LocalDate,
  facts: FactsList,
  running: Running,
): Condition[] {
  const open: Condition = ['counted = 1 AND resolved_on IS NULL'];
  switch (state) {
    case undefined:
      return [];
    case 'pending':
      return [open];
    case 'overdue':
      return [open, ['due_on < ?', storedDay(today)], ...running()];
    case 'due-soon':
      return [
        open,
        ['due_on BETWEEN ? AND ?', storedDay(today), storedDay(addDays(today, DUE_SOON_DAYS))],
        ...running(),
      ];
    case 'resolved':
      return [[facts(({ timeliness }) => timeliness !== 'open' && timeliness !== 'open-no-due')]];
    case 'early':
    case 'late':
      return [[facts(({ timeliness }) => timeliness === state)]];
    case 'on-time':
      // As the flow table has it: what ended without a due day is among them.
      return [[facts(({ timeliness }) => timeliness === 'on-time' || timeliness === 'no-due')]];
    case 'not-counted':
      return [['counted = 0']];
  }
}

/** What each kind of missing data means to the formula that needs it: the very dossiers that it counts as lacking it. */
const LACKS: Readonly<Record<NonNullable<DossierFilter['missing']>, (facts: DossierFacts) => boolean>> = {
  dueOn: ({ timeliness }) => timeliness === 'no-due' || timeliness === 'open-no-due',
  channel: ({ channel }) => channel === null,
  // What came online is digitised by nature (counting.md); only the others lack the flag.
  componentsDigitised: ({ components, channel }) => components === null && channel !== 'online',
  resultDigitised: ({ result, issuesDocument, ending }) =>
    result === null && issuesDocument !== false && (ending === null || ending === 'approved'),
  paperParallel: ({ parallel, inSoftware }) => parallel === null && inSoftware === true,
  inSoftware: ({ inSoftware }) => inSoftware === null,
};

function missingConditions({ channel, missing }: DossierFilter, facts: FactsList): Condition[] {
  const conditions: Condition[] = [];
  if (channel !== undefined) conditions.push([facts((known) => (known.channel ?? 'unknown') === channel)]);
  // What is never counted lacks nothing.
  if (missing !== undefined) conditions.push(['counted = 1'], [facts(LACKS[missing])]);
  return conditions;
}

function termConditions({ field, procedureCode, procedureCodes }: DossierFilter, terms: Terms): Condition[] {
  const conditions: Condition[] = [];
  if (field !== undefined) conditions.push(termCondition('field', 'field', field, terms));
  if (procedureCode !== undefined) {
    conditions.push(termCondition('procedure_code', 'procedure-code', procedureCode, terms));
  }
  if (procedureCodes !== undefined) {
    const ids = procedureCodes.flatMap((code) => terms.find('procedure-code', code) ?? []);
    conditions.push([`procedure_code IN (${ids.join(',')})`]);
  }
  return conditions;
}

function termCondition(
  column: string,
  kind: 'field' | 'procedure-code',
  text: string,
  terms: Terms,
): Condition {
  if (text === '') return [`${column} IS NULL`];
  const id = terms.find(kind, text);
  return id === null ? [NOTHING] : [`${column} = ?`, id];
}

function dayConditions(filter: DossierFilter): Condition[] {
  const { receivedFrom, receivedTo, dueFrom, dueTo, resolvedFrom, resolvedTo } = filter;
  const conditions: Condition[] = [];
  if (hasDue(filter)) conditions.push(['due_on IS NOT NULL']);
  if (dueFrom !== undefined) conditions.push(['due_on >= ?', storedDay(dueFrom)]);
  if (dueTo !== undefined) conditions.push(['due_on <= ?', storedDay(dueTo)]);
  if (receivedFrom !== undefined) conditions.push(['received_on >= ?', storedDay(receivedFrom)]);
  if (receivedTo !== undefined) conditions.push(['received_on <= ?', storedDay(receivedTo)]);
  // Said twice for the index that holds only resolved ones.
  if (resolvedFrom !== undefined || resolvedTo !== undefined) conditions.push(['resolved_on IS NOT NULL']);
  if (resolvedFrom !== undefined) conditions.push(['resolved_on >= ?', storedDay(resolvedFrom)]);
  if (resolvedTo !== undefined) conditions.push(['resolved_on <= ?', storedDay(resolvedTo)]);
  return conditions;
}

/** Dossiers that an import added or changed. */
function importConditions(importId: number | undefined, db: Connection): Condition[] {
  if (importId === undefined) return [];
  const imported = importedRecords(db, DOSSIER_LOG, importId);
  return imported === null ? [[NOTHING]] : [[imported.sql, ...imported.values]];
}

/** Where the person id begins in the search text (dossier-row.ts), at the line end before it; behind its end without one. */
const NUMBER_AT = `CASE WHEN person_id IS NULL THEN length(search) + 1 ELSE instr(search, char(10)) +
  CASE WHEN applicant_name IS NULL THEN 0 ELSE instr(substr(search, instr(search, char(10)) + 1), char(10)) END END`;
/** The person id in the form of `numberKey`, as far as it is digits. */
const NUMBER_KEY = `replace(replace(replace(substr(search, (${NUMBER_AT}) + 1), ' ', ''), '.', ''), '-', '')`;

const DIGIT = /\p{Nd}/u;

/**
 * Every word must stand in the code, the applicant, the procedure's name, or the person id: in any part of that one for
 * whoever may see it, else only as the whole of it, because a search by parts would tell the hidden digits one by one.
 * A word without a digit tells none.
 */
function searchConditions(search: string, numbers: NumberSearch, db: Connection): Condition[] {
  const typed = foldWords(search);
  const words = typed.split(' ').filter((word) => word !== '');
  const conditions = words.map((word): Condition => {
    const [text, ...values]: Condition =
      numbers === 'part' || !DIGIT.test(word)
        ? ['instr(search, ?) > 0', word]
        : [
            `(instr(search, ?) > 0 AND (instr(search, ?) < ${NUMBER_AT} OR ${NUMBER_KEY} = ?))`,
            word,
            word,
            numberKey(word),
          ];
    const named = db.column<number>(
      'SELECT id FROM term WHERE kind = ? AND instr(folded, ?) > 0',
      TERM_KINDS['procedure-name'],
      word,
    );
    return named.length === 0
      ? [text, ...values]
      : [`(procedure_name IN (${named.join(',')}) OR ${text})`, ...values];
  });
  const whole = numberKey(typed);
  // A number as it stands on a card, in groups.
  if (whole === typed || conditions.length === 0) return conditions;
  const parts = conditions.map(([sql]) => sql).join(' AND ');
  return [
    [
      `((${parts}) OR (person_id IS NOT NULL AND ${NUMBER_KEY} = ?))`,
      ...conditions.flatMap(([, ...values]) => values),
      whole,
    ],
  ];
}
