import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyByPassphrase } from '#electron/application/access/keyring.ts';
import { readKeyring } from '#electron/application/access/keyring-file.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { isPlainDatabase } from '#electron/persistence/database-file.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { type Desk, placesOf } from './desk.ts';
import type { Lines } from './kind.ts';

/** A folder that was brought to today's form holds what it held, encrypted, and its copies open. */
export async function lookAtOlder(desk: Desk, _lines: Lines, folder: string): Promise<string[]> {
  const faults: string[] = [];
  const { data } = placesOf(folder);
  if ((await desk.digest()) !== readFileSync(join(folder, 'digest'), 'utf8'))
    faults.push('the book is another');
  if (isPlainDatabase(join(data, DATABASE_FILE))) faults.push('the book is not encrypted');
  const keyring = readKeyring(data);
  if (keyring === null) return [...faults, 'there is no keyring'];
  await keyByPassphrase(keyring, keyring.people[0]?.login ?? '', TEST_PASSPHRASE);
  const copies = join(data, 'backups');
  if (existsSync(copies))
    for (const name of readdirSync(copies))
      if (name.endsWith('.db') && isPlainDatabase(join(copies, name)))
        faults.push(`the copy ${name} is not encrypted`);
  return faults;
}
