import type { Migration } from './migration.ts';

/**
 * What other books brought when units were joined. The merge itself, its units and its balance are the document
 * `merges.N`.
 *
 * - `merged_from`: where a record came from: the N of its merge, the place of the source among its sources, its id
 *   there, the code it had there where it has another one now. `joined`: that record was the same thing as this one,
 *   and this one stayed.
 * - `former_report`: a report that a former unit signed, byte for byte, with the answers to it. It closes no period of
 *   this book.
 */
export const merges: Migration = {
  version: 100,
  name: 'merges',
  up(db) {
    db.exec(`
      CREATE TABLE merged_from (
        kind TEXT NOT NULL CHECK (kind IN ('dossier', 'entry')),
        record INTEGER NOT NULL,
        merge INTEGER NOT NULL,
        source INTEGER NOT NULL,
        was INTEGER NOT NULL,
        code TEXT,
        joined INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (kind, record, merge, source, was)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE former_report (
        id INTEGER PRIMARY KEY,
        merge INTEGER NOT NULL,
        source INTEGER NOT NULL,
        unit_code TEXT NOT NULL,
        unit_name TEXT NOT NULL,
        report_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        period TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        to_day INTEGER NOT NULL,
        signed_at TEXT NOT NULL,
        signed_by TEXT NOT NULL,
        signer TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL,
        pdf BLOB NOT NULL,
        receipts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(receipts)),
        UNIQUE (sha256)
      ) STRICT;
    `);
  },
};
