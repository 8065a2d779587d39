import type { Migration } from './migration.ts';

/**
 * Which change sets changed a figure of a signed report. `report` is the signed revision whose figure changed, `period`
 * its period; who, when and why stand in the change set. Never removed.
 */
export const corrections: Migration = {
  version: 60,
  name: 'corrections',
  up(db) {
    db.exec(`
      CREATE TABLE correction (
        change_set INTEGER NOT NULL REFERENCES change_set,
        report INTEGER NOT NULL REFERENCES report,
        period TEXT NOT NULL,
        PRIMARY KEY (change_set, report)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX correction_of_report ON correction (report);
    `);
  },
};
