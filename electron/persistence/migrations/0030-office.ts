import type { Migration } from './migration.ts';

/** People, keys, documents (profile, preferences, drafts), signed reports, trusted signers. */
export const office: Migration = {
  version: 30,
  name: 'office',
  up(db) {
    db.exec(`
      CREATE TABLE document (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE user (
        id INTEGER PRIMARY KEY,
        login TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        passphrase_hash TEXT
      ) STRICT;

      CREATE TABLE signing_key (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        envelope BLOB NOT NULL,
        certificate BLOB NOT NULL,
        info TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL
      ) STRICT;

      CREATE TABLE report (
        id INTEGER PRIMARY KEY,
        report_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        period TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        to_day INTEGER NOT NULL,
        signed_at TEXT NOT NULL,
        signed_by TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL,
        json TEXT NOT NULL,
        pdf BLOB NOT NULL,
        UNIQUE (report_id, revision)
      ) STRICT;
      CREATE INDEX report_period ON report (period);

      CREATE TABLE enrolment (
        id INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        fingerprint TEXT NOT NULL UNIQUE,
        certificate BLOB NOT NULL,
        unit_code TEXT,
        from_day INTEGER,
        to_day INTEGER,
        revoked_on INTEGER
      ) STRICT;
    `);
  },
};
