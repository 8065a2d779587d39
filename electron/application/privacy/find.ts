import { maskNumber } from '#shared/domain/person-number.ts';
import { citizenFields, DOSSIER_CITIZEN_FIELDS } from '#shared/domain/privacy/personal-fields.ts';
import { AppError } from '#shared/errors.ts';
import type { FoundPlace } from '#shared/ipc/contract/privacy.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { isTakenAsTheirs, type PersonQuery, SHORTEST_QUERY } from '#shared/privacy/person.ts';
import type { Workspace } from '../context.ts';
import { longTask } from '../long-task.ts';
import type { PersonalDetail, PersonalFind, PersonalValue } from '../ports.ts';

/** Places shown at once; whoever finds more asks more closely. */
const SHOWN = 500;

/** A question that says too little would find everybody. Throws `AppError` RECORD_INVALID. */
export function demandQuery(query: PersonQuery): void {
  const given = Object.entries(query).filter(([, value]) => value !== null && value.trim() !== '');
  const short = given.find(([, value]) => (value ?? '').trim().length < SHORTEST_QUERY);
  const field = given.length === 0 ? 'number' : short?.[0];
  if (field !== undefined)
    throw new AppError(
      'RECORD_INVALID',
      {},
      { fieldErrors: { [field]: given.length === 0 ? 'REQUIRED' : 'VALUE_INVALID' } },
    );
}

/** Finds a person in the whole book; that somebody looked is logged, for whom is not. */
export async function findPerson(
  { query, task }: Parsed<'privacy.find'>,
  workspace: Workspace,
): Promise<Output<'privacy.find'>> {
  demandQuery(query);
  const { store } = workspace;
  const finds = await store.privacy.findInSteps(query, longTask(workspace, task, 'checking'));
  await store.write((tx) => tx.tell({ kind: 'person-searched', subject: { times: finds.length } }));
  return {
    total: finds.length,
    finds: finds.slice(0, SHOWN).flatMap((find) => {
      const detail = store.privacy.detail(find.place);
      return detail === null ? [] : [shown(find, detail, query)];
    }),
  };
}

function shown(
  { place, sign, before }: PersonalFind,
  detail: PersonalDetail,
  query: PersonQuery,
): FoundPlace {
  const { ledger, title, deleted, former } = detail;
  const about: readonly string[] =
    place.kind === 'cell' || place.kind === 'reason'
      ? detail.values.map(({ field }) => field)
      : ledger === 'dossiers'
        ? DOSSIER_CITIZEN_FIELDS
        : citizenFields(ledger);
  const values = detail.values.filter(({ field }) => about.includes(field));
  return {
    place,
    sign,
    before,
    taken: isTakenAsTheirs(sign, query),
    ledger,
    title: title.slice(0, 900),
    deleted,
    values: values.map(masked),
    former: former.map(masked),
  };
}

/** ID numbers masked, wherever in a text they stand. */
function masked({ field, value }: PersonalValue): PersonalValue {
  const text = field === 'personId' ? maskNumber(value) : value.replace(LONG_NUMBER, maskNumber);
  return { field: field.slice(0, 300), value: text.slice(0, 4000) };
}

/** As long as the numbers of identity papers and telephones, with blanks, dots and hyphens between their groups. */
const LONG_NUMBER = /(?<![\p{L}\p{Nd}])\p{Nd}(?:[ .-]?\p{Nd}){8,}(?![\p{L}\p{Nd}])/gu;
