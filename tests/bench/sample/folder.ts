import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfOpen, makeKeyring } from '#electron/application/access/keyring.ts';
import { readKeyring, writeKeyring } from '#electron/application/access/keyring-file.ts';
import { initialise } from '#electron/application/app/initialise.ts';
import type { ImportRecord, Store, WriteTransaction } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import { sampleDossier } from './dossiers.ts';
import { cacheFolder, projectRoot } from './paths.ts';

export const ACTOR = { user: 'thu', at: '2025-12-31T01:00:00Z' } as const;

/**
 * A data folder with `total` dossiers, written through the store in one import; made once, then kept. `plain`: not
 * encrypted, as no version writes it any more, for what is compared with.
 */
export async function sampleFolder(total: number, plain = false): Promise<string> {
  const folder = join(cacheFolder(), `${plain ? 'plain' : 'encrypted'}-dossiers-${total}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  process.stderr.write(`making a folder of ${total} dossiers …\n`);
  // Open to everybody: the measured window must not wait for a passphrase.
  const { keyring, key } = await makeKeyring([], undefined, true);
  if (!plain) writeKeyring(unfinished, keyring);
  const store = openStore(unfinished, { create: true, ...(plain ? {} : { key }) });
  try {
    await initialise(store, { profile: sampleProfile(), backupFolder: null });
    await store.write((tx) =>
      inImport(tx, total, (changeSet) => {
        for (let n = 0; n < total; n += 1) {
          const { record, issuesDocument } = sampleDossier(n, total);
          tx.insertDossier(record, issuesDocument, changeSet);
        }
      }),
    );
  } finally {
    store.close();
  }
  renameSync(unfinished, folder);
  return folder;
}

/** The sample commune with one person. */
function sampleProfile(): Profile {
  const profile = JSON.parse(
    readFileSync(join(projectRoot, 'tests/fixtures/samples/profile.json'), 'utf8'),
  ) as Profile;
  return { ...profile, users: profile.users.slice(0, 1) };
}

/** Opens a kept folder, for reading only by agreement. */
export async function openSample(total: number): Promise<Store> {
  const folder = await sampleFolder(total);
  return openStore(folder, { key: keyOf(folder) });
}

/** The key of a kept folder, for work beside the store. */
export function keyOf(folder: string): Uint8Array {
  const keyring = readKeyring(folder);
  const key = keyring && keyOfOpen(keyring);
  if (!key) throw new Error(`${folder} is not open to everybody`);
  return key;
}

/** Runs work as an import, so that the store does all it does for one (indexes after a first load, the balance). */
export function inImport(tx: WriteTransaction, rows: number, work: (changeSet: number) => void): void {
  const file = { file: 'bench.csv', sha256: '0'.repeat(64), kind: 'dossiers' } as const;
  const { importId, changeSet } = tx.beginImport(ACTOR, file);
  work(changeSet);
  const record: ImportRecord = {
    ...file,
    sheet: null,
    headerRow: 1,
    mapping: {},
    badRows: [],
    read: rows,
    added: rows,
    updated: 0,
    unchanged: 0,
    bad: 0,
    ignored: 0,
  };
  tx.finishImport(importId, record);
}
