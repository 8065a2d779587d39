import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

// A signed period in the window: a counted dossier is changed only for a reason, which the history keeps and the next
// report states; then the period is reported anew.

test.use({ start: { today: '2024-07-05' } });

/** A picture of the screen for whoever looks at a run; kept with the results. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env.SCL_TEST_OUTPUT ?? temporaryFolder(), `${name}.png`) });
}

const REASON = 'Phát hiện nhập sai kênh tiếp nhận khi đối chiếu hồ sơ giấy';

test('signed figures change only for a reason, which the next report states', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;
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
    await page.getByLabel(/^Mật khẩu mới/).fill('mật khẩu thử 1');
    await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu thử 1');
    await keys.press('Enter');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await expect(passphrase).toBeVisible({ timeout: 60_000 });
    await picture(page, 'closing-01-draft');
    await passphrase.fill('mật khẩu thử 1');
    await keys.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
    await picture(page, 'closing-02-signed');
  });

  const dialog = page.getByRole('dialog', { name: 'Kỳ báo cáo đã ký' });
  const pane = page.getByRole('region', { name: 'Chi tiết hồ sơ' });
  await test.step('a counted dossier is not changed without a reason', async () => {
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('/');
    await keys.type('240102-0001');
    await expect(page.getByText('1 hồ sơ', { exact: true })).toBeVisible();
    await page.getByRole('row').filter({ hasText: '240102-0001' }).click();
    await keys.press('Enter');
    await expect(pane).toBeVisible();
    await pane.getByRole('button', { name: 'Xóa' }).click();
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('Quý I năm 2024');
    await expect(dialog).toContainText('Biểu II.06a');
    await expect(
      dialog
        .getByRole('listitem')
        .filter({ hasText: /^Mục tiêu 2\.\d: / })
        .first(),
    ).toBeVisible();
    await expect(dialog.getByLabel('Lý do điều chỉnh')).toBeFocused();
    await picture(page, 'closing-03-asked');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Chưa có gì thay đổi; số liệu đã ký được giữ nguyên.')).toBeVisible();
    await expect(page.getByText('1 hồ sơ', { exact: true })).toBeVisible();
  });

  await test.step('an edit in the form waits for its reason and is typed once', async () => {
    await pane.getByRole('button', { name: 'Sửa' }).click();
    const form = page.getByRole('region', { name: /^Sửa hồ sơ/ });
    const channel = form.getByLabel('Kênh', { exact: false }).first();
    await expect(channel).toBeVisible();
    await channel.selectOption('direct');
    await keys.press('Control+s');
    await expect(dialog).toBeVisible();
    // As on a machine so slow that the dialog stands and has not the keyboard yet.
    await channel.focus();
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(channel).toHaveValue('direct');
    await keys.press('Control+s');
    await expect(dialog).toBeVisible();
    await channel.focus();
    await keys.type('N');
    await expect(dialog.getByLabel('Lý do điều chỉnh')).toHaveValue('N');
    await expect(channel).toHaveValue('direct');
    await dialog.getByLabel('Lý do điều chỉnh').fill(REASON);
    await keys.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(pane).toContainText('Điều chỉnh số liệu đã ký: Quý I năm 2024');
    await expect(pane).toContainText(REASON);
    await expect(page.getByText('Chưa có gì thay đổi; số liệu đã ký được giữ nguyên.')).toBeHidden();
    await picture(page, 'closing-04-history');
  });

  await test.step('the next report states the correction', async () => {
    await goTo(page, 6, /^Báo cáo/);
    await choosePeriod(page, 'Quý II năm 2024');
    const corrections = page.getByRole('region', { name: 'Điều chỉnh kỳ trước' });
    await expect(corrections).toContainText('Quý I năm 2024, đã ký lần 1', { timeout: 20_000 });
    await expect(corrections).toContainText(REASON);
    await expect(corrections).toContainText('Trực tuyến');
    await corrections.scrollIntoViewIfNeeded();
    await picture(page, 'closing-05-next-draft');
  });

  await test.step('the draft is marked as prepared and checked as the receiver will', async () => {
    const preparation = page.getByRole('region', { name: 'Lập và kiểm tra thử' });
    await preparation.getByRole('button', { name: 'Kiểm tra thử như nơi nhận' }).click();
    await expect(preparation.getByText('Nơi nhận sẽ kết luận: hợp lệ')).toBeVisible({ timeout: 60_000 });
    await preparation.getByRole('button', { name: 'Đánh dấu đã lập xong' }).click();
    await expect(preparation).toContainText('Đã lập xong: Nguyễn Văn Thử');
    await picture(page, 'closing-06-prepared');
    await page.getByLabel('Số văn bản').fill('07/BC-UBND');
    await expect(preparation).toContainText('Chưa ai đánh dấu đã lập xong.');
  });

  await test.step('the first quarter is reported anew, naming why', async () => {
    await choosePeriod(page, 'Quý I năm 2024');
    await expect(page.getByText('Đã đổi từ khi ký')).toBeVisible({ timeout: 20_000 });
    await picture(page, 'closing-07-signed-changed');
    await page.getByRole('button', { name: 'Lập báo cáo bổ sung, thay thế' }).click();
    await expect(page.getByRole('region', { name: 'Báo cáo bổ sung, thay thế báo cáo lần 1' })).toContainText(
      REASON,
    );
    await expect(page.getByLabel('Lý do ký bản thay thế')).toHaveValue(REASON);
    await picture(page, 'closing-08-amendment');
    for (const reason of await page.getByLabel(/Lý do vẫn ký/).all()) await reason.fill('Chỉ là dữ liệu mẫu');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await passphrase.fill('mật khẩu thử 1');
    await keys.press('Enter');
    await expect(page.getByText('BC-26503-2024-Q1 · lần 2')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Đã đổi từ khi ký')).toBeHidden();
    await picture(page, 'closing-09-signed-again');
  });
});
