import type { WriteMeta } from '#electron/application/ports.ts';
import type { Changeable } from './change-fields.ts';
import { type Change, changesOf, insertChange, type LoggedRecords, type Versioned } from './change-log.ts';
import type { Connection } from './open-database.ts';

/** Writes who does what and why; its id is the version of all that is changed under it. Never removed. */
export function insertChangeSet(db: Connection, meta: WriteMeta): number {
  return db.run(
    'INSERT INTO change_set (at, user, kind, reason, import_id) VALUES (?, ?, ?, ?, ?)',
    meta.at,
    meta.user,
    meta.kind,
    meta.reason,
    meta.importId,
  ).id;
}

/**
 * Takes back a deed on a single record: an edit, a removal, a restoration, or its creation (which removes it).
 * The record gets its former version back, so that what could be undone before the deed can be undone again.
 * Null when there is no such deed, the record was changed since, or cannot become what it was.
 */
export function undoDeed<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  changeSet: number,
  by: number,
): K | null {
  if (isFinal(db, changeSet)) return null;
  const changes = [...changesOf(db, logged, changeSet)];
  if (changes.length === 0) return undoCreation(db, logged, changeSet, by);
  if (changes.length > 1) return null;
  const [id] = takeBackAll(db, logged, changes, changeSet, by) ?? [];
  return id === undefined ? null : logged.byId(id);
}

/**
 * Takes back a deed on many records at once, all or none; how many got their former state and version back. Null when
 * there is no such deed, it was an import (which is undone as one), or a record was changed since.
 */
export function undoManyDeeds<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  changeSet: number,
  by: number,
): number | null {
  const kind = db.value<string>('SELECT kind FROM change_set WHERE id = ?', changeSet);
  if (kind === 'imported' || isFinal(db, changeSet)) return null;
  const changes = [...changesOf(db, logged, changeSet)];
  if (changes.length === 0) return null;
  return takeBackAll(db, logged, changes, changeSet, by)?.length ?? null;
}

/** What was anonymised is gone; there is nothing that it could be taken back to. */
function isFinal(db: Connection, changeSet: number): boolean {
  return db.value<string>('SELECT kind FROM change_set WHERE id = ?', changeSet) === 'anonymised';
}

/** Ids of the records taken back; null, and nothing written, when one of them cannot be. */
function takeBackAll<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  changes: readonly Change<K>[],
  changeSet: number,
  by: number,
): number[] | null {
  const steps: { known: K; before: S; change: Change<K> }[] = [];
  for (const change of changes) {
    const { known } = change;
    if (known?.changedIn !== changeSet) return null;
    const before = logged.takeBack(known, change.fields);
    if (!logged.mayBecome(known, before)) return null;
    steps.push({ known, before, change });
  }
  return steps.map(({ known, before, change: { fields, previous } }) => {
    const back = Object.entries(fields).map(([name, [from, to]]) => [name, [to, from]] as const);
    insertChange(db, logged.tables, by, known, Object.fromEntries(back));
    logged.overwrite(known, before, previous);
    return known.id;
  });
}

function undoCreation<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  changeSet: number,
  by: number,
): K | null {
  if (db.value<string>('SELECT kind FROM change_set WHERE id = ?', changeSet) !== 'created') return null;
  const id = db.value<number>(
    `SELECT id FROM ${logged.tables.records} WHERE changed_in = ? AND created_in = ? ORDER BY id DESC LIMIT 1`,
    changeSet,
    changeSet,
  );
  const created = id === undefined ? null : logged.byId(id);
  if (!created) return null;
  const removed = { ...created, deleted: true };
  if (!logged.mayBecome(created, removed)) return null;
  logged.update(created, removed, by);
  return logged.byId(created.id);
}
