import type { Page } from '@playwright/test';
import { appDir, expect, launch, type RunningApp, test } from '../support/app.ts';

// The numbers are those of the security checklist. The page under test is the real one; one app serves all tests
// because none of them may change it.

let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  app = await launch();
  page = app.page;
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await app.close();
});

test.afterEach(async () => {
  expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/);
  await expect.poll(() => app.electron.windows().length).toBe(1);
});

test('11: a window that is not ours gets no answer', async () => {
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
    const rogue = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await rogue.loadURL('app://bundle/index.html');
    const result = await rogue.webContents.executeJavaScript("window.scl.call('app.state', {})");
    rogue.destroy();
    return result as unknown;
  }, `${appDir}/out/preload/index.cjs`);
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED_HERE' } });
});

test('12, 13: calls are parsed; paths are not taken from the page', async () => {
  const call = (channel: unknown, input: unknown) =>
    page.evaluate(
      ([name, value]) =>
        (window.scl as unknown as { call(c: unknown, i: unknown): Promise<unknown> }).call(name, value),
      [channel, input] as const,
    );
  expect(await call('app.state', {})).toMatchObject({ ok: true });
  expect(await call('app.state', { extra: 1 })).toMatchObject({
    ok: false,
    error: { code: 'RECORD_INVALID' },
  });
  for (const channel of ['nothing.here', '__proto__', 'constructor', 'toString', 7, null, { a: 1 }]) {
    expect(await call(channel, {}), String(channel)).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED_HERE' },
    });
  }
  expect(await call('files.reveal', { token: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'RECORD_INVALID' },
  });
  expect(await call('files.reveal', { token: '0'.repeat(32) })).toMatchObject({
    ok: false,
    error: { code: 'INPUT_MISSING' },
  });
  const made = await page.evaluate(() => window.scl?.dropped(new File(['x'], '/etc/passwd')));
  expect(made).toBeNull();
});

test('15: a second start on the same folder ends at once; the first window comes to the front, and nothing else', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const seen = globalThis as unknown as { brought: string[] };
    seen.brought = [];
    for (const window of BrowserWindow.getAllWindows())
      for (const deed of ['focus', 'restore', 'show', 'loadURL', 'reload'] as const)
        window[deed] = (() => seen.brought.push(deed)) as never;
  });
  const second = await launch({ dataDir: app.dataDir }).then(
    async (other) => {
      await other.close();
      return 'opened';
    },
    () => 'ended',
  );
  expect(second).toBe('ended');
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { brought: string[] }).brought))
    .toEqual(['focus']);
});
