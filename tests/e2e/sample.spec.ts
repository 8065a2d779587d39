import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

test('the sample is marked everywhere and leaves nothing behind', async ({ app }) => {
  test.setTimeout(240_000);
  const { page, dataDir } = app;
  await expect(page.getByLabel('Tên địa danh')).toBeFocused();
  const before = readdirSync(dataDir).sort();
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible();
  await choosePeriod(page, 'Quý I năm 2024');
  await expect(page.getByRole('row').filter({ hasText: 'giải quyết trực tuyến' })).toContainText('146/439');

  await test.step('its signed report bears the watermark', async () => {
    await goTo(page, 6, /^Báo cáo/);
    const reasons = page.getByLabel(/Lý do vẫn ký/);
    await expect(reasons.first()).toBeVisible();
    for (const reason of await reasons.all()) await reason.fill('Chỉ là dữ liệu mẫu');
    await page.getByText('Khóa của chương trình').click();
    await page.getByLabel(/^Mật khẩu mới/).fill('mật khẩu thử 1');
    await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu thử 1');
    await page.keyboard.press('Enter');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await expect(passphrase).toBeVisible({ timeout: 60_000 });
    await passphrase.fill('sai rồi');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Mật khẩu của khóa ký chưa đúng.')).toBeVisible();
    await expect(passphrase).toBeFocused();
    await page.keyboard.insertText('mật khẩu thử 1');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('figure').first()).toContainText('DỮ LIỆU MẪU', { timeout: 60_000 });
    await expect(page.getByText(/_MAU\.pdf/)).toBeVisible();
  });

  await page.getByRole('button', { name: 'Rời dữ liệu mẫu' }).click();
  await expect(page.getByLabel('Tên địa danh')).toBeFocused();
  // What this machine remembers says nothing of it; no other file is left that was not there before.
  expect(readdirSync(dataDir).sort()).toEqual(['preferences.json', ...before].sort());
  const remembered: unknown = JSON.parse(readFileSync(join(dataDir, 'preferences.json'), 'utf8'));
  expect(remembered).toMatchObject({ sample: false, lastLogin: null });
});
