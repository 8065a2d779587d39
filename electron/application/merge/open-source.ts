import { rmSync } from 'node:fs';
import { may } from '#shared/domain/rights.ts';
import { AppError } from '#shared/errors.ts';
import { keyByPassphrase, keyByRecovery } from '../access/keyring.ts';
import { encryptPlain } from '../access/open-folder.ts';
import { check } from '../app/check.ts';
import { hasProfile, readProfile, type UnitProfile } from '../app/documents.ts';
import { storeOpener } from '../app/store-opener.ts';
import { copyFault, keyringOfCopy } from '../backups/opened-copy.ts';
import type { Store } from '../ports.ts';
import { type SourceHead, stageSource } from './source-files.ts';

/** How a source is opened: by one of its people who may join units there, or by its recovery sheet. */
export type SourceKey =
  | { readonly kind: 'passphrase'; readonly login: string; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly recoveryKey: string };

/** A source that is open, in a folder of its own beside the book; the original was only read. */
export interface OpenSource {
  readonly head: SourceHead;
  readonly folder: string;
  readonly store: Store;
  readonly profile: UnitProfile;
  /** Id of its keyring. */
  readonly folderId: string;
}

/**
 * Opens a source: a copy of its files is made and opened as a book of its own, which brings an older form to the
 * present one; then the whole of it is checked, its log included. `advance` is told of each step and throws to stop.
 *
 * Throws `AppError` PASSPHRASE_WRONG, RECOVERY_KEY_WRONG, FORBIDDEN (the person may not join units there),
 * MERGE_SOURCE_UNFIT (`reason` check: something in it does not hold), DATA_DAMAGED as BACKUP_DAMAGED.
 */
export async function openSource(
  head: SourceHead,
  by: SourceKey,
  folder: string,
  advance: (phase: 'reading' | 'checking', done: number, total: number) => void,
): Promise<OpenSource> {
  // Before anything is copied: a wrong passphrase is told at once.
  let key = head.keyring === null ? null : await keyOf(head.keyring, by);
  let store: Store | null = null;
  try {
    await stageSource(head, folder, (done, total) => advance('reading', done, total));
    advance('checking', 0, 2);
    if (key === null) {
      if (by.kind !== 'passphrase')
        throw new AppError('RECOVERY_KEY_WRONG', { reason: 'other', group: null });
      ({ key } = await encryptPlain(folder, storeOpener, by));
    }
    store = await storeOpener.open(folder, { key });
    const keyring = keyringOfCopy(folder, store, key);
    if (!hasProfile(store)) throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'none', file: null });
    if (by.kind === 'passphrase') {
      const user = store.users.get(by.login);
      if (user === null || user.retiredAt || !may(user, 'merge-units'))
        throw new AppError('FORBIDDEN', { role: user?.role ?? null });
    }
    advance('checking', 1, 2);
    const [problem] = (await check(store)).problems;
    if (problem !== undefined)
      throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'check', problem: problem.slice(0, 300) });
    advance('checking', 2, 2);
    return { head, folder, store, profile: readProfile(store), folderId: keyring.folder };
  } catch (error) {
    store?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    throw await copyFault(error);
  } finally {
    key?.fill(0);
  }
}

async function keyOf(keyring: NonNullable<SourceHead['keyring']>, by: SourceKey): Promise<Buffer> {
  return by.kind === 'passphrase'
    ? keyByPassphrase(keyring, by.login, by.passphrase)
    : keyByRecovery(keyring, by.recoveryKey);
}
