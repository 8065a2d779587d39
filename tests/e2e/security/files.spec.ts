import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, launch, type RunningApp, test } from '../support/app.ts';
import { answer, call } from '../support/calls.ts';
import { foundOffice } from '../support/office.ts';

// What the program leaves on the disk, and what it asks the person by the system's own dialogs.

let app: RunningApp;
const warnings: string[] = [];

test.beforeAll(async () => {
  app = await launch({ env: { ELECTRON_ENABLE_SECURITY_WARNINGS: 'true' } });
  app.page.on('console', (message) => warnings.push(message.text()));
  // A page that is not drawn yet cannot be loaded again.
  await expect(app.page.getByLabel('Tên địa danh')).toBeVisible();
  await app.page.reload();
  await foundOffice(app);
});
test.afterAll(() => app.close());

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('20: folder and files are for their owner alone', () => {
  expect(statSync(app.dataDir).mode & 0o077).toBe(0);
  // Chromium's own part holds no data of ours.
  const own = filesIn(app.dataDir).filter((path) => !path.startsWith(join(app.dataDir, 'window')));
  expect(own.length).toBeGreaterThan(2);
  const open = own
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => path.slice(app.dataDir.length));
  expect(open).toEqual([]);
});

test('20: the log names nobody, whatever goes wrong', async () => {
  const name = 'Nguyễn Văn Riêng Tư';
  await call(app, 'app.signIn', { login: name, passphrase: name });
  await call(app, 'dossiers.byCode', { code: name });
  await app.electron.evaluate(
    ({ session }, text) =>
      session.defaultSession.fetch(`http://127.0.0.1:9/${encodeURIComponent(text)}`).then(
        () => 'came',
        () => 'denied',
      ),
    name,
  );
  await app.page.waitForTimeout(300);
  const logs = filesIn(join(app.dataDir, 'logs')).map((path) => readFileSync(path, 'utf8'));
  expect(logs.join('')).toContain('request denied');
  for (const text of logs)
    for (const secret of [name, encodeURIComponent(name), 'Ánh Nguyệt', 'Phước An', app.dataDir])
      expect(text).not.toContain(secret);
});

test('16: on a machine without a key store the passphrase is not kept', async () => {
  const offered = await app.electron.evaluate(({ safeStorage }) => ({
    available: safeStorage.isEncryptionAvailable(),
    backend: safeStorage.getSelectedStorageBackend(),
  }));
  const text = JSON.stringify(await call(app, 'access.state', {}));
  // Only a real key store may be offered.
  if (!offered.available || ['basic_text', 'unknown'].includes(offered.backend))
    expect(text).not.toContain('"usable"');
  const written = filesIn(app.dataDir)
    .filter((path) => statSync(path).size < 5_000_000)
    .map((path) => readFileSync(path).toString('latin1'));
  for (const content of written) expect(content).not.toContain('PRIVATE KEY');
});

test('13: the way back to another version is asked by the system’s own dialog, in the main process', async () => {
  const asked = await app.electron.evaluate(({ dialog }) => {
    const found = globalThis as unknown as { asked: number };
    found.asked = 0;
    dialog.showMessageBox = (() => {
      found.asked += 1;
      return Promise.resolve({ response: 1, checkboxChecked: false });
    }) as never;
    return found.asked;
  });
  expect(asked).toBe(0);
  expect(await answer(app, 'updates.rollBack', {})).toBeNull();
  expect(await app.electron.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
});

test('13: a restore and whole ID numbers are asked by the main process, and a place for one paper takes no list', async () => {
  const asked = await app.answerQuestions(1);
  expect(await call(app, 'restore.take', { person: null })).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(await call(app, 'restore.bringBack', { id: '2024-03-20T000000Z' })).toMatchObject({
    error: { code: 'CANCELLED' },
  });
  expect(await asked()).toBe(2);
  await app.chooseTarget(join(app.dataDir, '..', 'so.xlsx'));
  const list = await answer(app, 'files.saveAs', { proposedName: 'so.xlsx', kind: 'xlsx' });
  const wanted = { filter: {}, target: list?.token ?? '', task: 'e' };
  const numbers = { reason: 'không ai bảo' };
  expect(await call(app, 'dossiers.export', { ...wanted, numbers })).toMatchObject({
    error: { code: 'CANCELLED' },
  });
  const query = { number: null, name: 'Nguyễn', phone: null };
  const given = { query, places: [{ kind: 'dossier' as const, id: 1 }], reason: 'không ai bảo' };
  expect(
    await call(app, 'privacy.export', { ...given, format: 'xlsx', target: wanted.target }),
  ).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(await asked()).toBe(4);
  expect(existsSync(join(app.dataDir, '..', 'so.xlsx'))).toBe(false);
  // Without numbers nobody is asked, and a place of one kind takes no other.
  expect(await call(app, 'dossiers.export', { ...wanted, numbers: null })).toMatchObject({ ok: true });
  expect(await asked()).toBe(4);
  rmSync(join(app.dataDir, '..', 'so.xlsx'));
  expect(await call(app, 'privacy.export', { ...given, format: 'pdf', target: wanted.target })).toMatchObject(
    { error: { code: 'NOT_ALLOWED_HERE' } },
  );
  await app.chooseTarget(join(app.dataDir, '..', 'bao-cao.pdf'));
  const place = await answer(app, 'files.saveAs', { proposedName: 'bao-cao.pdf', kind: 'pdf' });
  const target = place?.token ?? '';
  for (const made of [
    await call(app, 'dossiers.export', { filter: {}, target, task: 'e' }),
    await call(app, 'ledgers.export', { ledger: 'staff', filter: {}, target }),
    await call(app, 'backups.save', { target }),
  ])
    expect(made).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED_HERE' } });
});

test('13: the page writes nowhere but where the person said, and existing files are asked about', async () => {
  const options = await app.electron.evaluate(({ dialog }) => {
    const found = globalThis as unknown as { options: unknown };
    dialog.showSaveDialog = ((...given: unknown[]) => {
      found.options = given.at(-1);
      return Promise.resolve({ canceled: true, filePath: '' });
    }) as never;
    return true;
  });
  expect(options).toBe(true);
  expect(await answer(app, 'files.saveAs', { proposedName: '../../.bashrc', kind: 'pdf' })).toBeNull();
  const seen = await app.electron.evaluate(() => (globalThis as unknown as { options: unknown }).options);
  expect(seen).toMatchObject({ properties: ['showOverwriteConfirmation'] });
  expect((seen as { defaultPath: string }).defaultPath).not.toMatch(/[\\/]/);
  // A token that no dialog gave stands for nothing.
  const made = await call(app, 'updates.install', { token: 'a'.repeat(32) });
  expect(made).toMatchObject({ ok: false, error: { code: 'INPUT_MISSING' } });
});

test('22: Electron itself finds nothing to warn of', () => {
  expect(warnings.filter((text) => /Electron Security Warning|Insecure/i.test(text))).toEqual([]);
});
