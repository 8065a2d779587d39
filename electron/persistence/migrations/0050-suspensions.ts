import type { Migration } from './migration.ts';

/**
 * Recorded suspensions of a dossier as a JSON list, null where there are none. The few dossiers that have some are in
 * an index that holds all that is asked about them on a day.
 */
export const suspensions: Migration = {
  version: 50,
  name: 'suspensions',
  up(db) {
    db.exec(`
      ALTER TABLE dossier ADD COLUMN suspensions TEXT;
      CREATE INDEX dossier_suspended ON dossier (deleted, due_on, received_on, resolved_on, counted, facts, field, suspensions)
        WHERE suspensions IS NOT NULL;
    `);
  },
};
