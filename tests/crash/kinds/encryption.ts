import type { Kind } from '../support/kind.ts';
import { plainFolder } from '../support/older.ts';
import { lookAtOlder } from '../support/older-look.ts';

/** Somebody signs in to a folder of a version before encryption: it is encrypted. */
export const encryption: Kind = {
  age: (folder) => plainFolder(folder),
  opens: true,
  async cycle(desk, told, _random, cycle) {
    // It is done once; whoever is to be killed later is killed at rest.
    if (cycle > 0) return;
    told.about({ open: true });
    await desk.signIn();
    told.done({ open: true });
  },
  look: lookAtOlder,
};
