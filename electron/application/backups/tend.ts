import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyring } from '../access/keyring-file.ts';
import { readProfile } from '../app/documents.ts';
import { carry } from './carry.ts';
import { copiesIn, type FoundCopy, LOCAL_COPIES, newestGood, rotate, tidy, tidyPlace } from './copies.ts';
import { adoptMigrationCopies, type BackupSpace, isCovered, type MadeCopy, makeCopy } from './make-copy.ts';
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
  const local = join(dataDir, LOCAL_COPIES);
  await adoptMigrationCopies(space, bareCopies(local));
  const { atStart, atClose } = readBackupSettings(store);
  const newest = newestGood(await ownCopies(space), folderIdOf(dataDir));
  const ofToday = newest?.manifest?.day === clock.today();
  const upToDate = newest !== null && isCovered(store);
  if (moment === 'use' && atStart && !ofToday) await copyNow(space, 'daily');
  else if (moment === 'closing' && atClose && !upToDate) await copyNow(space, 'closing');
  else await bring(space);
}

/** Makes a copy, rotates, and brings it to the chosen place. */
export async function copyNow(space: BackupSpace, reason: BackupReason): Promise<MadeCopy> {
  const { dataDir } = space;
  const local = join(dataDir, LOCAL_COPIES);
  tidy(local);
  const made = await makeCopy(space, reason);
  const { folder, unit } = made.manifest;
  await rotate(local, { folder, unitCode: unit.code }, signings(space));
  await bring(space);
  return made;
}

/** Before an import: a copy, where the file is large and the book holds something that no copy holds. */
export async function copyBeforeImport(space: BackupSpace, bytes: number): Promise<void> {
  if (bytes < IMPORT_OF_SIZE || space.store.stats().dossiers === 0) return;
  const newest = newestGood(await ownCopies(space), folderIdOf(space.dataDir));
  if (newest === null || !isCovered(space.store)) await copyNow(space, 'import');
}

/** Brings the newest copy to the chosen place, if that is there. */
export async function bring(space: BackupSpace): Promise<void> {
  const { store, dataDir } = space;
  const place = findPlace(dataDir, store);
  const folder = folderIdOf(dataDir);
  if (place === null || !place.present || folder === undefined) return;
  markPlace(dataDir, store);
  if (await carry(await ownCopies(space), folder, place.path)) {
    const { unit } = readProfile(store);
    tidyPlace(place.path, unit.code);
    await rotate(place.path, { folder, unitCode: unit.code }, signings(space));
  }
}

const ownCopies = ({ dataDir }: BackupSpace): Promise<FoundCopy[]> => copiesIn(join(dataDir, LOCAL_COPIES));

/** Id of the folder's keyring; copies of the folder bear it too. */
export const folderIdOf = (dataDir: string): string | undefined => readKeyring(dataDir)?.folder;

const signings = ({ store }: BackupSpace): string[] => store.reports.list().map(({ signedAt }) => signedAt);

/** Copies that opening the folder made before it changed the form of the database. */
function bareCopies(local: string): string[] {
  if (!existsSync(local)) return [];
  return readdirSync(local).filter((name) => /^before-.*\.db$/.test(name));
}
