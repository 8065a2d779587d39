import type { Migration } from './migration.ts';

/**
 * Entries of every ledger beside the dossiers, with their history.
 *
 * - `ledger` is the id of the ledger's definition; `record` holds the fields that are given, as JSON.
 * - `key`, `day`, `due_on`, `lacks`, `search` are derived by shared/domain/ledgers/entry-rules.ts and the definition,
 *   and written with the row. `due_on` is the day on which the entry is still due; `lacks` names the fields that its
 *   figures need and it does not have, a blank on either side of each.
 * - `created_in`, `changed_in` and `entry_change` are what they are for dossiers.
 */
export const ledgers: Migration = {
  version: 40,
  name: 'ledgers',
  up(db) {
    db.exec(`
      CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        ledger TEXT NOT NULL,
        key TEXT NOT NULL,
        day INTEGER NOT NULL CHECK (day BETWEEN 19000101 AND 21991231),
        due_on INTEGER,
        lacks TEXT NOT NULL,
        record TEXT NOT NULL CHECK (json_valid(record)),
        search TEXT NOT NULL,
        created_in INTEGER NOT NULL REFERENCES change_set,
        changed_in INTEGER NOT NULL REFERENCES change_set,
        deleted INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX entry_key ON entry (ledger, key);
      CREATE INDEX entry_list ON entry (ledger, day, id) WHERE deleted = 0;
      CREATE INDEX entry_due ON entry (ledger, due_on) WHERE deleted = 0 AND due_on IS NOT NULL;
      CREATE INDEX entry_lacking ON entry (ledger, lacks) WHERE deleted = 0 AND lacks <> '';
      CREATE INDEX entry_deleted ON entry (ledger, day, id) WHERE deleted = 1;

      CREATE TABLE entry_change (
        change_set INTEGER NOT NULL REFERENCES change_set,
        entry INTEGER NOT NULL,
        previous INTEGER NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (change_set, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entry_change_of_entry ON entry_change (entry);
      CREATE INDEX entry_change_previous ON entry_change (previous);
    `);
  },
};
