import type { AnyRecord, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryKey, entryTitle, refKey } from '#shared/domain/ledgers/entry-rules.ts';
import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { parseLedgerRecord } from '#shared/ledgers/record-schema.ts';
import { demandLedgerRight } from '../app/rights.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import type { KnownEntry, WriteTransaction } from '../ports.ts';
import { writeMeta } from '../write-meta.ts';
import { followChange } from './follow-change.ts';

type Saved = Output<'ledgers.save'>;
/** Which entry a deed was on, and the change set by which it can be undone; null when nothing was written. */
interface Deed {
  readonly id: number;
  readonly changeSet: number | null;
}

/** Entries named when others stand against a deed; more would help nobody. */
const NAMED = 5;

/**
 * Adds or edits an entry. An entry of the trash with the same key comes back with the new record. Throws `AppError`
 * RECORD_INVALID (with the breach at each field; DUPLICATE_KEY and REF_UNKNOWN among them, REFERRED_TO when others
 * name it by the key that would change), RECORD_UNKNOWN, or RECORD_CHANGED when somebody else changed it.
 */
export async function saveEntry(input: Parsed<'ledgers.save'>, workspace: Workspace): Promise<Saved> {
  const ledger = ledgerOf(input.ledger);
  const parsed = parseLedgerRecord(ledger, input.record);
  if (!parsed.ok) throw invalid(parsed.faults);
  const { record } = parsed;
  return write(workspace, input.ledger, input.reason, (tx) => {
    demandReferences(tx, ledger, record);
    return input.id === null
      ? create(tx, workspace, input.ledger, record, input.reason)
      : edit(tx, workspace, knownVersion(tx, input.ledger, input.id, input.version), record, input.reason);
  });
}

/** Takes an entry out of lists and figures; it stays in the book. Throws RECORD_INVALID when others refer to it. */
export function removeEntry(input: Parsed<'ledgers.remove'>, workspace: Workspace): Promise<Saved> {
  return write(workspace, input.ledger, input.reason, (tx) => {
    const known = knownVersion(tx, input.ledger, input.id, input.version);
    if (known.deleted) return { id: known.id, changeSet: null };
    demandUnreferred(tx, known);
    const changeSet = tx.beginChangeSet(writeMeta(workspace, 'deleted', input.reason));
    tx.updateEntry(known, known.record, changeSet, true);
    return { id: known.id, changeSet };
  });
}

/** Brings a removed entry back. Throws RECORD_INVALID when what it refers to is gone. */
export function restoreEntry(input: Parsed<'ledgers.restore'>, workspace: Workspace): Promise<Saved> {
  return write(workspace, input.ledger, input.reason, (tx) => {
    const known = knownVersion(tx, input.ledger, input.id, input.version);
    if (!known.deleted) return { id: known.id, changeSet: null };
    demandReferences(tx, ledgerOf(input.ledger), known.record);
    const changeSet = tx.beginChangeSet(writeMeta(workspace, 'restored', input.reason ?? null));
    tx.updateEntry(known, known.record, changeSet, false);
    return { id: known.id, changeSet };
  });
}

/**
 * Takes back one deed on an entry, of whichever ledger. Throws RECORD_CHANGED when the entry was changed since, its
 * former key is taken, or a reference would lead nowhere.
 */
export async function undoEntry(
  { changeSet, reason }: Parsed<'ledgers.undo'>,
  workspace: Workspace,
): Promise<Saved> {
  const done = await writeGuarded(workspace, reason, async (tx) => {
    const own = workspace.store.entries.entries('procedures');
    const by = tx.beginChangeSet(writeMeta(workspace, 'undone', reason ?? null));
    const known = tx.undoEntryChange(changeSet, by);
    if (!known) throw new AppError('RECORD_CHANGED');
    demandLedgerRight(known.ledger, workspace.actor);
    await followChange(tx, workspace, known.ledger, known.id, own);
    return { keep: true, value: { ledger: known.ledger, id: known.id, by } };
  });
  return answer(workspace, done.ledger, { id: done.id, changeSet: done.by });
}

