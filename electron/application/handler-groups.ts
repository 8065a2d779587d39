import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Handlers, Workspace } from './context.ts';

type AnyHandler = (input: unknown, workspace: Workspace) => unknown;
type Group = Readonly<Record<string, AnyHandler>>;

const asGroup = (handlers: Partial<Handlers<ServiceChannel>>): Group => handlers as unknown as Group;
const reports = async (): Promise<Group> => asGroup((await import('./reports/handlers.ts')).reportHandlers);

/** Which module answers a call, by the first word of its name. Loaded on first use: a start reads only what it shows. */
const GROUPS: Readonly<Record<string, () => Promise<Group>>> = {
  dossiers: async () => asGroup((await import('./dossiers/handlers.ts')).dossierHandlers),
  imports: async () => asGroup((await import('./imports/handlers.ts')).importHandlers),
  evaluation: async () => asGroup((await import('./evaluation/handlers.ts')).evaluationHandlers),
  settings: async () => asGroup((await import('./settings/handlers.ts')).settingsHandlers),
  backups: async () => asGroup((await import('./backups/handlers.ts')).backupHandlers),
  reports,
  keys: reports,
  verify: reports,
  trust: reports,
};

/** The use case behind a call. Throws `RangeError` when nobody answers it. */
export async function handlerOf(channel: ServiceChannel): Promise<AnyHandler> {
  const name = channel.slice(0, channel.indexOf('.'));
  const load = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
  const handler = (await load?.())?.[channel];
  if (handler === undefined) throw new RangeError(`nobody answers ${channel}`);
  return handler;
}

/** What a call changes, so that screens which show it ask again; `folder`: everything, null: nothing. */
const WRITES: { readonly [C in ServiceChannel]?: 'dossiers' | 'settings' | 'reports' | 'folder' } = {
  'dossiers.save': 'dossiers',
  'dossiers.remove': 'dossiers',
  'dossiers.restore': 'dossiers',
  'dossiers.undo': 'dossiers',
  'imports.commit': 'dossiers',
  'imports.undo': 'dossiers',
  'settings.save': 'settings',
  'settings.changePassphrase': 'settings',
  'backups.choose': 'settings',
  'backups.now': 'settings',
  'reports.saveDraft': 'reports',
  'reports.sign': 'reports',
  'keys.create': 'reports',
  'trust.add': 'reports',
  'trust.revoke': 'reports',
  'trust.addSigner': 'reports',
  'app.initialise': 'folder',
  'app.openSample': 'folder',
  'app.leaveSample': 'folder',
};

export function writes(channel: ServiceChannel): 'dossiers' | 'settings' | 'reports' | 'folder' | null {
  return WRITES[channel] ?? null;
}
