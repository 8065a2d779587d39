import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENT_KEYS, writeProfile } from '#electron/application/app/documents.ts';
import { backUp, backUpIfDue, readLastBackup } from '#electron/application/backups/back-up.ts';
import type { Store } from '#electron/application/ports.ts';
import { DATABASE_FILE } from '#electron/persistence/open-store.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dump } from './dump.ts';
import { add, open, plainDossier, temporaryFolder } from './support.ts';

const on = (day: string) => ({ today: () => day as LocalDate, now: () => `${day}T08:00:00Z` });
const profile = {
  unit: { code: '26503', name: 'UBND xã Phước An', kind: 'xa', place: 'Phước An', superior: null },
  receiver: { to: 'UBND huyện', through: null },
  periodScheme: 'nd09' as const,
  targetSet: 'nhon-trach-2024',
  signatory: { authority: '', title: '', name: '' },
};

describe('copies of the book', () => {
  let store: Store;
  let book: string;
  let folder: string;
  beforeEach(async () => {
    book = temporaryFolder();
    store = open(book, { create: true });
    folder = join(temporaryFolder(), 'USB');
    await store.write((tx) => {
      writeProfile(tx, profile);
      tx.putDocument(DOCUMENT_KEYS.backupFolder, folder);
    });
  });

  it('holds every record, and opens as a book of its own', async () => {
    await add(store, [plainDossier({})]);
    const made = await backUp({ store, dataDir: book, clock: on('2024-04-01') });
    expect(made?.file).toBe('SoChatLuong_26503_2024-04-01.db');
    expect(readLastBackup(store)).toEqual(made);
    const other = temporaryFolder();
    copyFileSync(join(folder, made?.file ?? ''), join(other, DATABASE_FILE));
    expect(open(other).check()).toMatchObject([]);
    expect(dump(other, 'dossier')).toEqual(dump(book, 'dossier'));
  });

  it('is made once a day, and again only after a write', async () => {
    const clock = on('2024-04-01');
    const first = join(folder, (await backUpIfDue({ store, dataDir: book, clock }))?.file ?? '');
    writeFileSync(first, 'as it was');
    await backUpIfDue({ store, dataDir: book, clock });
    expect(readFileSync(first, 'utf8')).toBe('as it was');
    await add(store, [plainDossier({})]);
    await backUpIfDue({ store, dataDir: book, clock });
    expect(readFileSync(first).subarray(0, 15).toString()).toBe('SQLite format 3');
    rmSync(first);
    await backUpIfDue({ store, dataDir: book, clock });
    await backUpIfDue({ store, dataDir: book, clock: on('2024-04-02') });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('keeps fourteen days and touches no other file', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'SoChatLuong_26503_notes.db'), '');
    writeFileSync(join(folder, 'SoChatLuong_99999_2020-01-01.db'), '');
    for (let day = 1; day <= 16; day += 1)
      await backUp({ store, dataDir: book, clock: on(`2024-04-${String(day).padStart(2, '0')}`) });
    const names = readdirSync(folder);
    expect(names).toHaveLength(16);
    expect(names).toContain('SoChatLuong_26503_2024-04-16.db');
    expect(names).not.toContain('SoChatLuong_26503_2024-04-02.db');
  });

  it('says so when the folder cannot be written, and leaves nothing half done', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    await expect(backUp({ store, dataDir: book, clock: on('2024-04-01') })).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
    expect(readLastBackup(store)).toBeNull();
  });
});
