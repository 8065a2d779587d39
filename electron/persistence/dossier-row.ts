import type {
  Channel,
  DigitisedFlag,
  Dossier,
  DossierStatus,
  Outcome,
  Suspension,
} from '#shared/domain/dossier.ts';
import { encodeFacts, factsOf, isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { fold } from '#shared/text/fold.ts';
import { readDay, readKnownDay, storedDay } from './days.ts';
import type { SqlValue } from './open-database.ts';
import type { Terms } from './terms.ts';

/**
 * Numbers by which storage names the values of closed lists. They are part of the stored form: never renumbered,
 * whatever the order in the domain's lists becomes.
 */
const CHANNEL = { direct: 1, online: 2, post: 3 } as const satisfies Record<Channel, number>;
const OUTCOME = { approved: 1, refused: 2, withdrawn: 3, stopped: 4 } as const satisfies Record<
  Outcome,
  number
>;
const FLAG = { yes: 1, no: 2, 'not-required': 3 } as const satisfies Record<DigitisedFlag, number>;
const STATUS = {
  registered: 1,
  accepted: 2,
  'not-accepted': 3,
  processing: 4,
  supplement: 5,
  payment: 6,
  paused: 7,
  withdrawn: 8,
  stopped: 9,
  refused: 10,
  finished: 11,
  returned: 12,
} as const satisfies Record<DossierStatus, number>;

function inverse<K extends string>(table: Readonly<Record<K, number>>): (K | null)[] {
  const list: (K | null)[] = [null];
  for (const [name, code] of Object.entries<number>(table)) list[code] = name as K;
  return list;
}
const CHANNELS = inverse(CHANNEL);
const OUTCOMES = inverse(OUTCOME);
const FLAGS = inverse(FLAG);
const STATUSES = inverse(STATUS);

/** Columns of a dossier that carry the record itself, in the order of {@link readRecord}. */
export const RECORD_COLUMNS = [
  'id',
  'code',
  'procedure_code',
  'procedure_name',
  'field',
  'applicant_name',
  'person_id',
  'channel',
  'received_on',
  'due_on',
  'reappointed_due_on',
  'finished_on',
  'returned_on',
  'status',
  'outcome',
  'components',
  'result',
  'in_software',
  'paper_parallel',
  'handler',
  'note',
  'issues_document',
  'changed_in',
  'deleted',
  'suspensions',
] as const;

/** Columns that are derived from the record. */
const DERIVED_COLUMNS = ['code_key', 'resolved_on', 'facts', 'counted', 'search'] as const;

/** All columns in the order of {@link writeRow}. */
export const ALL_COLUMNS = [...RECORD_COLUMNS, ...DERIVED_COLUMNS] as const;

/** A row as read with {@link RECORD_COLUMNS}. */
export type RecordRow = readonly SqlValue[];

/** What a row adds to the counts. */
export interface Counted {
  readonly receivedOn: number;
  readonly resolvedOn: number | null;
  readonly facts: number;
  readonly field: number;
  readonly counted: boolean;
  readonly deleted: boolean;
}

/** Reads the record out of a row. */
export function readRecord(row: RecordRow, terms: Terms): Dossier {
  return {
    code: row[1] as string,
    procedureCode: terms.text(row[2] as number | null),
    procedureName: terms.text(row[3] as number | null),
    field: terms.text(row[4] as number | null),
    applicantName: row[5] as string | null,
    personId: row[6] as string | null,
    channel: CHANNELS[row[7] as number] ?? null,
    receivedOn: readKnownDay(row[8] as number),
    dueOn: readDay(row[9] as number | null),
    reappointedDueOn: readDay(row[10] as number | null),
    finishedOn: readDay(row[11] as number | null),
    returnedOn: readDay(row[12] as number | null),
    status: STATUSES[row[13] as number] as DossierStatus,
    outcome: OUTCOMES[row[14] as number] ?? null,
    componentsDigitised: FLAGS[row[15] as number] ?? null,
    resultDigitised: FLAGS[row[16] as number] ?? null,
    inSoftware: readBoolean(row[17] as number | null),
    paperParallel: readBoolean(row[18] as number | null),
    handler: terms.text(row[19] as number | null),
    note: row[20] as string | null,
    suspensions: readSuspensions(row[24] as string | null),
  };
}

/** The parts of a row beside the record. */
export function readState(row: RecordRow): {
  id: number;
  issuesDocument: boolean | null;
  changedIn: number;
  deleted: boolean;
} {
  return {
    id: row[0] as number,
    issuesDocument: readBoolean(row[21] as number | null),
    changedIn: row[22] as number,
    deleted: row[23] === 1,
  };
}

/**
 * A whole row, derived columns included, and what it adds to the counts. `search` spares the folding to whoever knows
 * that the column is not needed.
 */
export function writeRow(
  record: Dossier,
  state: { id: number; issuesDocument: boolean | null; changedIn: number; deleted: boolean },
  terms: Terms,
  search: string = searchText(record),
): { values: SqlValue[]; counted: Counted } {
  const receivedOn = storedDay(record.receivedOn) as number;
  const resolved = storedDay(resolvedOn(record));
  const facts = encodeFacts(factsOf(record, state.issuesDocument));
  const counted = isCounted(record);
  const field = terms.id('field', record.field);
  const key = dossierKey(record.code);
  const values: SqlValue[] = [
    state.id,
    record.code,
    terms.id('procedure-code', record.procedureCode),
    terms.id('procedure-name', record.procedureName),
    field,
    record.applicantName,
    record.personId,
    record.channel === null ? 0 : CHANNEL[record.channel],
    receivedOn,
    storedDay(record.dueOn),
    storedDay(record.reappointedDueOn),
    storedDay(record.finishedOn),
    storedDay(record.returnedOn),
    STATUS[record.status],
    record.outcome === null ? 0 : OUTCOME[record.outcome],
    storedFlag(record.componentsDigitised),
    storedFlag(record.resultDigitised),
    storedBoolean(record.inSoftware),
    storedBoolean(record.paperParallel),
    terms.id('handler', record.handler),
    record.note,
    storedBoolean(state.issuesDocument),
    state.changedIn,
    state.deleted ? 1 : 0,
    storedSuspensions(record.suspensions),
    key === record.code ? null : key,
    resolved,
    facts,
    counted ? 1 : 0,
    search,
  ];
  return {
    values,
    counted: { receivedOn, resolvedOn: resolved, facts, field: field ?? 0, counted, deleted: state.deleted },
  };
}

/** The text that the search looks into: code, applicant, person id; the procedure's name is looked up as a term. */
function searchText(record: Pick<Dossier, 'code' | 'applicantName' | 'personId'>): string {
  let text = fold(record.code);
  if (record.applicantName !== null) text += `\n${fold(record.applicantName)}`;
  if (record.personId !== null) text += `\n${fold(record.personId)}`;
  return text;
}

/** Whether two records have the same {@link searchText}. */
export function sameSearchText(a: Dossier, b: Dossier): boolean {
  return a.code === b.code && a.applicantName === b.applicantName && a.personId === b.personId;
}

const NEVER_SUSPENDED: readonly Suspension[] = [];

/** Recorded suspensions as stored: most dossiers have none, and cost nothing. */
export function readSuspensions(json: string | null): readonly Suspension[] {
  return json === null ? NEVER_SUSPENDED : (JSON.parse(json) as Suspension[]);
}
function storedSuspensions(suspensions: readonly Suspension[]): string | null {
  if (suspensions.length === 0) return null;
  return JSON.stringify(suspensions.map(({ kind, from, to, dueBefore }) => ({ kind, from, to, dueBefore })));
}

function storedFlag(flag: DigitisedFlag | null): number {
  return flag === null ? 0 : FLAG[flag];
}
function storedBoolean(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0;
}
function readBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
