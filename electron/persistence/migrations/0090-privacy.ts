import type { Migration } from './migration.ts';

/**
 * What lets a citizen's data leave the book while the log goes on vouching for everything else.
 *
 * - `log_salt`: what is about citizens enters a change set's digest salted. The salt goes with the data, so that nobody
 *   can try names against the digest that stays. 0 stands for all that was there when the log began.
 * - `rewritten`: which change sets a deed took citizens' data out of; the digest of that part before and after it.
 */
export const privacy: Migration = {
  version: 90,
  name: 'privacy',
  up(db) {
    db.exec(`
      CREATE TABLE log_salt (change_set INTEGER PRIMARY KEY, salt TEXT NOT NULL) STRICT;
      CREATE TABLE rewritten (
        deed INTEGER NOT NULL REFERENCES change_set,
        change_set INTEGER NOT NULL,
        was TEXT NOT NULL CHECK (length(was) = 64),
        now TEXT NOT NULL CHECK (length(now) = 64),
        PRIMARY KEY (deed, change_set)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX rewritten_of ON rewritten (change_set, deed);
    `);
  },
};
