import { comparableText } from '#shared/domain/comparable-text.ts';
import { DOSSIER_FIELDS, type Dossier, type Suspension, sameField } from '#shared/domain/dossier.ts';
import { dossierBreaches } from '#shared/domain/dossier-rules.ts';
import { numberKey } from '#shared/domain/person-number.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import { maskedDossier } from '../masking/masked-dossier.ts';
import { withKnownNumber } from '../masking/typed-number.ts';
import type { KnownDossier, WriteTransaction } from '../ports.ts';
import { writeMeta } from '../write-meta.ts';
import { procedureLookup } from './procedure-lookup.ts';

type Saved = Output<'dossiers.save'>;

/**
 * Adds or edits a dossier; one of the trash with the same code comes back with the new record. Throws `AppError` RECORD_INVALID (with what is wrong at which field), RECORD_UNKNOWN,
 * RECORD_CHANGED when somebody else changed it since it was read, or PERIOD_CLOSED when a signed figure would change
 * without a reason.
 */
export async function saveDossier(input: Parsed<'dossiers.save'>, workspace: Workspace): Promise<Saved> {
  const typed = tidy(input.record);
  const fieldErrors = Object.fromEntries(dossierBreaches(typed).map(({ field, code }) => [field, code]));
  if (Object.keys(fieldErrors).length > 0) throw new AppError('RECORD_INVALID', {}, { fieldErrors });
  const written = await guardedWrite(workspace, input.reason, (tx) => {
    // By the catalogue as it is when the turn comes: an own procedure may have been saved just before.
    const issues = procedureLookup(workspace).issuesDocument(typed.procedureCode, typed.receivedOn);
    const other = tx.dossierByCode(typed.code);
    const ofTrash = input.id === null && other?.deleted === true;
    if (other && other.id !== input.id && !ofTrash)
      throw new AppError('RECORD_INVALID', {}, { fieldErrors: { code: 'DUPLICATE_CODE' } });
    if (input.id === null) {
      const record = withKnownNumber(typed, ofTrash ? other.record : null);
      const changeSet = tx.beginChangeSet(
        writeMeta(workspace, ofTrash ? 'restored' : 'created', input.reason),
      );
      if (!other) return { id: tx.insertDossier(record, issues, changeSet), changeSet };
      tx.updateDossier(other, record, issues, changeSet, false);
      return { id: other.id, changeSet };
    }
    const known = knownVersion(tx, input.id, input.version);
    const record = withKnownNumber(typed, known.record);
    if (sameRecord(known.record, record)) return { id: known.id, changeSet: null };
    // What the catalogue says is asked again only where it is asked another question.
    const asked =
      known.record.procedureCode !== record.procedureCode || known.record.receivedOn !== record.receivedOn;
    const changeSet = tx.beginChangeSet(writeMeta(workspace, 'edited', input.reason));
    tx.updateDossier(known, record, asked ? issues : known.issuesDocument, changeSet);
    return { id: known.id, changeSet };
  });
  return answer(workspace, written.id, written.changeSet);
}

/** Takes a dossier out of all lists and figures; it stays in the book and can be brought back. */
export function removeDossier(
  { id, version, reason }: Parsed<'dossiers.remove'>,
  workspace: Workspace,
): Promise<Saved> {
  return setDeleted(workspace, id, version, reason, true);
}

/** Brings a removed dossier back. */
export function restoreDossier(
  { id, version, reason }: Parsed<'dossiers.restore'>,
  workspace: Workspace,
): Promise<Saved> {
  return setDeleted(workspace, id, version, reason ?? null, false);
}

/** Takes back one edit, removal, restoration or creation. Throws RECORD_CHANGED when the dossier was changed since. */
export async function undoDeed(
  { changeSet, reason }: Parsed<'dossiers.undo'>,
  workspace: Workspace,
): Promise<Saved> {
  const done = await guardedWrite(workspace, reason ?? null, (tx) => {
    const by = tx.beginChangeSet(writeMeta(workspace, 'undone', reason ?? null));
    const known = tx.undoChangeSet(changeSet, by);
    if (!known) throw new AppError('RECORD_CHANGED');
    return { id: known.id, by: askAgain(tx, workspace, known, reason ?? null) ?? by };
  });
  return answer(workspace, done.id, done.by);
}

/**
 * A dossier that has its former procedure or day of receipt again is told what the catalogue says of it by now, which
 * may have changed meanwhile. The change set when that is something else than what was known of it then.
 */
function askAgain(
  tx: WriteTransaction,
  workspace: Workspace,
  known: KnownDossier,
  reason: string | null,
): number | null {
  const { procedureCode, receivedOn } = known.record;
  const before = workspace.store.dossiers.get(known.id, workspace.clock.today())?.record;
  if (before?.procedureCode === procedureCode && before.receivedOn === receivedOn) return null;
  const answer = procedureLookup(workspace).issuesDocument(procedureCode, receivedOn);
  if (answer === known.issuesDocument) return null;
  const changeSet = tx.beginChangeSet(writeMeta(workspace, 'edited', reason));
  tx.updateDossier(known, known.record, answer, changeSet);
  return changeSet;
}

/** One deed in one transaction, closed periods kept. */
function guardedWrite<T>(
  workspace: Workspace,
  reason: string | null,
  work: (tx: WriteTransaction) => T,
): Promise<T> {
  return writeGuarded(workspace, reason, (tx) => Promise.resolve({ keep: true, value: work(tx) }));
}

async function setDeleted(
  workspace: Workspace,
  id: number,
  version: number,
  reason: string | null,
  deleted: boolean,
): Promise<Saved> {
  const changeSet = await guardedWrite(workspace, reason, (tx) => {
    const known = knownVersion(tx, id, version);
    if (known.deleted === deleted) return null;
    const set = tx.beginChangeSet(writeMeta(workspace, deleted ? 'deleted' : 'restored', reason));
    tx.updateDossier(known, known.record, known.issuesDocument, set, deleted);
    return set;
  });
  return answer(workspace, id, changeSet);
}

function knownVersion(tx: WriteTransaction, id: number, version: number | null): KnownDossier {
  const known = tx.dossier(id);
  if (!known) throw new AppError('RECORD_UNKNOWN', { id });
  if (known.changedIn !== version) throw new AppError('RECORD_CHANGED', { id });
  return known;
}

function answer({ store, clock }: Workspace, id: number, changeSet: number | null): Saved {
  const dossier = store.dossiers.get(id, clock.today());
  if (!dossier) throw new AppError('RECORD_UNKNOWN', { id });
  return { dossier: maskedDossier(dossier), changeSet };
}

function sameRecord(a: Dossier, b: Dossier): boolean {
  return DOSSIER_FIELDS.every((field) => sameField(a[field], b[field]));
}

/**
 * Composed accents and no blanks at the ends; of texts of one line, which figures group and filter by, what is seen, as
 * lists give it; a text without a letter is no text; spans in their order.
 */
function tidy(record: Dossier): Dossier {
  const entries = Object.entries(record).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value];
    const text = MANY_LINES.has(field) ? value.normalize('NFC').trim() : comparableText(value);
    return [field, text === '' && field !== 'code' ? null : text];
  });
  const suspensions = [...record.suspensions].sort(byFirstDay);
  const tidied = Object.fromEntries(entries) as Dossier;
  // As lists give it, so that it is found however it is typed.
  const personId = tidied.personId === null ? null : numberKey(tidied.personId);
  return { ...tidied, personId, suspensions };
}

const MANY_LINES: ReadonlySet<string> = new Set<keyof Dossier>(['note']);

function byFirstDay(a: Suspension, b: Suspension): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
