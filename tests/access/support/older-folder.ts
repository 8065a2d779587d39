import { randomBytes, scryptSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeProfile } from '#electron/application/app/documents.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { dump } from '../../persistence/dump.ts';
import { plainDossier } from '../../unit/domain/sample-dossier.ts';

/** Tables whose rows must be the same before and after. */
export const TABLES = ['dossier', 'tally', 'term', 'change_set', 'change', 'document'] as const;
export const OLD_PASSPHRASE = 'mật khẩu cũ';

/** A hash as versions before the keyring kept it. */
export function oldHash(passphrase: string): string {
  const [N, r, p] = [16, 1, 1];
  const salt = randomBytes(16);
  const hash = scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r, p });
  return JSON.stringify({ salt: salt.toString('hex'), hash: hash.toString('hex'), N, r, p });
}

/**
 * A folder as a version before encryption left it: everybody can read it; `thu` and `canbo` have passphrases, `khach`
 * has none; an older copy lies in `backups/`. Its rows.
 */
export async function olderFolder(folder: string, dossiers = 3): Promise<Record<string, unknown[]>> {
  const store = openStore(folder, { create: true });
  const { users, ...unit } = profile;
  const hash = oldHash(OLD_PASSPHRASE);
  await store.write((tx) => {
    writeProfile(tx, unit);
    for (const user of users) tx.putUser({ ...user, passphraseHash: hash });
    tx.putUser({ login: 'khach', name: 'Người Chưa Có', role: 'clerk', passphraseHash: null });
    const changeSet = tx.beginChangeSet({
      user: 'thu',
      at: '2024-03-01T00:00:00Z',
      kind: 'created',
      reason: null,
      importId: null,
    });
    for (let n = 1; n <= dossiers; n += 1)
      tx.insertDossier(plainDossier({ code: `HS-${n}`, applicantName: 'Nguyễn Thị Lộ' }), null, changeSet);
  });
  mkdirSync(join(folder, 'backups'), { recursive: true });
  await store.backupTo(join(folder, 'backups', 'before-40-to-50.db'));
  store.close();
  return dump(folder, ...TABLES);
}
