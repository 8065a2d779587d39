import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { answer } from './support/calls.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

async function killService(app: RunningApp): Promise<void> {
  const pid = await app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'so-chat-luong-service')?.pid,
  );
  process.kill(pid as number, 'SIGKILL');
}

test('the service of an encrypted folder dies under a half-typed form: told, asked for the passphrase, the text is there', async ({
  app,
}) => {
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  const name = page.getByLabel('Người nộp');
  await name.fill('Nguyễn Văn Đang Gõ');
  await killService(app);
  const passphrase = page.getByLabel('Mật khẩu', { exact: true });
  await expect(passphrase).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'chữ đang gõ dở được giữ' })).toBeVisible();
  await expect(name).toBeHidden();
  if (process.env.SCL_LOOK) await page.screenshot({ path: `${process.env.SCL_LOOK}/restart.png` });
  await passphrase.fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue('Nguyễn Văn Đang Gõ', { timeout: 60_000 });
  await expect(name).toBeFocused();
  // Nothing on the screen still speaks of the time when nobody was signed in.
  await expect(page.getByRole('alert')).toBeHidden();
  expect(await answer(app, 'dossiers.index', { filter: {} })).toBeTruthy();
});

test('where nobody has to sign in it is told and work goes on', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: /Xem với dữ liệu mẫu/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await killService(app);
  await expect(page.getByText(/đã tự khởi động lại\. Mọi việc đã báo/)).toBeVisible();
  await goTo(page, 2, 'Hồ sơ');
});
