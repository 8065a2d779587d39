/** What a change set did to records; closed, and part of the stored form. */
export const CHANGE_KINDS = [
  'created',
  'edited',
  'imported',
  'import-undone',
  'deleted',
  'restored',
  'undone',
  'anonymised',
  'merged',
] as const;

/** What a log entry tells; closed, and part of the stored form: words are found where it is shown. */
export const LOG_KINDS = [
  // The beginning of the chain, and what was there when it began.
  'genesis',
  'found',
  // Change sets, by their own kind.
  ...CHANGE_KINDS,
  // What stands beside the records.
  'settings',
  'targets',
  'receiver',
  'receipt',
  'trust',
  'key',
  'person',
  'signed',
  'backed-up',
  // Deeds that change no table.
  'data-restored',
  'access',
  'sign-in-failures',
  'unmasked',
  'numbers-exported',
  'number-searched',
  'person-searched',
  'person-exported',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** What an entry is about, as JSON with its keys in code unit order: ids and names of settings, never a citizen's data. */
export type LogSubject = Readonly<Record<string, unknown>>;

/** One link of the chain. */
export interface LogEntry {
  /** 1 for the first; no number is left out. */
  readonly seq: number;
  /** UTC, ISO 8601 with seconds. */
  readonly at: string;
  /** Who; empty where nobody was signed in (a new folder, a migration). */
  readonly login: string;
  readonly kind: string;
  /** {@link LogSubject} as text. */
  readonly subject: string;
  /** SHA-256 of what was done, lower-case hex. */
  readonly content: string;
  /** {@link LogEntry.hash} of the entry before. */
  readonly previous: string;
  /** SHA-256 of {@link linkText}, lower-case hex. */
  readonly hash: string;
}

/** The last link: whoever knows it knows whether anything before it was rewritten. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first entry. */
export const NO_LINK = '0'.repeat(64);

/** SHA-256 of a text's UTF-8, lower-case hex. */
export type Sha256 = (text: string) => string;

/**
 * The text whose digest is an entry's hash: its parts as a JSON array in this order, without blanks. A JSON text has one
 * reading only, so nothing can move from one part into the next.
 */
export function linkText(entry: Omit<LogEntry, 'hash'>): string {
  const { seq, previous, at, login, kind, subject, content } = entry;
  return JSON.stringify([seq, previous, at, login, kind, subject, content]);
}

/** The entry that follows a head. */
export function nextEntry(
  head: LogHead | null,
  told: Pick<LogEntry, 'at' | 'login' | 'kind' | 'subject' | 'content'>,
  sha256: Sha256,
): LogEntry {
  const { at, login, kind, subject, content } = told;
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    at,
    login,
    kind,
    subject,
    content,
    previous: head?.hash ?? NO_LINK,
  };
  return { ...entry, hash: sha256(linkText(entry)) };
}

/** Where a chain is broken first. */
export interface BrokenLink {
  /** The entry whose link does not hold; for `end` the one that should be the last. */
  readonly seq: number;
  /**
   * `sequence`: another entry stands at its place (removed, inserted, moved); `previous`: it does not hold on to the one
   * before; `hash`: it is not what was written; `end`: entries are missing at the end, or there are more.
   */
  readonly part: 'sequence' | 'previous' | 'hash' | 'end';
}

/**
 * Goes along a chain from its first entry; null when all of it holds. With `head`, the last link as it is known from
 * elsewhere, the end is compared too: an entry removed there leaves no other trace.
 */
export function brokenLink(
  entries: Iterable<LogEntry>,
  sha256: Sha256,
  head?: LogHead | null,
): BrokenLink | null {
  let last: LogHead | null = null;
  for (const entry of entries) {
    const seq: number = (last?.seq ?? 0) + 1;
    if (entry.seq !== seq) return { seq, part: 'sequence' };
    if (entry.previous !== (last?.hash ?? NO_LINK)) return { seq, part: 'previous' };
    if (entry.hash !== sha256(linkText(entry))) return { seq, part: 'hash' };
    last = { seq, hash: entry.hash };
  }
  if (head === undefined) return null;
  const holds = (head?.seq ?? 0) === (last?.seq ?? 0) && (head?.hash ?? '') === (last?.hash ?? '');
  return holds ? null : { seq: head?.seq ?? 0, part: 'end' };
}
