import { setKeyringAside } from '../access/keyring-file.ts';
import type { StoreOpener } from '../access/store-opener.ts';
import { isSwapUnsettled, settleSwap } from '../backups/swap.ts';

const encryption = () => import('#electron/persistence/encrypt-folder.ts');

/** Opens SQLite folders; the storage is loaded when the first folder is opened. */
export const storeOpener: StoreOpener = {
  async look(dataDir) {
    // A restore that was cut off is brought to its end before anything else.
    if (isSwapUnsettled(dataDir)) {
      const { lockFolder } = await import('#electron/persistence/folder-lock.ts');
      const lock = lockFolder(dataDir);
      try {
        settleSwap(dataDir);
      } finally {
        lock.release();
      }
    }
    return (await encryption()).lookAtFolder(dataDir, () => setKeyringAside(dataDir));
  },
  async open(dataDir, options) {
    const { openStore } = await import('#electron/persistence/open-store.ts');
    const { key } = options;
    if (key !== undefined) await (await encryption()).encryptCopies(dataDir, key);
    return openStore(dataDir, options);
  },
  async encrypt(dataDir, from, to, keepKey, tell = null) {
    await (await encryption()).encryptFolder(dataDir, {
      from,
      to,
      keepKey,
      tell,
      forgetKey: () => setKeyringAside(dataDir),
    });
  },
  async fits(dataDir, key) {
    const { holdsPagesOf } = await import('#electron/persistence/holds-pages-of.ts');
    return holdsPagesOf(dataDir, key);
  },
};
