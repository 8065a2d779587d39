import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Handlers } from '../context.ts';
import { longTask, toldOf } from '../long-task.ts';
import { choices } from './choices.ts';
import { setKept } from './kept.ts';
import { propose } from './propose.ts';
import { removeEntry, restoreEntry, saveEntry, undoEntry } from './save-entry.ts';

type LedgerChannel = Extract<ServiceChannel, `ledgers.${string}`>;

/** All ledgers beside the dossiers: lists, single entries with history, entry and edit, what a form offers. */
export const ledgerHandlers: Handlers<LedgerChannel> = {
  'ledgers.states': (_input, { store, clock }) =>
    LEDGER_IDS.map((ledger) => store.entries.state(ledger, clock.today())),
  'ledgers.setKept': setKept,
  'ledgers.index': ({ ledger, filter }, { store, clock }) => ({
    ids: store.entries.index(ledger, filter, clock.today()),
  }),
  'ledgers.rows': ({ ledger, ids }, { store, clock }) => store.entries.rows(ledger, ids, clock.today()),
  'ledgers.get': ({ ledger, id }, { store, clock }) => {
    const entry = store.entries.get(ledger, id, clock.today());
    if (!entry) throw new AppError('RECORD_UNKNOWN', { id });
    return { entry, history: store.entries.history(ledger, id) };
  },
  'ledgers.save': saveEntry,
  'ledgers.remove': removeEntry,
  'ledgers.restore': restoreEntry,
  'ledgers.undo': undoEntry,
  'ledgers.choices': ({ ledger }, workspace) => choices(ledger, workspace),
  'ledgers.propose': propose,
  'ledgers.export': async ({ ledger, filter, target, task }, workspace) => {
    const { store, clock, files, language } = workspace;
    const { writeRecords } = await import('#electron/export/index.ts');
    const path = files.resolve(target);
    const { length } = store.entries.index(ledger, filter, clock.today());
    const batches = store.entries.batches(ledger, filter, clock.today());
    const records = toldOf(batches, length, longTask(workspace, task, 'saving'));
    const rows = await writeRecords(ledger, records, path, language ?? 'vi');
    return { rows, saved: describeFile(target, path) };
  },
};
