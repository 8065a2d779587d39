import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deed } from '../scenario/support/deeds.ts';
import { Office } from '../scenario/support/office.ts';
import { officeYear } from '../scenario/support/year.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { readable } from './support/scan.ts';

/** What a copy says of itself: whose it is. */
const UNIT = 'Ủy ban nhân dân xã Phước An';
const DRAFT = 'Bà Nguyễn Thị Lộ Liễu chờ kết quả quá hạn.';
let folder: string;
let office: Office;
const secrets = new Set<string>();

/** Texts that a person wrote about persons and cases, long enough to be found with certainty. */
function collect(deed: Deed): void {
  const records =
    deed.do === 'save' ? [deed.record] : deed.do === 'import' ? deed.rows.map(({ record }) => record) : [];
  for (const record of records)
    for (const [field, value] of Object.entries(record))
      if (
        typeof value === 'string' &&
        value.length >= 8 &&
        !UNIT.includes(value) &&
        !/^\d{4}-\d{2}-\d{2}/.test(value) &&
        /name|code|personid|subject|title|content|note|sender|phone/i.test(field)
      )
        secrets.add(value.normalize('NFC'));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scl-at-rest-'));
  mkdirSync(join(folder, 'tmp'));
  mkdirSync(join(folder, 'usb'));
  process.env.TMPDIR = join(folder, 'tmp');
  process.env.SQLITE_TMPDIR = join(folder, 'tmp');
  office = new Office(folder);
  await office.found();
  const usb = office.backend.files.register(join(folder, 'usb'));
  await office.call('backups.choose', { folder: usb });
  for (const deed of officeYear(7).filter(({ on }) => on <= '2024-03-10')) {
    collect(deed);
    await office.do(deed);
  }
  const { text } = await office.call('reports.draft', { period: '2024-Q1' });
  await office.call('reports.saveDraft', { period: '2024-Q1', text: { ...text, narrative: DRAFT } });
  secrets.add(DRAFT);
  await office.call('reports.preview', { period: '2024-Q1' });
  await office.call('reports.rehearse', { period: '2024-Q1' });
  await office.call('dossiers.find', { query: 'nguyen', limit: 20 });
  await office.call('backups.now', {});
}, 240_000);
afterAll(async () => {
  delete process.env.TMPDIR;
  delete process.env.SQLITE_TMPDIR;
  await office.backend.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('after some months of work', () => {
  it('there is something to be found, and it would be found', () => {
    expect(secrets.size).toBeGreaterThan(200);
    // What came in as lists from elsewhere lies there readable.
    expect(readable(join(folder, 'lists'), secrets).length).toBeGreaterThan(20);
  });

  it('nothing of it lies readable in the data folder, the log of the database being open', () => {
    expect(existsSync(join(folder, 'data/so-chat-luong.db-wal'))).toBe(true);
    expect(readable(join(folder, 'data'), secrets)).toEqual([]);
  });

  it('nor in the copies on another medium', () => {
    expect(readdirSync(join(folder, 'usb')).length).toBeGreaterThan(0);
    expect(readable(join(folder, 'usb'), secrets)).toEqual([]);
  });

  it('nor in what the program wrote for the time of its work', () => {
    expect(readable(join(folder, 'tmp'), secrets)).toEqual([]);
  });

  it('nor in what a helper is given, nor in the log of the program', async () => {
    const { text } = await office.call('app.diagnostics', {});
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('nor once the book is closed', async () => {
    await office.call('app.signOut', {});
    expect(readable(join(folder, 'data'), secrets)).toEqual([]);
    await office.backend.signIn(null, TEST_PASSPHRASE);
  });
});
