import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { makeUpdate } from '../../scripts/make-update.ts';
import { makeTestSigner } from '../update/support/test-signer.ts';
import { expect, temporaryFolder, test } from './support/app.ts';
import { answer, call } from './support/calls.ts';
import { assembleProgram } from './support/driven-program.ts';
import { goTo } from './support/office.ts';

// Updates are tried on the packaged program by its command line (packaged.spec.ts): no test can drive its window, the
// fuse for that is off. Here: what Cài đặt says where the program runs from its sources, and its buttons on a program
// that is put together by hand so that it can be driven.

const signer = makeTestSigner();

test('Cài đặt → Cập nhật tells the version, how it was installed, and why no file is taken here', async ({
  app,
}) => {
  const { page } = app;
  await answer(app, 'app.openSample', {});
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await goTo(page, 8, 'Cài đặt');
  await page.getByText('Cập nhật', { exact: true }).click();
  await expect(page.getByText('Windows 10 trở lên, 64 bit')).toBeVisible();
  await expect(page.getByText('chạy từ mã nguồn', { exact: true })).toBeVisible();
  await expect(page.getByText('nên không nhận tệp cập nhật')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chọn tệp cập nhật…' })).toHaveCount(0);

  // Also when a page asks for it all the same.
  const file = join(temporaryFolder(), 'new.scl-update');
  writeFileSync(file, 'x');
  await app.chooseFiles(file);
  expect(await call(app, 'updates.choose', {})).toMatchObject({
    ok: false,
    error: { code: 'UPDATE_NOT_HERE', params: { reason: 'source' } },
  });
});

test('a package from a stick is checked, put in place, started and taken back by the buttons of Cài đặt', async () => {
  test.setTimeout(240_000);
  const root = temporaryFolder();
  const first = assembleProgram(join(root, 'first'), '0.1.0', signer.publicKey);
  const second = assembleProgram(join(root, 'second'), '0.2.0', signer.publicKey);
  const file = join(root, '0.2.0.scl-update');
  makeUpdate({
    from: second,
    out: file,
    about: {
      version: '0.2.0',
      releasedOn: '2026-11-20' as never,
      platform: 'linux',
      arch: 'x64',
      kind: 'folder',
      entry: 'so-chat-luong',
      notes: { vi: 'Bản thử', en: 'Trial' },
    },
    signer,
    chain: [],
    packed: false,
  });
  rmSync(second, { recursive: true });
  const env = {
    ...(process.env as Record<string, string>),
    SCL_DATA_DIR: join(root, 'data'),
    SCL_TODAY: '2024-03-20',
  };
  const start = async (path: string, more = {}) => {
    const electron = await _electron.launch({
      executablePath: path,
      chromiumSandbox: true,
      env: { ...env, ...more },
    });
    return { electron, page: await electron.firstWindow() };
  };
  const one = await start(join(first, 'so-chat-luong'));
  await one.page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(one.page.getByRole('heading', { level: 1 })).toContainText('năm', { timeout: 60_000 });
  await one.page.keyboard.press('Alt+8');
  await one.page.getByText('Cập nhật', { exact: true }).click();
  await one.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [path] })) as never;
  }, file);
  await one.page.getByRole('button', { name: 'Chọn tệp cập nhật…' }).click();
  await expect(one.page.getByText('Bản 0.2.0 · phát hành')).toBeVisible();
  await one.page.getByRole('button', { name: 'Cài bản 0.2.0' }).click();
  await expect(one.page.getByText('sẽ chạy từ lần mở sau')).toBeVisible({ timeout: 60_000 });
  await one.electron.close();
  const two = await start(join(first, 'versions', '0.2.0', 'so-chat-luong'), {
    SCL_STARTER: 'so-chat-luong',
  });
  await expect(two.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  const pointer = () => JSON.parse(readFileSync(join(first, 'versions', 'current.json'), 'utf8')) as unknown;
  await expect.poll(pointer).toMatchObject({ state: 'good', current: { version: '0.2.0' } });
  await two.page.keyboard.press('Alt+8');
  await two.page.getByText('Cập nhật', { exact: true }).click();
  await two.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (() => Promise.resolve({ response: 0, checkboxChecked: false })) as never;
  });
  await two.page.getByRole('button', { name: 'Trở lại bản trước' }).click();
  await expect.poll(pointer).toMatchObject({ current: null });
  // It goes on running until it is started anew, and offers just that.
  await expect(two.page.getByText('lại chạy bản cài đầu tiên')).toBeVisible();
  await expect(two.page.getByRole('button', { name: 'Mở lại ngay' })).toBeVisible();
  await expect(two.page.getByRole('button', { name: 'Trở lại bản trước' })).toBeHidden();
  await two.electron.close();
  rmSync(root, { recursive: true, force: true });
});
