import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import type { KnownDossier, KnownEntry, PersonalPlace, Store } from '#electron/application/ports.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import type { PersonQuery } from '#shared/privacy/person.ts';
import { beforeTheLog, raw } from '../persistence/dump.ts';
import {
  importRows,
  meta,
  open,
  patch,
  plainDossier,
  TODAY,
  temporaryFolder,
  workspace,
} from '../persistence/support.ts';

const NAME = 'Trần Thị Đánh Dấu';
const FORMER = 'Trần Thị Tên Cũ';
const NUMBER = '075199912345';
const PHONE = '0912345678';
const OTHER = 'Lê Người Khác';
const QUERY: PersonQuery = { number: NUMBER, name: NAME, phone: null };

/** A book in which one person stands wherever a person can stand. */
async function fill(store: Store): Promise<void> {
  await importRows(store, [
    patch('A', { applicantName: NAME, personId: NUMBER, note: `gọi ${PHONE}`, dueOn: '2024-01-09' }),
    patch('B', { applicantName: OTHER, status: 'returned', returnedOn: '2024-01-05' }),
  ]);
  await importRows(store, [
    patch('A', { applicantName: FORMER }),
    patch('C', { applicantName: NAME, personId: NUMBER }),
  ]);
  await undoImport(2, workspace(store));
  await store.write((tx) => {
    const set = tx.beginChangeSet({ ...meta('edited'), reason: `Bà ${NAME} báo sai ngày` });
    const known = tx.dossier(1) as KnownDossier;
    tx.updateDossier(
      known,
      { ...known.record, applicantName: FORMER, finishedOn: '2024-01-08' as never },
      null,
      set,
    );
  });
  await store.write((tx) => {
    const set = tx.beginChangeSet(meta());
    tx.insertDossier(plainDossier({ code: 'D', applicantName: NAME, personId: NUMBER }), null, set);
    tx.insertEntry(
      'petitions',
      {
        code: 'PA-1',
        receivedOn: '2024-01-03',
        subject: `${NAME} hỏi về đất`,
        senderName: NAME,
        closedOn: '2024-01-04',
      },
      1,
      set,
    );
    for (const n of [1, 2, 3])
      tx.insertEntry(
        'survey-answers',
        {
          givenOn: '2024-01-05',
          answer: 'satisfied',
          dossierCode: 'D',
          note: n === 1 ? null : `${NAME} ${n}`,
        },
        1,
        set,
      );
  });
  await store.write((tx) => {
    const entry = tx.entry('survey-answers', 3) as KnownEntry;
    tx.updateEntry(entry, { ...entry.record, note: `${NAME} khen` }, tx.beginChangeSet(meta('edited')));
    const known = tx.dossierByCode('D') as KnownDossier;
    tx.updateDossier(known, known.record, null, tx.beginChangeSet(meta('deleted')), true);
  });
}

function anonymise(store: Store, places: readonly PersonalPlace[], mentions = [NAME, NUMBER]) {
  return store.write((tx) =>
    tx.anonymise(places, mentions, { ...meta('anonymised'), reason: 'hết thời hạn' }),
  );
}

const placesOf = (store: Store) => store.privacy.find(QUERY).map(({ place }) => place);

