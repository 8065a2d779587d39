import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { storeOpener } from '#electron/application/app/store-opener.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { type LogEntry, linkText } from '#shared/log/entry.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { raw } from '../persistence/dump.ts';
import { resourcesDir } from '../report/support/sample-report.ts';

const PERIOD = '2024-Q1';
const PASSPHRASE = 'mật khẩu đủ dài';

let folder: string;
let backend: Backend;
let key: Uint8Array | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scl-head-'));
  backend = createBackend({
    dataDir: folder,
    resourcesDir,
    version: '0.1.0',
    clock: frozenClock('2024-04-02' as LocalDate),
    opener: {
      ...storeOpener,
      open(dataDir, options) {
        key = options.key && Uint8Array.from(options.key);
        return storeOpener.open(dataDir, options);
      },
    },
  });
  await backend.callUnparsed('app.openSample', {});
}, 120_000);
afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes the links from an entry on anew, as somebody would who knows how. */
function relink(db: Database.Database, from: number): void {
  const entries = db.prepare('SELECT * FROM log ORDER BY seq').all() as LogEntry[];
  let previous = entries[from - 2]?.hash ?? '';
  for (const entry of entries.slice(from - 1)) {
    const hash = createHash('sha256')
      .update(linkText({ ...entry, previous }))
      .digest('hex');
    db.prepare('UPDATE log SET previous = ?, hash = ? WHERE seq = ?').run(previous, hash, entry.seq);
    previous = hash;
  }
}

it('a log that was rewritten after a signature no longer leads to what was signed', async () => {
  const made = await backend.call('keys.create', { name: 'Trần Thị Mẫu', passphrase: PASSPHRASE });
  const draft = await backend.call('reports.draft', { period: PERIOD });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã kiểm tra.']));
  await backend.call('reports.saveDraft', { period: PERIOD, text: { ...draft.text, reasons } });
  const { store, dataDir } = await backend.workspace();
  const before = store.log.head();
  const signed = await backend.call('reports.sign', {
    period: PERIOD,
    key: { kind: 'app', keyId: made.id, passphrase: PASSPHRASE },
  });
  const { changeLog } = store.reports.json(signed.id) as ReportV1;
  expect(changeLog).toEqual({ count: before.seq, sha256: before.hash });
  const last = store.log.rows([store.log.head().seq])[0];
  expect(last).toMatchObject({ kind: 'signed', subject: `{"id":${signed.id},"table":"report"}` });
  expect(last?.login).not.toBe('');
  expect(await backend.call('app.check', {})).toMatchObject({ ok: true, problems: [] });

  const db = raw(dataDir, key);
  db.exec('DROP TRIGGER log_is_not_changed');
  db.exec("UPDATE log SET login = 'khac' WHERE kind = 'key'");
  const { seq } = db.prepare("SELECT seq FROM log WHERE kind = 'key'").get() as { seq: number };
  relink(db, seq);
  db.close();
  // The chain holds again, and every deed reads as it did; only the signature remembers.
  expect(await backend.call('app.check', {})).toMatchObject({
    ok: false,
    problems: [`LOG seq=${before.seq} part=signed report=${signed.id}`],
  });
}, 120_000);
