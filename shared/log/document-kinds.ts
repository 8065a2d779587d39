import type { LogKind } from './entry.ts';

/** Beginnings of keys of small documents, and what a change of one is told as; the first that fits counts. */
const KINDS: readonly (readonly [prefix: string, kind: LogKind | null])[] = [
  // Text in the making, saved while it is typed: what is signed of it stands in the report.
  ['report-draft.', null],
  // A help for reading lists; each import keeps the mapping that it was read with.
  ['imports.mappings', null],
  // What was done to the ways in is told as the deed that it was.
  ['keyring.', null],
  // A path of this machine, for the next time.
  ['tokens.', null],
  // That bytes wait to be cleared; the deed itself is logged.
  ['privacy.purge-due', null],
  // The time of the last copy: the copy itself is told.
  ['backups.last', null],
  ['backups.', 'backed-up'],
  ['targets.', 'targets'],
  ['receiver.', 'receiver'],
  ['receipts.', 'receipt'],
  ['trust.', 'trust'],
  ['merges.', 'merged'],
];

/** What the log tells a change of a document as; null for one that is not logged, settings for all that is not named. */
export function documentKind(key: string): LogKind | null {
  const known = KINDS.find(([prefix]) => key.startsWith(prefix));
  return known === undefined ? 'settings' : known[1];
}
