import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Handlers, Workspace } from './context.ts';

type AnyHandler = (input: unknown, workspace: Workspace) => unknown;
type Group = Readonly<Record<string, AnyHandler>>;

const asGroup = (handlers: Partial<Handlers<ServiceChannel>>): Group => handlers as unknown as Group;
const keys = async (): Promise<Group> => asGroup((await import('./keys/handlers.ts')).keyHandlers);
const reports = async (): Promise<Group> => asGroup((await import('./reports/handlers.ts')).reportHandlers);

const receiver = async (): Promise<Group> =>
  asGroup((await import('./receiver/handlers.ts')).receiverHandlers);

/** Which module answers a call, by the first word of its name. Loaded on first use: a start reads only what it shows. */
const GROUPS: Readonly<Record<string, () => Promise<Group>>> = {
  dossiers: async () => asGroup((await import('./dossiers/handlers.ts')).dossierHandlers),
  ledgers: async () => asGroup((await import('./ledgers/handlers.ts')).ledgerHandlers),
  imports: async () => asGroup((await import('./imports/handlers.ts')).importHandlers),
  evaluation: async () => asGroup((await import('./evaluation/handlers.ts')).evaluationHandlers),
  papers: async () => asGroup((await import('./papers/handlers.ts')).paperHandlers),
  targets: async () => asGroup((await import('./targets/handlers.ts')).targetHandlers),
  log: async () => asGroup((await import('./log/handlers.ts')).logHandlers),
  privacy: async () => asGroup((await import('./privacy/handlers.ts')).privacyHandlers),
  settings: async () => asGroup((await import('./settings/handlers.ts')).settingsHandlers),
  reports,
  keys,
  tokens: keys,
  verify: reports,
  // Hand-over notes are the matter of keys, all else of trust that of the check of reports.
  trust: async () => ({ ...(await reports()), ...(await keys()) }),
  receiver,
  receipts: receiver,
};

/** The use case behind a call. Throws `RangeError` when nobody answers it. */
export async function handlerOf(channel: ServiceChannel): Promise<AnyHandler> {
  const name = channel.slice(0, channel.indexOf('.'));
  const load = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
  const handler = (await load?.())?.[channel];
  if (handler === undefined) throw new RangeError(`nobody answers ${channel}`);
  return handler;
}

/** What a call changes, so that screens which show it ask again. */
export type Changed = 'dossiers' | 'ledgers' | 'settings' | 'reports';

const DOSSIERS: readonly Changed[] = ['dossiers'];
const SETTINGS: readonly Changed[] = ['settings'];
const REPORTS: readonly Changed[] = ['reports'];
const KINDS: readonly Changed[] = ['dossiers', 'ledgers'];
/** The commune's own procedures and calendar are ledgers, shown in the settings, and change dossiers. */
const ANY_LEDGER: readonly Changed[] = ['ledgers', 'dossiers', 'settings'];

const WRITES: { readonly [C in ServiceChannel]?: readonly Changed[] } = {
  'dossiers.save': DOSSIERS,
  'dossiers.remove': DOSSIERS,
  'dossiers.restore': DOSSIERS,
  'dossiers.undo': DOSSIERS,
  'dossiers.setFlags': DOSSIERS,
  'dossiers.undoMany': DOSSIERS,
  'ledgers.undo': ANY_LEDGER,
  'privacy.correct': KINDS,
  'privacy.anonymise': KINDS,
  'privacy.anonymiseDue': KINDS,
  'privacy.saveRetention': SETTINGS,
  'imports.undo': KINDS,
  'merge.join': ['dossiers', 'ledgers', 'settings', 'reports'],
  'settings.save': SETTINGS,
  'access.changePassphrase': SETTINGS,
  'access.admit': SETTINGS,
  'access.change': SETTINGS,
  'access.dismiss': SETTINGS,
  'access.readmit': SETTINGS,
  'access.confirmRecovery': SETTINGS,
  'access.setKeystore': SETTINGS,
  'targets.saveOwn': SETTINGS,
  'targets.importFile': SETTINGS,
  'backups.choose': SETTINGS,
  'backups.now': SETTINGS,
  'backups.saveSettings': SETTINGS,
  'backups.drill': SETTINGS,
  'reports.saveDraft': REPORTS,
  'reports.prepare': REPORTS,
  'reports.sign': REPORTS,
  'keys.create': REPORTS,
  'receiver.saveUnits': SETTINGS,
  'receiver.saveSettings': SETTINGS,
  'receipts.issue': REPORTS,
  'receipts.take': REPORTS,
  'receipts.trustSigner': REPORTS,
  'trust.add': REPORTS,
  'trust.revoke': REPORTS,
  'trust.addSigner': REPORTS,
  'trust.takeHandOver': REPORTS,
};

/** Calls after which another folder is open: nothing that was asked before holds. */
const FOLDER: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'app.initialise',
  'app.openSample',
  'app.leaveSample',
  'app.signIn',
  'app.recover',
  'app.signOut',
  'access.rekey',
  'restore.take',
  'restore.bringBack',
]);

const INTO_LEDGER: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'ledgers.save',
  'ledgers.remove',
  'ledgers.restore',
  'ledgers.setKept',
]);

/** What a call with this input changes; `folder`: everything, null: nothing. */
export function writes(channel: ServiceChannel, input: unknown): readonly Changed[] | 'folder' | null {
  if (FOLDER.has(channel)) return 'folder';
  const named = input as { ledger?: LedgerId; options?: { kind?: ImportKind } };
  if (INTO_LEDGER.has(channel)) return changedBy(named.ledger);
  if (channel === 'imports.commit') return changedBy(named.options?.kind);
  return WRITES[channel] ?? null;
}

function changedBy(kind: ImportKind | undefined): readonly Changed[] {
  if (kind === undefined || kind === 'dossiers') return DOSSIERS;
  return ledgerOf(kind).place === 'settings' ? ANY_LEDGER : ['ledgers'];
}
