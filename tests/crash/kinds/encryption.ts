import type { Kind } from '../support/kind.ts';
import { plainFolder } from '../support/older.ts';
import { lookAtOlder } from '../support/older-look.ts';

/** Somebody signs in to a folder of a version before encryption: it is encrypted. */
export const encryption: Kind = {
  age: (folder) => plainFolder(folder),
  opens: true,
  async cycle(desk, told) {
    told.about({ open: true });
    await desk.signIn();
    told.done({ open: true });
  },
  look: lookAtOlder,
};
