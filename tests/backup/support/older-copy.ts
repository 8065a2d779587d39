import { join } from 'node:path';
import { makeKeyring } from '#electron/application/access/keyring.ts';
import { writeContainer } from '#electron/application/backups/container.ts';
import { hashFile } from '#electron/common/file-hash.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { migrate } from '#electron/persistence/migrate.ts';
import { MIGRATIONS } from '#electron/persistence/migrations/index.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';

/** A form of the database before the present one, with everything a copy needs. */
const SCHEMA = 50;

/** A copy as an older version made it, in a folder; its path. */
export async function olderCopy(folder: string): Promise<string> {
  const { users, ...unit } = profile;
  const people = users.map(({ login, name }) => ({ login, name, passphrase: TEST_PASSPHRASE }));
  const { keyring, key } = await makeKeyring(people, CHEAP);
  const database = join(folder, 'old.db');
  const db = openDatabase(database, { fileMustExist: false, timeout: 0, key });
  migrate(
    db,
    null,
    MIGRATIONS.filter(({ version }) => version <= SCHEMA),
  );
  db.run('INSERT INTO document (key, value) VALUES (?, ?)', 'profile', JSON.stringify(unit));
  for (const { login, name, role } of users)
    db.run('INSERT INTO user (login, name, role, passphrase_hash) VALUES (?, ?, ?, NULL)', login, name, role);
  db.close();
  const keyringBytes = Buffer.from(JSON.stringify(keyring));
  const path = join(folder, 'SoChatLuong_26503_2023-12-01_080000_daily.scl-backup');
  await writeContainer(
    path,
    {
      format: 'so-chat-luong-backup',
      version: 1,
      madeAt: '2023-12-01T01:00:00Z',
      day: localDate(2023, 12, 1),
      reason: 'daily',
      app: '0.0.0',
      schema: SCHEMA,
      folder: keyring.folder,
      unit: { code: unit.unit.code, name: unit.unit.name },
      counts: { dossiers: 0, entries: 0, reports: 0, changes: 0 },
      parts: [
        { name: 'keyring.json', size: keyringBytes.length, sha256: sha256Hex(keyringBytes) },
        { name: 'so-chat-luong.db', ...(await hashFile(database)) },
      ],
    },
    keyringBytes,
    database,
  );
  return path;
}
