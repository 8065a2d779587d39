import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lookIntoCopy } from '../support/copies.ts';
import type { Kind } from '../support/kind.ts';
import { typedDossier } from '../support/lists.ts';

/** Copies of the book, on this machine and on a stick, with work in between. */
export const backup: Kind = {
  async cycle(desk, told, random, cycle) {
    const code = `SL-${cycle}-${Math.floor(random() * 1e9)}`;
    const record = typedDossier(code, 'trước khi sao lưu', random);
    await desk.call('dossiers.save', { id: null, version: null, record, reason: null });
    told.about({ code });
    const { last } = await desk.call('backups.now', {});
    told.done({ code, file: last?.file ?? null });
  },
  async look(desk, { done }) {
    const faults: string[] = [];
    const { stick } = desk.places;
    const newest = done.at(-1);
    for (const file of readdirSync(stick).filter((name) => name.endsWith('.scl-backup'))) {
      const code = newest?.file === file ? String(newest.code) : null;
      const fault = await lookIntoCopy(join(stick, file), code);
      if (fault !== null) faults.push(`${file}: ${fault}`);
    }
    if (typeof newest?.file === 'string' && !existsSync(join(stick, newest.file)))
      faults.push(`the copy ${newest.file} was acknowledged and is gone`);
    // What was begun goes with the next copy.
    await desk.call('backups.now', {});
    return faults;
  },
};
