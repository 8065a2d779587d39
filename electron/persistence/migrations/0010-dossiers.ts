import type { Migration } from './migration.ts';

// Order and columns serve reading without touching the rows themselves; `id` in the first one gives the order of lists.
const SECONDARY_INDEXES: readonly (readonly [string, string])[] = [
  ['dossier_received', 'dossier (received_on, id, counted, facts, field, procedure_code) WHERE deleted = 0'],
  [
    'dossier_resolved',
    'dossier (resolved_on, received_on, facts, field, due_on) WHERE deleted = 0 AND resolved_on IS NOT NULL',
  ],
  [
    'dossier_open',
    'dossier (due_on, received_on, facts, field) WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL',
  ],
  ['dossier_late', 'dossier (resolved_on) WHERE deleted = 0 AND resolved_on > due_on'],
  ['dossier_not_counted', 'dossier (received_on) WHERE deleted = 0 AND counted = 0'],
  ['dossier_deleted', 'dossier (received_on) WHERE deleted = 1'],
];

/**
 * Dossiers with their history.
 *
 * - Repeated words (field, procedure, officer) are kept once in `term`.
 * - `code_key` is only set where the code as written differs from the form in which codes are compared.
 * - `resolved_on`, `facts`, `counted`, `search` are derived by shared/domain/dossier-facts.ts and written with the row.
 * - `created_in`, `changed_in` say by which change set a record came and was last changed; the latter is its version.
 * - `change.previous` is the version that a change replaced: who asks what was done after an import finds it there.
 * - `tally` counts dossiers by half-month and facts, so that a period is read without reading its dossiers.
 * - The wide indexes hold all that lists and figures filter by, in the order in which lists are shown.
 */
export const dossiers: Migration = {
  version: 10,
  name: 'dossiers',
  up(db) {
    db.exec(`
      CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE term (
        id INTEGER PRIMARY KEY,
        kind INTEGER NOT NULL,
        text TEXT NOT NULL,
        folded TEXT NOT NULL,
        UNIQUE (kind, text)
      ) STRICT;

      CREATE TABLE change_set (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user TEXT NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT,
        import_id INTEGER
      ) STRICT;

      CREATE TABLE dossier (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL CHECK (code <> ''),
        code_key TEXT,
        procedure_code INTEGER REFERENCES term,
        procedure_name INTEGER REFERENCES term,
        field INTEGER REFERENCES term,
        applicant_name TEXT,
        person_id TEXT,
        channel INTEGER NOT NULL,
        received_on INTEGER NOT NULL CHECK (received_on BETWEEN 19000101 AND 21991231),
        due_on INTEGER,
        reappointed_due_on INTEGER,
        finished_on INTEGER,
        returned_on INTEGER,
        status INTEGER NOT NULL,
        outcome INTEGER NOT NULL,
        components INTEGER NOT NULL,
        result INTEGER NOT NULL,
        in_software INTEGER,
        paper_parallel INTEGER,
        handler INTEGER REFERENCES term,
        note TEXT,
        issues_document INTEGER,
        resolved_on INTEGER,
        facts INTEGER NOT NULL,
        counted INTEGER NOT NULL,
        search TEXT NOT NULL,
        created_in INTEGER NOT NULL REFERENCES change_set,
        changed_in INTEGER NOT NULL REFERENCES change_set,
        deleted INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX dossier_code ON dossier (coalesce(code_key, code));
      ${SECONDARY_INDEXES.map(([name, definition]) => `CREATE INDEX ${name} ON ${definition};`).join('\n')}

      CREATE TABLE tally (
        axis INTEGER NOT NULL,
        bucket INTEGER NOT NULL,
        facts INTEGER NOT NULL,
        field INTEGER NOT NULL,
        n INTEGER NOT NULL CHECK (n > 0),
        PRIMARY KEY (axis, bucket, facts, field)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE change (
        change_set INTEGER NOT NULL REFERENCES change_set,
        dossier INTEGER NOT NULL,
        previous INTEGER NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (change_set, dossier)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX change_of_dossier ON change (dossier);
      CREATE INDEX change_previous ON change (previous);
    `);
  },
};
