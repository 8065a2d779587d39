import { join } from 'node:path';
import { COPIES_FOLDER } from '#electron/common/book-files.ts';
import type { CopyAhead } from '#shared/ipc/contract/app.ts';
import { copiesIn, type FoundCopy, isProvenOf } from './copies.ts';
import { type BackupSpace, officeOf } from './make-copy.ts';
import { findPlace } from './place.ts';
import { BACKUP_DOCUMENTS } from './settings.ts';

type Space = Omit<BackupSpace, 'version'>;

/**
 * The newest copy of this book within reach whose log is no beginning of the book's: the book was put back to a day
 * before, or went on from such a day, or on two machines. Nothing in a folder that was put back as a whole tells of a
 * later day; a copy elsewhere does. Null where there is none, or none that is not known since a restore. Reads the heads
 * of copies alone.
 */
export async function copyAhead(space: Space): Promise<CopyAhead | null> {
  const found = await reachable(space);
  // After the copies: one that was made meanwhile is a beginning of the log as it is now.
  const office = officeOf(space);
  const ahead = found
    .filter(({ copy }) => isProvenOf(copy, office))
    .flatMap(({ copy: { manifest }, where }) =>
      manifest?.log !== undefined && office.isAhead(manifest) ? { manifest, log: manifest.log, where } : [],
    )
    .sort((a, b) => (a.manifest.madeAt < b.manifest.madeAt ? 1 : -1));
  const [newest] = ahead;
  if (newest === undefined) return null;
  const { manifest, log, where } = newest;
  return { madeAt: manifest.madeAt, where, more: Math.max(0, log.seq - space.store.log.head().seq) };
}

/** That copies which exist now are ahead is known: after a restore, or because somebody who may restore says so. */
export async function acceptCopies(space: Space): Promise<void> {
  const { store, clock } = space;
  const office = officeOf(space);
  const times = (await reachable(space))
    .map(({ copy }) => copy)
    .filter((copy) => isProvenOf(copy, office))
    .map(({ manifest }) => manifest?.madeAt ?? '');
  const accepted = [clock.now(), ...times].sort().at(-1);
  await store.write((tx) => tx.putDocument(BACKUP_DOCUMENTS.accepted, accepted));
}

/** The copies beside the book and in the chosen place, if that is there. */
async function reachable({
  dataDir,
  store,
}: Space): Promise<{ copy: FoundCopy; where: CopyAhead['where'] }[]> {
  const place = findPlace(dataDir, store);
  const there = place?.present ? await copiesIn(place.path) : [];
  const local = await copiesIn(join(dataDir, COPIES_FOLDER));
  return [
    ...there.map((copy) => ({ copy, where: 'place' as const })),
    ...local.map((copy) => ({ copy, where: 'local' as const })),
  ];
}
