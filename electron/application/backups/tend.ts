import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COPIES_FOLDER } from '#electron/common/book-files.ts';
import { carry } from './carry.ts';
import { copiesIn, type FoundCopy, newestOwn, rotate, tidy, tidyPlace } from './copies.ts';
import {
  adoptMigrationCopies,
  type BackupSpace,
  isCovered,
  type MadeCopy,
  makeCopy,
  officeOf,
} from './make-copy.ts';
import type { BackupReason } from './manifest.ts';
import { findPlace, markPlace } from './place.ts';
import { readBackupSettings } from './settings.ts';

/** When the program looks after its copies: from time to time while somebody works, and when the book is closed. */
export type Moment = 'use' | 'closing';

/** An import of a file so large is preceded by a copy, bytes: some thousand rows. */
const IMPORT_OF_SIZE = 200_000;

/**
 * Makes the copy that is due, if any, and brings the newest one to the chosen place where it is missing there (a stick
 * that was not plugged in). A place that is not there is no fault. Throws what `makeCopy` and `carry` throw.
 */
export async function tend(space: BackupSpace, moment: Moment): Promise<void> {
  const { store, dataDir, clock } = space;
  const local = join(dataDir, COPIES_FOLDER);
  await adoptMigrationCopies(space, bareCopies(local));
  const { atStart, atClose } = readBackupSettings(store);
  const newest = newestOwn(await localCopies(space), officeOf(space));
  const ofToday = newest?.manifest?.day === clock.today();
  const upToDate = newest !== null && isCovered(store);
  if (moment === 'use' && atStart && !ofToday) await copyNow(space, 'daily');
  else if (moment === 'closing' && atClose && !upToDate) await copyNow(space, 'closing');
  else await bring(space);
}

/**
 * Makes a copy, rotates, and brings it to the chosen place. Stopped on the way there, the copy in the folder is whole and
 * stays.
 */
export async function copyNow(space: BackupSpace, reason: BackupReason): Promise<MadeCopy> {
  const { dataDir } = space;
  const local = join(dataDir, COPIES_FOLDER);
  tidy(local);
  const made = await makeCopy(space, reason);
  await rotate(local, officeOf(space), signings(space));
  await bring(space);
  return made;
}

/** Before an import: a copy, where the file is large and the book holds something that no copy holds. */
export async function copyBeforeImport(space: BackupSpace, bytes: number): Promise<void> {
  if (bytes < IMPORT_OF_SIZE || space.store.stats().dossiers === 0) return;
  const newest = newestOwn(await localCopies(space), officeOf(space));
  if (newest === null || !isCovered(space.store)) await copyNow(space, 'import');
}

/** Brings the newest copy to the chosen place, if that is there. */
export async function bring(space: BackupSpace): Promise<void> {
  const { store, dataDir } = space;
  const place = findPlace(dataDir, store);
  if (place === null || !place.present) return;
  markPlace(dataDir, store);
  const office = officeOf(space);
  if (await carry(await localCopies(space), office, place.path, space.tell)) {
    tidyPlace(place.path, office.unitCode);
    await rotate(place.path, office, signings(space));
  }
}

const localCopies = ({ dataDir }: BackupSpace): Promise<FoundCopy[]> =>
  copiesIn(join(dataDir, COPIES_FOLDER));

const signings = ({ store }: BackupSpace): string[] => store.reports.list().map(({ signedAt }) => signedAt);

/** Copies that opening the folder made before it changed the form of the database. */
function bareCopies(local: string): string[] {
  if (!existsSync(local)) return [];
  return readdirSync(local).filter((name) => /^before-.*\.db$/.test(name));
}
