import type { Dossier, DossierField } from '../dossier.ts';
import type { AnyRecord } from '../ledgers/definition.ts';
import type { RecordOfLedger } from '../ledgers/registry.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '../ledgers/registry.ts';

/**
 * What a field says about a person. `citizen-…`: about whoever comes to the office; these are taken out when a record is
 * anonymised. `citizen-text` is free text in which people write about citizens. `staff`: about people of the office in
 * their posts, kept as long as their files are. Null: about no person.
 */
export const PERSONAL_CLASSES = ['citizen-name', 'citizen-number', 'citizen-text', 'staff'] as const;
export type PersonalClass = (typeof PERSONAL_CLASSES)[number];

/** Of the dossiers; a new field has to be judged before it compiles. */
export const DOSSIER_PERSONAL: Readonly<Record<DossierField, PersonalClass | null>> = {
  code: null,
  procedureCode: null,
  procedureName: null,
  field: null,
  applicantName: 'citizen-name',
  personId: 'citizen-number',
  channel: null,
  receivedOn: null,
  dueOn: null,
  reappointedDueOn: null,
  finishedOn: null,
  returnedOn: null,
  status: null,
  outcome: null,
  componentsDigitised: null,
  resultDigitised: null,
  inSoftware: null,
  paperParallel: null,
  handler: 'staff',
  note: 'citizen-text',
  suspensions: null,
};

type Judged<L extends LedgerId> = Readonly<Partial<Record<keyof RecordOfLedger<L> & string, PersonalClass>>>;

/** Of the other ledgers; what is not named is about no person. */
const LEDGER_PERSONAL: { readonly [L in LedgerId]: Judged<L> } = {
  petitions: {
    subject: 'citizen-text',
    senderName: 'citizen-name',
    handler: 'staff',
    note: 'citizen-text',
  },
  'survey-answers': { note: 'citizen-text' },
  'survey-batches': { counter: 'staff' },
  staff: { code: 'staff', name: 'staff', post: 'staff', department: 'staff', note: 'staff' },
  'staff-ratings': { staffCode: 'staff', rating: 'staff', decision: 'staff', note: 'staff' },
  'staff-courses': { staffCode: 'staff', course: 'staff', certificate: 'staff', note: 'staff' },
  'work-files': { counter: 'staff' },
  'signature-units': {},
  'signature-certificates': { holder: 'staff', serial: 'staff', note: 'staff' },
  'iso-activities': { owner: 'staff' },
  measures: { owner: 'staff' },
  communications: { name: 'staff', post: 'staff', note: 'staff' },
  'hand-counts': { counter: 'staff' },
  procedures: {},
  'calendar-days': {},
};

/** What a ledger's field says about a person. */
export function personalClass(ledger: LedgerId, field: string): PersonalClass | null {
  return (LEDGER_PERSONAL[ledger] as Readonly<Record<string, PersonalClass>>)[field] ?? null;
}

const isCitizens = (found: PersonalClass | null): boolean => found?.startsWith('citizen') === true;

/** Fields of the dossiers that are about a citizen. */
export const DOSSIER_CITIZEN_FIELDS = (Object.keys(DOSSIER_PERSONAL) as DossierField[]).filter((name) =>
  isCitizens(DOSSIER_PERSONAL[name]),
);

/** Fields of a ledger that are about a citizen, in the order of its form. */
export function citizenFields(ledger: LedgerId): readonly string[] {
  return Object.keys(ledgerOf(ledger).fields).filter((name) => isCitizens(personalClass(ledger, name)));
}

/** Ledgers that say anything about citizens, in the order of the screens. */
export const CITIZEN_LEDGERS: readonly LedgerId[] = LEDGER_IDS.filter((id) => citizenFields(id).length > 0);

/**
 * Names under which stored histories and log entries keep what is about citizens, whatever the ledger; `key` is among
 * them because the key of an answer holds its note. Part of the stored form of the log: never made shorter.
 */
export const CITIZEN_ENTRY_NAMES: ReadonlySet<string> = new Set(['senderName', 'subject', 'note', 'key']);
export const CITIZEN_DOSSIER_NAMES: ReadonlySet<string> = new Set(['applicantName', 'personId', 'note']);

/** What stands in a field that has to be given once its record is anonymised. */
export const ANONYMISED = '(đã ẩn danh)';

/** A dossier without what is about its citizen; everything that figures are made of stays. */
export function anonymousDossier(record: Dossier): Dossier {
  return { ...record, applicantName: null, personId: null, note: null };
}

/** The value that a field of an entry has once it is anonymised. */
export function anonymousValue(ledger: LedgerId, field: string): string | null {
  return ledgerOf(ledger).fields[field]?.required === true ? ANONYMISED : null;
}

/** An entry without what is about citizens. */
export function anonymousEntry(ledger: LedgerId, record: AnyRecord): AnyRecord {
  const without = Object.fromEntries(
    citizenFields(ledger).map((name) => [name, anonymousValue(ledger, name)] as const),
  );
  return { ...record, ...without };
}

/** Whether a record says nothing about a citizen any more, or never did. */
export function isAnonymousDossier({ applicantName, personId, note }: Dossier): boolean {
  return applicantName === null && personId === null && note === null;
}
/** The same of an entry; of a required field, whether it says that it was anonymised. */
export function isAnonymousEntry(ledger: LedgerId, record: AnyRecord): boolean {
  return citizenFields(ledger).every((name) => (record[name] ?? null) === anonymousValue(ledger, name));
}
