import type { KnownDossier, WriteMeta } from '#electron/application/ports.ts';
import { takeBack } from './change-fields.ts';
import type { DossierWriter } from './dossier-writer.ts';
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
 * Takes back a deed on a single dossier: an edit, a removal, a restoration, or its creation (which removes it).
 * The dossier gets its former version back, so that what could be undone before the deed can be undone again.
 * Null when there is no such deed or the dossier was changed since.
 */
export function undoChangeSet(
  db: Connection,
  dossiers: DossierWriter,
  changeSet: number,
  by: number,
): KnownDossier | null {
  const [change, ...more] = [...dossiers.changesOf(changeSet)];
  if (more.length > 0) return null;
  if (change) {
    if (!change.known || change.known.changedIn !== changeSet) return null;
    const before = takeBack(change.known, change.fields);
    dossiers.update(change.known, before, by);
    const written = dossiers.byId(change.dossier);
    if (written) dossiers.overwrite(written, before, change.previous);
    return dossiers.byId(change.dossier);
  }
  const kind = db.value<string>('SELECT kind FROM change_set WHERE id = ?', changeSet);
  const id =
    kind === 'created'
      ? db.value<number>(
          'SELECT id FROM dossier WHERE changed_in = ? AND created_in = ? ORDER BY id DESC LIMIT 1',
          changeSet,
          changeSet,
        )
      : undefined;
  const created = id === undefined ? null : dossiers.byId(id);
  if (!created) return null;
  dossiers.update(created, { ...created, deleted: true }, by);
  return dossiers.byId(created.id);
}
