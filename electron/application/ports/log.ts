import type { LogEntry, LogHead, LogKind, LogSubject } from '#shared/log/entry.ts';

/** Whom the log names for what is no change set; `at`: UTC, ISO 8601 with seconds. */
export interface LogActor {
  readonly login: string;
  readonly at: string;
}

/** Something that is to be remembered and changes no table. */
export interface LogEvent {
  readonly kind: LogKind;
  readonly subject: LogSubject;
}

/** Which entries are asked for; what is absent is not asked about. */
export interface LogFilter {
  readonly logins?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** UTC instants, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The log of all that was done; see shared/log. */
export interface LogReader {
  /** The last link as committed. */
  head(): LogHead;
  /** The latest time that any of the last so many entries bears; null without entries. */
  latest(among: number): string | null;
  /** Numbers of the entries that match, the newest first. */
  index(filter: LogFilter): Uint32Array;
  /** Entries in the order of their numbers as given; unknown ones are left out. */
  rows(seqs: readonly number[]): LogEntry[];
  /** The link with a number; null where there is none. */
  link(seq: number): LogHead | null;
  /** Everybody whom the log names, in code point order; '' is nobody. */
  logins(): string[];
  /** What a change set did, for people. */
  deed(changeSet: number): LoggedDeed;
  /** How people name a record, of the dossiers or of a ledger; null for one that is not there. */
  title(ledger: string, id: number): string | null;
}

/** A change set in words that people know it by. */
export interface LoggedDeed {
  /** The one record it came with or changed; null where there are none or many. */
  readonly record: string | null;
  /** Records that came with it or were changed. */
  readonly records: number;
  /** The list it imported, or whose import it took back. */
  readonly file: string | null;
  readonly reason: string | null;
}
