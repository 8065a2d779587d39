import { beginLog } from '../log/log-writer.ts';
import type { Migration } from './migration.ts';

/**
 * The log of all that was done: hash-chained, and nobody changes or removes an entry. The database refuses it to whoever
 * comes by SQL and did not mean it; whoever means it breaks the chain.
 */
export const log: Migration = {
  version: 70,
  name: 'log',
  up(db) {
    db.exec(`
      CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        login TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL CHECK (json_valid(subject)),
        content TEXT NOT NULL CHECK (length(content) = 64),
        previous TEXT NOT NULL CHECK (length(previous) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64)
      ) STRICT;
      CREATE INDEX log_kind ON log (kind);
      CREATE INDEX log_change_set ON log (json_extract(subject, '$.changeSet'));
      CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
      BEGIN
        SELECT RAISE(ABORT, 'the log is append-only');
      END;
      CREATE TRIGGER log_is_not_removed BEFORE DELETE ON log
      BEGIN
        SELECT RAISE(ABORT, 'the log is append-only');
      END;
    `);
    beginLog(db);
  },
};
