import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '#electron/application/app/check.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { raw } from '../../persistence/dump.ts';
import { folderKey } from '../../support/secrets.ts';
import { ownSet, resolved, threshold } from '../../targets/support/commune.ts';
import { newOffice } from './support/office.ts';

const PASSPHRASE = 'mật khẩu đủ dài';
const FILE = 'so-chat-luong.db';
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-check-'));
  folders.push(folder);
  return folder;
}

let book: string;
let key: Uint8Array;

/** A book with entries made by hand, an edit, an own set, an imported list undone, and a signed report. */
async function filledBook(): Promise<string> {
  const office = await newOffice();
  const { call } = office;
  await resolved(office, '2024-02-01', 'Hộ tịch', { online: 4, other: 6 });
  const petition = { code: 'PA1', subject: 'Trả chậm', receivedOn: '2024-01-05', dueOn: '2024-01-20' };
  const { id, version } = await office.add('petitions', petition);
  const edited = { ...petition, closedOn: '2024-01-19' };
  await call('ledgers.save', { ledger: 'petitions', id, version, record: edited, reason: null });
  await office.add('staff', { code: 'CB1', name: 'An', post: 'Văn phòng', from: '2024-01-01' });
  const taken = { staffCode: 'CB1', course: 'Tin học', finishedOn: '2024-02-01' };
  const course = await office.add('staff-courses', { ...taken, hours: 1.5 });
  const longer = { ...taken, hours: 2.5 };
  const asked = { ledger: 'staff-courses', id: course.id, version: course.version, reason: null } as const;
  await call('ledgers.save', { ...asked, record: longer });
  const unit = await office.add('signature-units', { code: 'A', name: 'Văn phòng', from: '2024-01-01' });
  const removed = await call('ledgers.remove', {
    ledger: 'signature-units',
    id: unit.id,
    version: unit.version,
    reason: null,
  });
  await call('ledgers.undo', { changeSet: removed.changeSet ?? 0 });
  await call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 5000) } }));
  const { id: keyId } = await call('keys.create', { name: 'Khóa', passphrase: PASSPHRASE });
  const { text, checks } = await call('reports.draft', { period: '2024-Q1' });
  const reasons = Object.fromEntries(checks.map(({ code }) => [code, 'Đã kiểm tra.']));
  await call('reports.saveDraft', { period: '2024-Q1', text: { ...text, reasons } });
  await call('reports.sign', { period: '2024-Q1', key: { kind: 'app', keyId, passphrase: PASSPHRASE } });
  await office.backend.close();
  const folder = newFolder();
  copyFileSync(join(office.folder, FILE), join(folder, FILE));
  key = await folderKey(office.folder);
  return folder;
}

/** What the check says of the book after some SQL from outside. */
async function problemsAfter(sql: string): Promise<string[]> {
  const folder = newFolder();
  copyFileSync(join(book, FILE), join(folder, FILE));
  const db = raw(folder, key);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  const store = openStore(folder, { key });
  try {
    return (await check(store)).problems;
  } finally {
    store.close();
  }
}

describe('the check of a whole book', () => {
  beforeAll(async () => {
    book = await filledBook();
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing where nothing was changed from outside', async () => {
    expect(await problemsAfter('SELECT 1')).toEqual([]);
  });

  const own = "key = 'targets.set.nhon-trach-2024-own.1'";
  it.each([
    [
      'an entry made by hand that is gone',
      "DELETE FROM entry WHERE ledger = 'petitions'",
      'HISTORY entry=1 part=record',
    ],
    [
      'one that was never changed',
      "DELETE FROM entry_change; DELETE FROM entry WHERE ledger = 'signature-units'",
      'HISTORY table=entry lost=1',
    ],
    [
      'a removal of which nobody knows',
      'UPDATE entry SET deleted = 1 WHERE id = 1',
      'HISTORY entry=1 part=deleted',
    ],
    [
      'a value that history gives otherwise',
      "UPDATE entry SET record = json_set(record, '$.closedOn', '2024-01-18') WHERE id = 1",
      'HISTORY entry=1 part=closedOn',
    ],
    [
      'a version that no deed led to',
      'UPDATE entry SET changed_in = created_in WHERE id = 1',
      'HISTORY entry=1 part=version',
    ],
    ['lost history', 'DELETE FROM entry_change', 'HISTORY entry=1 part=version'],
    [
      'history of another form',
      `UPDATE entry_change SET fields = '{"closedOn":1}' WHERE entry = 1`,
      'HISTORY entry=1 part=closedOn',
    ],
    [
      'an id that would be given again',
      "UPDATE counter SET value = 1 WHERE name = 'entry'",
      'COUNTER name=entry',
    ],
    [
      'an own set that was lowered',
      `UPDATE document SET value = json_set(value, '$.json.objectives[3].threshold.commune.basisPoints', 100) WHERE ${own}`,
      'DOCUMENT key=targets.set.nhon-trach-2024-own.1',
    ],
    [
      'an own set lowered with what was written',
      `UPDATE document SET value = json_set(value, '$.json.objectives[3].threshold.commune.basisPoints', 100, '$.own.raised."2.3".basisPoints', 100) WHERE ${own}`,
      'DOCUMENT key=targets.set.nhon-trach-2024-own.1',
    ],
    [
      'a set of another form',
      `UPDATE document SET value = '{}' WHERE ${own}`,
      'DOCUMENT key=targets.set.nhon-trach-2024-own.1',
    ],
    [
      'a set that is gone',
      `DELETE FROM document WHERE ${own}`,
      'DOCUMENT key=targets.set.nhon-trach-2024-own.1',
    ],
    [
      'a document that cannot be read',
      "UPDATE document SET value = '{' WHERE key = 'profile'",
      'DOCUMENT key=profile',
    ],
    [
      'a profile of another form',
      "UPDATE document SET value = '{}' WHERE key = 'profile'",
      'DOCUMENT key=profile',
    ],
    [
      'figures of a report',
      "UPDATE report SET json = json_set(json, '$.objectives[0].numerator', 99)",
      'REPORT id=1 part=figures',
    ],
    ['the file of a report', 'UPDATE report SET pdf = zeroblob(100)', 'REPORT id=1 part=pdf'],
  ])('finds %s', async (_, sql, problem) => {
    expect((await problemsAfter(sql)).join('\n')).toContain(problem);
  });
});
