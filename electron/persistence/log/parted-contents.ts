import { sha256Hex } from '#electron/common/sha256.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from '../change-log.ts';
import type { Connection, SqlValue } from '../open-database.ts';
import { addChange, addDossier, addEntry, NO_PARTS, PartedDigest, type Parts } from './citizen-parts.ts';
import { type ChangeSetSubject, changeSetContent, type Range, termsDigest } from './contents.ts';
import { RowDigest } from './row-digest.ts';
import type { StatedRows } from './stated-rows.ts';

/** Stands among change sets for all that was there when the log began. */
export const GENESIS = 0;

const CHANGE_SET = 'SELECT id, at, user, kind, import_id FROM change_set WHERE id = ?';
const IMPORT = `SELECT id, change_set, sha256, kind, sheet, header_row, mapping, read, added, updated, unchanged, bad,
  ignored, first_id, last_id FROM import WHERE change_set = ?`;
const IMPORT_CITIZENS = 'SELECT file, bad_rows FROM import WHERE change_set = ?';

/** Digests of the records that came with a change set. */
export interface Came {
  readonly dossiers: Parts;
  readonly entries: Parts;
}

/**
 * What a change set did, in two parts. `bare`: who, when, records and changes without what is about citizens, words,
 * import, corrected reports, and what it took out of earlier change sets. `citizens`: the rest, salted: reason and file
 * name are free text, so they belong to it.
 */
export interface PartedContent {
  readonly bare: string;
  readonly citizens: string;
}

/** The digest that the log keeps of both parts. */
export function contentOf({ bare, citizens }: PartedContent): string {
  return sha256Hex(JSON.stringify(['change-set', bare, citizens]));
}

/** The parts as the book says them now. */
export function partedContent(
  db: Connection,
  { changeSet, terms }: Pick<ChangeSetSubject, 'changeSet' | 'terms'>,
  came: Came,
): PartedContent {
  const changes = changedParts(db, DOSSIER_LOG, changeSet);
  const entryChanges = changedParts(db, ENTRY_LOG, changeSet);
  const bare = sha256Hex(
    JSON.stringify([
      'bare',
      db.getRaw(CHANGE_SET, changeSet) ?? null,
      came.dossiers.bare,
      came.entries.bare,
      changes.bare,
      entryChanges.bare,
      termsDigest(db, terms),
      db.getRaw(IMPORT, changeSet) ?? null,
      db.column<number>('SELECT id FROM import WHERE undone_in = ? ORDER BY id', changeSet),
      db.allRaw('SELECT report, period FROM correction WHERE change_set = ? ORDER BY report', changeSet),
      rewrittenDigest(db, changeSet),
    ]),
  );
  const citizens = sha256Hex(
    JSON.stringify([
      'citizens',
      saltOf(db, changeSet),
      db.value<string | null>('SELECT reason FROM change_set WHERE id = ?', changeSet) ?? null,
      came.dossiers.citizens,
      came.entries.citizens,
      changes.citizens,
      entryChanges.citizens,
      db.getRaw(IMPORT_CITIZENS, changeSet) ?? null,
    ]),
  );
  return { bare, citizens };
}

/** What the change set of the old form says now, salted: the whole of it may hold what is about citizens. */
export function wholeAsCitizens(db: Connection, changeSet: number, content: string): string {
  return sha256Hex(JSON.stringify(['whole', saltOf(db, changeSet), content]));
}

export function saltOf(db: Connection, changeSet: number): string | null {
  return db.value<string>('SELECT salt FROM log_salt WHERE change_set = ?', changeSet) ?? null;
}

function changedParts(db: Connection, log: LogTables, changeSet: number): Parts {
  const digest = new PartedDigest();
  const rows = db.iterateRaw<SqlValue[]>(
    `SELECT change_set, ${log.records}, previous, fields FROM ${log.changes} WHERE change_set = ? ORDER BY ${log.records}`,
    changeSet,
  );
  for (const row of rows) addChange(digest, log, row);
  return digest.digest();
}

function rewrittenDigest(db: Connection, deed: number): string | null {
  const digest = new RowDigest();
  for (const row of db.iterateRaw<SqlValue[]>(
    'SELECT change_set, was, now FROM rewritten WHERE deed = ? ORDER BY change_set',
    deed,
  ))
    digest.add(row);
  return digest.rows === 0 ? null : digest.digest();
}

/** Records that came with a change set, as they came: digests of their parts, and of the old form where it is asked for. */
export function cameParts(
  rows: StatedRows,
  log: LogTables,
  range: Range,
  { changeSet, form }: Pick<ChangeSetSubject, 'changeSet' | 'form'>,
): { readonly parts: Parts; readonly whole: string | null; readonly count: number } {
  if (range === null) return { parts: NO_PARTS, whole: null, count: 0 };
  const digest = new PartedDigest();
  const whole = form === 2 ? null : new RowDigest();
  const add = log === DOSSIER_LOG ? addDossier : addEntry;
  for (const { createdIn, content } of rows.of(log, ...range, null)) {
    if (createdIn !== changeSet) continue;
    add(digest, content);
    whole?.add(content);
  }
  return {
    parts: digest.digest(),
    whole: whole === null || whole.rows === 0 ? null : whole.digest(),
    count: digest.rows,
  };
}

/** What a change set says now, by the form in which it was logged. */
export interface ContentNow {
  readonly dossiers: number;
  readonly entries: number;
  /** The digest that the log would keep of it now. */
  readonly content: string;
  /** Without what is about citizens; null in the old form, which does not part them. */
  readonly bare: string | null;
  /** What is about citizens, salted. */
  readonly citizens: string;
}

export function contentNow(db: Connection, rows: StatedRows, subject: ChangeSetSubject): ContentNow {
  const { changeSet } = subject;
  const dossiers = cameParts(rows, DOSSIER_LOG, subject.dossiers, subject);
  const entries = cameParts(rows, ENTRY_LOG, subject.entries, subject);
  const counts = { dossiers: dossiers.count, entries: entries.count };
  if (subject.form === 2) {
    const parts = partedContent(db, subject, { dossiers: dossiers.parts, entries: entries.parts });
    return { ...counts, ...parts, content: contentOf(parts) };
  }
  const content = changeSetContent(db, subject, { dossiers: dossiers.whole, entries: entries.whole });
  return { ...counts, content, bare: null, citizens: wholeAsCitizens(db, changeSet, content) };
}

/**
 * Whether what is there now is what was logged: directly, or by way of the deeds that took citizens' data out of it,
 * each of which names the digest before and after it. In the parted form all else must be what it was.
 */
export function isAsLogged(
  db: Connection,
  changeSet: number,
  logged: string,
  now: Pick<ContentNow, 'content' | 'bare' | 'citizens'>,
): boolean {
  const steps = db.allRaw<[string, string]>(
    'SELECT was, now FROM rewritten WHERE change_set = ? ORDER BY deed',
    changeSet,
  );
  const [first] = steps;
  if (first === undefined) return now.content === logged;
  let last = first[0];
  for (const [was, next] of steps) {
    if (was !== last) return false;
    last = next;
  }
  if (last !== now.citizens) return false;
  return (now.bare === null ? first[0] : contentOf({ bare: now.bare, citizens: first[0] })) === logged;
}
