import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Before the name of a copy whose origin is not known: from then on it is never taken for one of this book. */
const UNKNOWN_COPY = 'la-';

/** Gives a copy in a folder such a name, unless it has one. Its name from then on. Throws what the system says. */
export function renamedAsUnknown(folder: string, name: string): string {
  if (name.startsWith(UNKNOWN_COPY)) return name;
  let unknown = `${UNKNOWN_COPY}${name}`;
  for (let number = 2; existsSync(join(folder, unknown)); number += 1)
    unknown = `${UNKNOWN_COPY}${number}-${name}`;
  renameSync(join(folder, name), join(folder, unknown));
  return unknown;
}