/** Every byte of the database and of its log. */
function bytesOf(folder: string): string {
  return ['', '-wal']
    .map((suffix) => {
      try {
        return readFileSync(join(folder, DATABASE_FILE + suffix)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('');
}
const inBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('a person in the book', () => {
  it('is found in records, the trash, former values, undone imports and reasons, the surest first', async () => {
    const store = open(temporaryFolder(), { create: true });
    await fill(store);
    expect(store.privacy.find(QUERY)).toEqual([
      { place: { kind: 'dossier', id: 1 }, sign: 'number', before: false },
      { place: { kind: 'dossier', id: 4 }, sign: 'number', before: false },
      { place: { kind: 'archived', importId: 2, id: 3 }, sign: 'number', before: true },
      { place: { kind: 'entry', ledger: 'survey-answers', id: 2 }, sign: 'linked', before: false },
      { place: { kind: 'entry', ledger: 'survey-answers', id: 3 }, sign: 'linked', before: false },
      { place: { kind: 'entry', ledger: 'survey-answers', id: 4 }, sign: 'linked', before: false },
      { place: { kind: 'entry', ledger: 'petitions', id: 1 }, sign: 'name', before: false },
      { place: { kind: 'reason', changeSet: 4 }, sign: 'mention', before: false },
    ]);
    // In steps it is the same, whatever others write between them; and it ends where it is told to.
    let steps = 0;
    const before = await store.privacy.findInSteps(QUERY, async ({ done, total }) => {
      steps += 1;
      expect(done).toBeLessThanOrEqual(total);
      await store.write((tx) => tx.putDocument('meanwhile', { steps }));
    });
    expect(before).toEqual(store.privacy.find(QUERY));
    expect(steps).toBeGreaterThan(0);
    const left = store.privacy.findInSteps(QUERY, () => Promise.reject(new RangeError('left')));
    await expect(left).rejects.toThrow('left');
    expect(store.privacy.detail({ kind: 'dossier', id: 1 })).toMatchObject({
      title: 'A',
      former: [{ field: 'applicantName', value: NAME }],
    });
  });

  it('is gone from all of them and from every byte of the file; the book and its log still hold', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await fill(store);
    expect(store.check()).toEqual([]);
    expect(await anonymise(store, placesOf(store))).toMatchObject({ records: 5 });
    expect(store.check()).toEqual([]);
    await store.purge();
    expect(store.check()).toEqual([]);
    expect(store.privacy.find({ ...QUERY, phone: PHONE })).toEqual([]);
    const bytes = bytesOf(folder);
    for (const text of [NAME, FORMER, NUMBER, PHONE, 'tran thi danh dau', 'hỏi về đất', 'khen'])
      expect(bytes.includes(inBytes(text)), text).toBe(false);
    expect(bytes.includes(inBytes(OTHER))).toBe(true);
    expect(store.dossiers.get(1, TODAY)?.record).toMatchObject({
      code: 'A',
      applicantName: null,
      personId: null,
      note: null,
      finishedOn: '2024-01-08',
    });
    expect(store.dossiers.history(1).at(-1)).toMatchObject({ kind: 'anonymised', reason: 'hết thời hạn' });
    // Nothing more to do, and nothing to take back.
    expect(await anonymise(store, [{ kind: 'dossier', id: 1 }])).toBeNull();
  });

  it('cannot be brought back by undoing', async () => {
    const store = open(temporaryFolder(), { create: true });
    await fill(store);
    const done = await anonymise(store, [{ kind: 'dossier', id: 1 }]);
    const back = await store.write((tx) =>
      tx.undoChangeSet(done?.changeSet ?? 0, tx.beginChangeSet(meta('undone'))),
    );
    expect(back).toBeNull();
    expect(store.imports.hindrance(1)).toMatchObject({ code: 'CHANGED_SINCE' });
  });

  it('leaves the log strict: another figure of what was anonymised, or another name beside it, is found', async () => {
    for (const damage of [
      "UPDATE dossier SET field = NULL, returned_on = 20240109 WHERE code = 'A'",
      "UPDATE dossier SET applicant_name = 'Người khác nữa', search = 'b' || char(10) || 'nguoi khac nua' WHERE code = 'B'",
      'UPDATE rewritten SET now = was',
      'DELETE FROM rewritten',
    ]) {
      const folder = temporaryFolder();
      const store = open(folder, { create: true });
      await fill(store);
      await anonymise(store, placesOf(store));
      const db = raw(folder);
      db.exec(damage);
      db.close();
      expect(
        store.check().some(({ code }) => code === 'LOG'),
        damage,
      ).toBe(true);
    }
  });

  it('is not taken out of what was tampered with before: that would make it good', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await fill(store);
    const db = raw(folder);
    db.exec("UPDATE dossier SET due_on = 20240110 WHERE code = 'A'");
    db.close();
    await expect(anonymise(store, [{ kind: 'dossier', id: 1 }])).rejects.toMatchObject({
      code: 'DATA_DAMAGED',
    });
    expect(store.dossiers.get(1, TODAY)?.record.personId).toBe(NUMBER);
  });

  it('is taken out of a folder from before the log parted what is about citizens', async () => {
    const folder = temporaryFolder();
    const first = open(folder, { create: true });
    await fill(first);
    first.close();
    const db = raw(folder);
    beforeTheLog(db);
    db.close();
    const store = open(folder);
    await anonymise(store, [{ kind: 'dossier', id: 4 }]);
    expect(store.check()).toEqual([]);
    await anonymise(store, placesOf(store));
    expect(store.check()).toEqual([]);
    expect(store.privacy.find(QUERY)).toEqual([]);
  });

  it('is due when the matter ended long enough ago; what is open never is', async () => {
    const store = open(temporaryFolder(), { create: true });
    await fill(store);
    expect(store.privacy.due('dossiers', '2024-01-31' as never)).toEqual([
      { kind: 'dossier', id: 1 },
      { kind: 'dossier', id: 2 },
    ]);
    expect(store.privacy.due('dossiers', '2024-01-07' as never)).toEqual([{ kind: 'dossier', id: 2 }]);
    expect(store.privacy.due('petitions', '2024-01-04' as never)).toEqual([
      { kind: 'entry', ledger: 'petitions', id: 1 },
    ]);
    expect(store.privacy.due('survey-answers', '2024-01-05' as never)).toHaveLength(2);
  });
});
