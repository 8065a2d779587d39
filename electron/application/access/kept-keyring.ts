import { AppError } from '#shared/errors.ts';
import type { Store } from '../ports.ts';
import { isGenuine, type OpenKeyring } from './keyring.ts';
import { writeKeyring } from './keyring-file.ts';
import { type Keyring, keyring as keyringForm } from './keyring-form.ts';

/** Documents of the book about the files beside it. */
export const KEYRING_DOCUMENTS = {
  /** The keyring as it was last written with the key. */
  kept: 'keyring.kept',
  /** How often a keyring was found beside the book that was not its own; until somebody who signs in is told. */
  strange: 'keyring.strange',
} as const;

/**
 * The keyring that the book itself keeps; null in a book that has none yet, or one of before its key was changed.
 */
function keptKeyring(store: Pick<Store, 'documents'>, key: Buffer): Keyring | null {
  const kept = keyringForm.safeParse(store.documents.get(KEYRING_DOCUMENTS.kept)).data ?? null;
  return kept !== null && isGenuine(kept, key) ? kept : null;
}

/** Keeps a keyring in the book, which only its key can change. */
export function keepKeyring(store: Pick<Store, 'write'>, keyring: Keyring): Promise<void> {
  return store.write((tx) => tx.putDocument(KEYRING_DOCUMENTS.kept, keyring));
}

/** Notes that the keyring beside the book was a strange one. */
function noteStrange(store: Store): Promise<void> {
  const times = strangeTimes(store);
  return store.write((tx) => tx.putDocument(KEYRING_DOCUMENTS.strange, times + 1));
}

/** How often a strange keyring was found and nobody was told yet. */
export function strangeTimes(store: Pick<Store, 'documents'>): number {
  const value = store.documents.get(KEYRING_DOCUMENTS.strange);
  return typeof value === 'number' ? value : 0;
}

/** What is to be thought of the keyring beside a book. */
export type KeyringJudgement =
  /** The one that the book keeps. */
  | { readonly kind: 'kept' }
  /** Written with the key and later than the kept one (the program was cut off before it kept it), or the first. */
  | { readonly kind: 'newer' }
  /** Put there by somebody without the key, or an earlier one put back; `kept` is the book's own. */
  | { readonly kind: 'strange'; readonly kept: Keyring | null };

/**
 * Compares the keyring by which a book was opened with the one in the book. The file can be exchanged by whoever can
 * write into the folder: for one of their own, or for an earlier one with the boxes of people who were withdrawn, a
 * passphrase or a recovery sheet that was replaced. The database cannot, page by page, without its key.
 */
export function judgeKeyring(store: Pick<Store, 'documents'>, found: Keyring, key: Buffer): KeyringJudgement {
  const kept = keptKeyring(store, key);
  if (!isGenuine(found, key)) return { kind: 'strange', kept };
  if (kept?.mac === found.mac) return { kind: 'kept' };
  return kept === null || found.revision > kept.revision ? { kind: 'newer' } : { kind: 'strange', kept };
}

/** An open book with its keyring and key. */
interface OpenBook extends OpenKeyring {
  readonly store: Store;
}

/**
 * Makes the keyring beside a book that was just opened the book's own: a later one is kept, a strange one gives way
 * to the kept one, which then has to let in whoever came. `find` opens a keyring the way they came. Throws `AppError`
 * KEYRING_CHANGED where the book keeps none, and what `find` throws; the store is closed then.
 */
export async function settleKeyring(
  dataDir: string,
  { store, keyring, key }: OpenBook,
  find: (keyring: Keyring) => Promise<Buffer> | Buffer,
): Promise<OpenBook> {
  try {
    const judged = judgeKeyring(store, keyring, key);
    if (judged.kind === 'kept') return { store, keyring, key };
    if (judged.kind === 'newer') {
      await keepKeyring(store, keyring);
      return { store, keyring, key };
    }
    const { kept } = judged;
    if (kept === null) throw new AppError('KEYRING_CHANGED');
    await noteStrange(store);
    writeKeyring(dataDir, kept);
    const again = await find(kept);
    if (!again.equals(key)) throw new AppError('KEYRING_CHANGED');
    again.fill(0);
    return { store, keyring: kept, key };
  } catch (fault) {
    store.close();
    key.fill(0);
    throw fault;
  }
}
