import type { Kind } from '../support/kind.ts';
import { olderForm } from '../support/older.ts';
import { lookAtOlder } from '../support/older-look.ts';

/** A newer version opens a folder of an older form: a copy is made, then each step. */
export const migration: Kind = {
  age: (folder) => olderForm(folder, 30),
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
