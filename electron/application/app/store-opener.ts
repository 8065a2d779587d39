import type { StoreOpener } from '../access/store-opener.ts';

const encryption = () => import('#electron/persistence/encrypt-folder.ts');

/** Opens SQLite folders; the storage is loaded when the first folder is opened. */
export const storeOpener: StoreOpener = {
  look: async (dataDir) => (await encryption()).lookAtFolder(dataDir),
  async open(dataDir, options) {
    const { openStore } = await import('#electron/persistence/open-store.ts');
    const { key } = options;
    if (key !== undefined) (await encryption()).encryptCopies(dataDir, key);
    return openStore(dataDir, options);
  },
  async encrypt(dataDir, from, to, keepKey) {
    (await encryption()).encryptFolder(dataDir, { from, to, keepKey });
  },
};
