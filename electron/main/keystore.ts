import { safeStorage } from 'electron';

/** What newer versions of Electron have in place of the synchronous calls. */
interface AsyncStorage {
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string } | string>;
}

/**
 * Answers the service's questions to the system's key store (DPAPI, Keychain, libsecret). Null: it could not. Without a
 * key store Linux falls back to a password that everybody knows (`basic_text`): that is no encryption and not offered.
 */
export async function askKeystore(
  what: 'state' | 'protect' | 'reveal',
  text: string,
): Promise<string | null> {
  const later = safeStorage as unknown as AsyncStorage;
  try {
    if (what === 'state') return state();
    if (state() !== 'usable') return null;
    if (what === 'protect') {
      const bytes = await (later.encryptStringAsync?.(text) ?? safeStorage.encryptString(text));
      return bytes.toString('base64');
    }
    const bytes = Buffer.from(text, 'base64');
    const found = await (later.decryptStringAsync?.(bytes) ?? safeStorage.decryptString(bytes));
    return typeof found === 'string' ? found : found.result;
  } catch {
    // Another machine's or person's secret, or the person refused to unlock the key store.
    return null;
  }
}

function state(): 'usable' | 'none' | 'not-encrypted' {
  if (!safeStorage.isEncryptionAvailable()) return 'none';
  if (process.platform !== 'linux') return 'usable';
  return ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
    ? 'not-encrypted'
    : 'usable';
}