/** One transaction for a deed and all that follows from it; closed periods are kept (PERIOD_CLOSED). */
async function write(
  workspace: Workspace,
  ledger: LedgerId,
  reason: string | null | undefined,
  work: (tx: WriteTransaction) => Deed,
): Promise<Saved> {
  const deed = await writeGuarded(workspace, reason, async (tx) => {
    const own = workspace.store.entries.entries('procedures');
    const value = work(tx);
    if (value.changeSet !== null) await followChange(tx, workspace, ledger, value.id, own);
    return { keep: true, value };
  });
  return answer(workspace, ledger, deed);
}

function create(
  tx: WriteTransaction,
  workspace: Workspace,
  id: LedgerId,
  record: AnyRecord,
  reason: string | null,
): Deed {
  const ledger = ledgerOf(id);
  const begin = (kind: 'created' | 'restored') => tx.beginChangeSet(writeMeta(workspace, kind, reason));
  const other = ledger.repeatable ? null : tx.entryByKey(id, entryKey(ledger, record));
  if (other === null) {
    const changeSet = begin('created');
    return { id: tx.insertEntry(id, record, tx.freeOccurrence(id, record), changeSet), changeSet };
  }
  if (!other.deleted) throw duplicate(ledger);
  const changeSet = begin('restored');
  tx.updateEntry(other, record, changeSet, false);
  return { id: other.id, changeSet };
}

function edit(
  tx: WriteTransaction,
  workspace: Workspace,
  known: KnownEntry,
  record: AnyRecord,
  reason: string | null,
): Deed {
  const ledger = ledgerOf(known.ledger);
  if (sameRecord(ledger, known.record, record)) return { id: known.id, changeSet: null };
  if (entryKey(ledger, known.record) !== entryKey(ledger, record)) {
    if (!ledger.repeatable && tx.entryByKey(known.ledger, entryKey(ledger, record)) !== null)
      throw duplicate(ledger);
    demandUnreferred(tx, known);
  }
  const changeSet = tx.beginChangeSet(writeMeta(workspace, 'edited', reason));
  tx.updateEntry(known, record, changeSet);
  return { id: known.id, changeSet };
}

function demandReferences(tx: WriteTransaction, ledger: LedgerDefinition, record: AnyRecord): void {
  const faults: Record<string, string> = {};
  for (const [name, { ref }] of Object.entries(ledger.fields)) {
    const value = record[name];
    if (ref === null || !isLedgerId(ref) || typeof value !== 'string') continue;
    const entry = tx.entryByKey(ref, refKey(value));
    if (entry === null || entry.deleted) faults[name] = 'REF_UNKNOWN';
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

function demandUnreferred(tx: WriteTransaction, known: KnownEntry): void {
  const others = tx.entriesReferringTo(known, NAMED);
  if (others.length === 0) return;
  const field = ledgerOf(known.ledger).key[0] ?? '';
  const titles = others.map(({ ledger, record }) => entryTitle(ledgerOf(ledger), record));
  throw new AppError(
    'RECORD_INVALID',
    { records: titles.join('; ').slice(0, 300) },
    { fieldErrors: { [field]: 'REFERRED_TO' } },
  );
}

function knownVersion(
  tx: WriteTransaction,
  ledger: LedgerId,
  id: number,
  version: number | null,
): KnownEntry {
  const known = tx.entry(ledger, id);
  if (!known) throw new AppError('RECORD_UNKNOWN', { id });
  if (known.changedIn !== version) throw new AppError('RECORD_CHANGED', { id });
  return known;
}

function answer({ store, clock }: Workspace, ledger: LedgerId, { id, changeSet }: Deed): Saved {
  const entry = store.entries.get(ledger, id, clock.today());
  if (!entry) throw new AppError('RECORD_UNKNOWN', { id });
  return { entry, changeSet };
}

function duplicate(ledger: LedgerDefinition): AppError {
  return invalid({ [ledger.key[0] ?? '']: 'DUPLICATE_KEY' });
}

function invalid(faults: Readonly<Record<string, string>>): AppError {
  return new AppError('RECORD_INVALID', {}, { fieldErrors: { ...faults } });
}

function sameRecord(ledger: LedgerDefinition, a: AnyRecord, b: AnyRecord): boolean {
  return Object.keys(ledger.fields).every((name) => (a[name] ?? null) === (b[name] ?? null));
}
