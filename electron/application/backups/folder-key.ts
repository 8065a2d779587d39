import { previousKeys } from '../access/keyring.ts';
import type { Folder } from '../app/folder.ts';

/**
 * Lends the keys of the open folder, the present one first, to a piece of work, and wipes them afterwards. Throws
 * `AppError` DATA_FOLDER_MISSING where no folder is open.
 */
export async function withKeys<T>(
  folder: Folder,
  work: (keys: readonly [Buffer, ...Buffer[]]) => Promise<T>,
): Promise<T> {
  const lent: Buffer[] = [];
  // The keyring is given back as it is: nothing is written.
  await folder.changeKeyring((keyring, key) => {
    lent.push(Buffer.from(key), ...previousKeys(keyring, key));
    return keyring;
  });
  try {
    return await work(lent as [Buffer, ...Buffer[]]);
  } finally {
    for (const key of lent) key.fill(0);
  }
}
