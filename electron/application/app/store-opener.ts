import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreOpener } from './folder.ts';

/** Opens SQLite folders; the storage is loaded when the first folder is opened. */
export const storeOpener: StoreOpener = {
  exists: (dataDir) => existsSync(join(dataDir, 'so-chat-luong.db')),
  async open(dataDir, create) {
    const { openStore } = await import('#electron/persistence/open-store.ts');
    return openStore(dataDir, { create });
  },
};
