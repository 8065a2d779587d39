import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import type { LogLine } from '#shared/ipc/contract/log.ts';
import type { LogEntry } from '#shared/log/entry.ts';
import type { Store } from '../ports.ts';

/** What is told of an export of ID numbers (export-dossiers.ts). */
interface NumbersExported {
  readonly count: number;
  readonly file: string;
  readonly reason: string;
}

/** Kinds whose `times` says how much was found. */
const COUNT_FOUND: ReadonlySet<string> = new Set(['person-searched', 'person-exported', 'number-searched']);

/** Entries of the log by their numbers, in the order of these, put so that people can read them. */
export function logLines(store: Pick<Store, 'log' | 'users'>, seqs: readonly number[]): LogLine[] {
  const names = new Map(store.users.list().map(({ login, name }) => [login, name]));
  return store.log.rows(seqs).map((entry) => lineOf(store, entry, names));
}

/** Everybody whom the log names, those that the book knows with their names, in Vietnamese order. */
export function peopleOf({
  log,
  users,
}: Pick<Store, 'log' | 'users'>): { login: string; name: string | null }[] {
  const names = new Map(users.list().map(({ login, name }) => [login, name]));
  return log
    .logins()
    .map((login) => ({ login, name: names.get(login) ?? null }))
    .sort((a, b) => compareVietnamese(a.name ?? a.login, b.name ?? b.login));
}

/** What an entry of the kind `access` tells; one of an older version may say less. */
function accessOf(
  { deed, login, role }: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): LogLine['access'] {
  const whose = typeof login === 'string' ? login : null;
  return {
    deed: typeof deed === 'string' ? deed.slice(0, 40) : '',
    login: whose,
    name: whose === null ? null : (names.get(whose) ?? null),
    role: typeof role === 'string' ? role.slice(0, 40) : null,
  };
}

function lineOf(
  { log }: Pick<Store, 'log'>,
  { seq, at, login, kind, subject, hash }: LogEntry,
  names: ReadonlyMap<string, string>,
): LogLine {
  const told = JSON.parse(subject) as Record<string, unknown>;
  const deed = typeof told.changeSet === 'number' && kind !== 'genesis' ? log.deed(told.changeSet) : null;
  const times = typeof told.times === 'number' ? told.times : null;
  // Of a search and of what was given out, what was found is counted, not how often it was done.
  const found = COUNT_FOUND.has(kind);
  const exported = kind === 'numbers-exported' ? (told as unknown as NumbersExported) : null;
  const record =
    deed?.record ??
    (typeof told.id === 'number' && typeof told.ledger === 'string' ? log.title(told.ledger, told.id) : null);
  return {
    id: seq,
    at,
    login,
    name: names.get(login) ?? null,
    kind,
    record: record?.slice(0, 600) ?? null,
    records: deed?.records ?? exported?.count ?? (found ? (times ?? 0) : 0),
    file: deed?.file ?? exported?.file ?? null,
    object:
      typeof told.table === 'string' ? { table: told.table, name: String(told.id).slice(0, 300) } : null,
    changed: Array.isArray(told.changed) ? (told.changed as LogLine['changed']) : [],
    access: kind === 'access' ? accessOf(told, names) : null,
    reason: (deed?.reason ?? (typeof told.reason === 'string' ? told.reason : null))?.slice(0, 2000) ?? null,
    corrects: Array.isArray(told.corrects) ? told.corrects.map(String) : [],
    times: found ? null : times,
    hash,
  };
}
