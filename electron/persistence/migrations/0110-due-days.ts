import type { Migration } from './migration.ts';

/** Dossiers by the day they are due, ended ones too: the calendar counts from it, and the list of a day finds them. */
export const dueDays: Migration = {
  version: 110,
  name: 'due-days',
  up(db) {
    db.exec('CREATE INDEX dossier_due ON dossier (due_on, counted) WHERE deleted = 0 AND due_on IS NOT NULL');
  },
};
