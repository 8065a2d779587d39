import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restoreFrom } from '../support/copies.ts';
import type { Kind } from '../support/kind.ts';
import { typedDossier } from '../support/lists.ts';
import { randomOf } from '../support/random.ts';

const states = (folder: string): string => join(folder, 'states.json');

/** A copy takes the place of a book that went on since, over and over; one of the two is always there, whole. */
export const restore: Kind = {
  async prepare(desk, folder) {
    await desk.call('backups.now', {});
    const copied = await desk.digest();
    const record = typedDossier('SAU-SAO-LUU', 'ghi sau', randomOf(1));
    await desk.call('dossiers.save', { id: null, version: null, record, reason: null });
    writeFileSync(states(folder), JSON.stringify([copied, await desk.digest()]));
  },
  async cycle(desk, told, random, cycle) {
    const { stick } = desk.places;
    const copy = readdirSync(stick).find((name) => name.endsWith('.scl-backup'));
    if (copy === undefined) throw new Error('no copy');
    told.about({ restored: cycle });
    await restoreFrom(desk, join(stick, copy));
    told.done({ restored: cycle });
    if (random() < 0.5) return;
    const { replaced } = await desk.call('backups.state', {});
    told.about({ back: cycle });
    await desk.call('restore.bringBack', { id: replaced[0]?.id ?? '' });
    await desk.signIn();
    told.done({ back: cycle });
  },
  async look(desk, { about, done }, folder) {
    const known = JSON.parse(readFileSync(states(folder), 'utf8')) as string[];
    const faults = known.includes(await desk.digest())
      ? []
      : ['the book is neither the copy nor the one before'];
    if (about.length === 0 && (await desk.digest()) !== known[1])
      faults.push('nothing was asked for, and the book is another');
    if (done.length === about.length && done.length === 1 && (await desk.digest()) !== known[0])
      faults.push('the copy was acknowledged as taken and is not there');
    return faults;
  },
};
