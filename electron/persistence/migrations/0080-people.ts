import type { Migration } from './migration.ts';

/** What one person may beside their role (JSON: ability to true or false; null: nothing said), and since when they are gone. */
export const people: Migration = {
  version: 80,
  name: 'people',
  up(db) {
    db.exec(`
      ALTER TABLE user ADD COLUMN exceptions TEXT CHECK (exceptions IS NULL OR json_valid(exceptions));
      ALTER TABLE user ADD COLUMN retired_at TEXT;
    `);
  },
};
