import { dossiers } from './0010-dossiers.ts';
import { imports } from './0020-imports.ts';
import { office } from './0030-office.ts';
import { ledgers } from './0040-ledgers.ts';
import { suspensions } from './0050-suspensions.ts';
import { corrections } from './0060-corrections.ts';
import { log } from './0070-log.ts';
import { people } from './0080-people.ts';
import { privacy } from './0090-privacy.ts';
import { merges } from './0100-merges.ts';
import { dueDays } from './0110-due-days.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  dossiers,
  imports,
  office,
  ledgers,
  suspensions,
  corrections,
  log,
  people,
  privacy,
  merges,
  dueDays,
];
