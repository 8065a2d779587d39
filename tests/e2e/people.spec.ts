import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

test('the screen is locked by a key, keeps what was being typed, and wrong passphrases wait', async ({
  app,
}) => {
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  const name = page.getByLabel('Người nộp');
  await name.fill('Nguyễn Văn Đang Gõ');
  await page.keyboard.press('Control+l');
  const passphrase = page.getByLabel('Mật khẩu', { exact: true });
  await expect(passphrase).toBeFocused();
  await expect(name).toBeHidden();
  await expect(page.getByText('UBND xã Phước An')).toBeHidden();
  // Whatever the page asks, the program says nothing.
  const answer = await page.evaluate(() => window.scl?.call('dossiers.index', { filter: {} }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  for (let time = 0; time < 3; time += 1) {
    await passphrase.fill(`sai lần ${time} rồi`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Mật khẩu chưa đúng/)).toBeVisible();
    await expect(passphrase).toHaveValue('');
  }
  await passphrase.fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Sai mật khẩu nhiều lần liền\. Đợi \d+ giây/)).toBeVisible();
  // As long as it was said.
  await page.waitForTimeout(6000);
  await passphrase.fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(name).toBeVisible({ timeout: 30_000 });
  await expect(name).toHaveValue('Nguyễn Văn Đang Gõ');
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Nhật ký', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Mọi việc đã làm' }).getByText('3 lần')).toBeVisible();
  if (process.env.SCL_LOOK) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.screenshot({ path: '/tmp/look/s2-people-log.png' });
    await page.getByRole('button', { name: 'Giao diện', exact: true }).click();
    await page.screenshot({ path: '/tmp/look/s2-people-look.png' });
    await page.keyboard.press('Control+l');
    await expect(passphrase).toBeFocused();
    await page.screenshot({ path: '/tmp/look/s2-people-locked.png' });
  }
});
