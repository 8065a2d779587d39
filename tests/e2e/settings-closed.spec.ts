import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

// After signing: settings on which the report rests, and an import whose figures it holds, change only for a reason;
// the signed report keeps its days.

test.use({ start: { today: '2024-07-05' } });

/** A picture of the screen for whoever looks at a run; kept with the results. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env.SCL_TEST_OUTPUT ?? temporaryFolder(), `${name}.png`) });
}

const KEY = 'mật khẩu thử 1';
const DAYS = '15/12/2023 – 14/03/2024';

test('what a signed report rests on changes only for a reason', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;
  const dialog = page.getByRole('dialog', { name: 'Kỳ báo cáo đã ký' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible();
  await choosePeriod(page, 'Quý I năm 2024');

  await test.step('signs the first quarter', async () => {
    await goTo(page, 6, /^Báo cáo/);
    const reasons = page.getByLabel(/Lý do vẫn ký/);
    await expect(reasons.first()).toBeVisible();
    for (const reason of await reasons.all()) await reason.fill('Chỉ là dữ liệu mẫu');
    await page.getByText('Khóa của chương trình').click();
    await page.getByLabel(/^Mật khẩu mới/).fill(KEY);
    await page.getByLabel('Nhập lại mật khẩu').fill(KEY);
    await keys.press('Enter');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await expect(passphrase).toBeVisible({ timeout: 60_000 });
    await passphrase.fill(KEY);
    await keys.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(DAYS)).toBeVisible();
  });

  await test.step('the import behind its figures is taken back only for a reason', async () => {
    await goTo(page, 4, /Nhập/);
    const dossiers = page.getByRole('row').filter({ hasText: 'Hồ sơ' }).last();
    await dossiers.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(dialog).toBeVisible({ timeout: 60_000 });
    await expect(dialog).toContainText('Biểu II.06a');
    await picture(page, 'settings-closed-01-import');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(dossiers.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  });

  await test.step('the unit’s code: left, it stands as before; with a reason it is kept, and asked for once', async () => {
    await goTo(page, 8, 'Cài đặt');
    const code = page.getByLabel('Mã đơn vị');
    const before = await code.inputValue();
    await code.fill('99999');
    await keys.press('Tab');
    await expect(dialog).toContainText('Mã đơn vị');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(code).toHaveValue(before);
    await code.fill('99998');
    await keys.press('Tab');
    await dialog.getByLabel('Lý do điều chỉnh').fill('Sáp nhập đơn vị hành chính');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu cài đặt.')).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(code).toHaveValue('99998');
    await picture(page, 'settings-closed-02-code');
  });

  await test.step('the days of periods: the signed report keeps its own, and nothing else replaces it', async () => {
    await page.getByText('Kỳ báo cáo', { exact: true }).first().click();
    await page.getByRole('radio', { checked: false }).first().click();
    await expect(dialog).toContainText('Ngày bắt đầu và kết thúc các kỳ báo cáo');
    await picture(page, 'settings-closed-03-scheme');
    await dialog.getByLabel('Lý do điều chỉnh').fill('Đổi cách chia kỳ');
    await keys.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await goTo(page, 6, /^Báo cáo/);
    await expect(page.getByText(DAYS)).toBeVisible();
    await page.getByRole('button', { name: 'Lập báo cáo bổ sung, thay thế' }).click();
    await expect(page.getByText(`đã ký cho các ngày ${DAYS}`)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('không phải của mã đơn vị 99998')).toBeVisible();
    await picture(page, 'settings-closed-04-amending');
  });
});
