import { putDocument, removeDocument } from '../documents.ts';
import type { Connection } from '../open-database.ts';

/** Document that says that something was taken out of the book whose bytes may still lie in the file. */
export const PURGE_DUE = 'privacy.purge-due';

/**
 * Writes the whole file anew and empties the log beside it: free pages and the log may hold what was removed. Needs as
 * much room again as the file takes. Not within a transaction.
 */
export function purge(db: Connection): void {
  putDocument(db, PURGE_DUE, true);
  db.exec('VACUUM');
  removeDocument(db, PURGE_DUE);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** What a crash or a full disk left undone is done at the next opening; where it cannot be, at the one after. */
export function purgeIfDue(db: Connection): void {
  try {
    if (db.value('SELECT 1 FROM document WHERE key = ?', PURGE_DUE) !== undefined) purge(db);
  } catch {
    // Still due.
  }
}
