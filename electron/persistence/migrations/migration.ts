import type { Connection } from '../open-database.ts';

/**
 * One step of the database's form. Steps are numbered in tens, run once, in order, each in its own transaction, and
 * are never changed after a release: what a released step did is amended by a later one.
 */
export interface Migration {
  /** `user_version` after the step. */
  readonly version: number;
  readonly name: string;
  up(db: Connection): void;
}
