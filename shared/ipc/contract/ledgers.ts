import { z } from 'zod';
import { DUE_STATES } from '../../domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, type LedgerId } from '../../domain/ledgers/registry.ts';
import { chosenFile, count, fileToken, id, localDate, nothing, service, task, text } from './common.ts';
import { changeSetEntry, closedReason, dueProposal } from './dossiers.ts';

export const ledgerId = z.enum(LEDGER_IDS as readonly [LedgerId, ...LedgerId[]]);

export const fieldValue = z.union([text(2000), z.number(), z.boolean(), z.null()]);
/** A record of any ledger; the handler checks it by the ledger's own fields and answers with `fieldErrors`. */
export const ledgerRecord = z.record(text(40), fieldValue);

/** A stored entry: its row id, its version, how people name it, and how it stands to its day today. */
export const storedEntry = z.strictObject({
  id,
  version: count,
  title: text(400),
  record: ledgerRecord,
  due: z.enum(DUE_STATES),
  /** Facts that its figures need and it lacks. */
  lacks: z.array(text(40)),
  deleted: z.boolean(),
});
export type StoredEntry = z.infer<typeof storedEntry>;

/** Conditions of a list, all of which hold; an absent one does not limit. */
export const entryFilter = z.strictObject({
  search: text(200).optional(),
  /** Of the ledger's day. */
  from: localDate.optional(),
  to: localDate.optional(),
  due: z.enum(['open', 'due-soon', 'overdue', 'done']).optional(),
  /** Entries that lack the field; `any`: that lack something. */
  lacks: text(40).optional(),
  /** Field → value, for choices, references, objectives and other fields with few values; '' means empty. */
  equals: z.record(text(40), text(300)).optional(),
  importId: id.optional(),
  deleted: z.boolean().optional(),
});
export type EntryFilter = z.infer<typeof entryFilter>;

export const savedEntry = z.strictObject({ entry: storedEntry, changeSet: id.nullable() });

/** How a ledger stands, for the list of ledgers and for Tổng quan. */
export const ledgerState = z.strictObject({
  ledger: ledgerId,
  entries: count,
  /** First day from which the ledger is kept: said by a person, or that of the first entry; null: not kept. */
  keptFrom: localDate.nullable(),
  dueSoon: count,
  overdue: count,
  /** Field → entries that lack it. */
  lacks: z.record(text(40), count),
});
export type LedgerState = z.infer<typeof ledgerState>;

const entryRequest = z.strictObject({ ledger: ledgerId, id });

export const ledgerCalls = {
  'ledgers.states': service(nothing, z.array(ledgerState)),
  /** Says from when a ledger is kept though nothing is in it yet ("không phát sinh"); null takes it back. */
  'ledgers.setKept': service(
    z.strictObject({ ledger: ledgerId, from: localDate.nullable(), reason: closedReason }),
    ledgerState,
  ),
  /** Ids of all that match, newest day first, then the younger id. */
  'ledgers.index': service(
    z.strictObject({ ledger: ledgerId, filter: entryFilter }),
    z.strictObject({ ids: z.custom<Uint32Array>((v) => v instanceof Uint32Array) }),
  ),
  'ledgers.rows': service(
    z.strictObject({ ledger: ledgerId, ids: z.array(id).max(500) }),
    z.array(storedEntry),
  ),
  'ledgers.get': service(
    entryRequest,
    z.strictObject({ entry: storedEntry, history: z.array(changeSetEntry) }),
  ),
  /** Creates (id null) or edits; `version` guards against overwriting somebody else's change. */
  'ledgers.save': service(
    z.strictObject({
      ledger: ledgerId,
      id: id.nullable(),
      version: count.nullable(),
      record: ledgerRecord,
      reason: text(500).nullable(),
    }),
    savedEntry,
  ),
  'ledgers.remove': service(
    z.strictObject({ ledger: ledgerId, id, version: count, reason: text(500).nullable() }),
    savedEntry,
  ),
  'ledgers.restore': service(
    z.strictObject({ ledger: ledgerId, id, version: count, reason: closedReason }),
    savedEntry,
  ),
  /** Takes back one deed of any ledger. */
  'ledgers.undo': service(z.strictObject({ changeSet: id, reason: closedReason }), savedEntry),
  /** What a form offers: entries that references may name, and the values in use of text fields, most used first. */
  'ledgers.choices': service(
    z.strictObject({ ledger: ledgerId }),
    z.strictObject({
      refs: z.record(text(40), z.array(z.strictObject({ code: text(60), label: text(300) })).max(5000)),
      used: z.record(text(40), z.array(text(300)).max(50)),
    }),
  ),
  /** Values proposed for a new entry from what was typed so far: the next number, the due day and why. */
  'ledgers.propose': service(
    z.strictObject({ ledger: ledgerId, record: ledgerRecord }),
    z.strictObject({ values: ledgerRecord, due: dueProposal.nullable() }),
  ),
  /** Writes what a filter finds as a workbook that imports back unchanged. */
  'ledgers.export': service(
    z.strictObject({ ledger: ledgerId, filter: entryFilter, target: fileToken, task: task.optional() }),
    z.strictObject({ rows: count, saved: chosenFile }),
  ),
} as const;
