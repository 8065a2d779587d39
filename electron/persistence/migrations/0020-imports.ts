import type { Migration } from './migration.ts';

/**
 * Imports with their balance, kept for ever. `first_id`, `last_id`: the ids given to the dossiers it added.
 * `archive` keeps, packed, the records that undoing an import removed.
 */
export const imports: Migration = {
  version: 20,
  name: 'imports',
  up(db) {
    db.exec(`
      CREATE TABLE import (
        id INTEGER PRIMARY KEY,
        change_set INTEGER NOT NULL REFERENCES change_set,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        kind TEXT NOT NULL,
        sheet TEXT,
        header_row INTEGER NOT NULL DEFAULT 0,
        mapping TEXT NOT NULL DEFAULT '{}',
        read INTEGER NOT NULL DEFAULT 0,
        added INTEGER NOT NULL DEFAULT 0,
        updated INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0,
        bad INTEGER NOT NULL DEFAULT 0,
        ignored INTEGER NOT NULL DEFAULT 0,
        bad_rows TEXT NOT NULL DEFAULT '[]',
        first_id INTEGER,
        last_id INTEGER,
        undone_in INTEGER REFERENCES change_set,
        CHECK (read = added + updated + unchanged + bad)
      ) STRICT;
      CREATE UNIQUE INDEX import_change_set ON import (change_set);

      CREATE TABLE archive (
        change_set INTEGER NOT NULL REFERENCES change_set,
        part INTEGER NOT NULL,
        rows BLOB NOT NULL,
        PRIMARY KEY (change_set, part)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
