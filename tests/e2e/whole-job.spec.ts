import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, samples, temporaryFolder, test } from './support/app.ts';
import { pressTabTo } from './support/walk.ts';

// The main job as a clerk does it, hands on the keyboard: first start, a list from Excel, the figure, the signed
// report, its check. The native dialogs are answered in the main process; everything else is real.

test.use({ start: { today: '2024-03-20' } });

/** A picture of the screen for whoever looks at a run; kept with the results. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env.SCL_TEST_OUTPUT ?? temporaryFolder(), `${name}.png`) });
}

test('first start, import, figure, signature and check by keyboard', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;

  await test.step('answers the three questions', async () => {
    await expect(page.getByLabel('Tên địa danh')).toBeFocused();
    await keys.type('Phước An');
    await keys.press('Tab');
    await keys.type('26503');
    await keys.press('Tab');
    await expect(page.getByLabel('Tên đầy đủ của đơn vị')).toHaveValue(/xã Phước An/);
    await keys.press('Tab');
    await keys.type('Ủy ban nhân dân huyện Nhơn Trạch');
    await keys.press('Tab');
    await keys.type('Phòng Kinh tế');
    await keys.press('Enter');
    await expect(page.getByLabel('Họ và tên')).toBeFocused();
    await keys.type('Nguyễn Văn Thử');
    await pressTabTo(page, /người ký báo cáo/);
    await keys.type('Trần Thị Mẫu');
    await keys.press('Enter');
    await picture(page, '01-backup');
    await pressTabTo(page, /^\s*Mật khẩu/);
    await keys.type(TEST_PASSPHRASE);
    await keys.press('Tab');
    await pressTabTo(page, /Nhập lại mật khẩu/);
    await keys.type(TEST_PASSPHRASE);
    await keys.press('Enter');
    // The recovery sheet is put off; Tổng quan reminds of it.
    await expect(page.getByRole('dialog', { name: 'Phiếu khôi phục dữ liệu' })).toBeVisible();
    await expect(page.getByLabel('Nhóm số 1 trên tờ đã in')).toBeFocused();
    await keys.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('năm 2024');
    await picture(page, '02-empty-overview');
  });

  await test.step('imports the list of the quarter', async () => {
    await app.chooseFiles(join(samples, 'phuoc-an-2024-q1.xlsx'));
    await keys.press('4');
    await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
    await keys.press('Control+o');
    await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeEnabled();
    await picture(page, '03-mapping');
    await keys.press('Control+Enter');
    await expect(page.getByText('đọc 520 = mới 520 + cập nhật 0 + không đổi 0 + lỗi 0')).toBeVisible();
    await picture(page, '04-preview');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã nhập “phuoc-an-2024-q1.xlsx”')).toBeVisible();
    await picture(page, '05-imported');
  });

  await test.step('sees the figure', async () => {
    await keys.press('1');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toContainText('năm 2024');
    // Today is in the second quarter by NĐ 09/2019; the first is one key back.
    if (!(await heading.textContent())?.startsWith('Quý I ')) await keys.press('[');
    await expect(heading).toHaveText('Quý I năm 2024');
    const online = page.getByRole('row').filter({ hasText: 'Hồ sơ giải quyết trực tuyến' });
    await expect(online).toContainText('33,25\u00a0%');
    await expect(online).toContainText('146/439');
    await expect(online).toContainText('Còn thiếu 8');
    await picture(page, '06-overview');
  });

  await test.step('looks at the dossiers', async () => {
    await keys.press('2');
    await expect(page.getByText('520 hồ sơ')).toBeVisible();
    await keys.press('/');
    await keys.type('dang');
    await expect(page.getByText('520 hồ sơ')).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: 'Đặng' }).first()).toBeVisible();
    await picture(page, '07-dossiers');
  });

  const exported = join(app.dataDir, '..', `bao-cao-${process.pid}.pdf`);
  await test.step('signs with a key made by the app and exports', async () => {
    await keys.press('Escape');
    await keys.press('Alt+6');
    await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo' })).toBeVisible();
    await picture(page, '08-draft');
    // Every warning wants a written reason, which travels in the report.
    const reasons = page.getByLabel(/Lý do vẫn ký/);
    await expect(reasons.first()).toBeVisible();
    const warnings = await reasons.count();
    await reasons.first().focus();
    for (let warning = 0; warning < warnings; warning += 1) {
      if (warning > 0) await pressTabTo(page, /Lý do vẫn ký/);
      await keys.type('Đã đối chiếu với phần mềm một cửa');
      await keys.press('Tab');
    }
    await page.getByRole('radio', { name: 'Tệp chứng thư (.p12, .pfx)' }).focus();
    await keys.press('ArrowLeft');
    await pressTabTo(page, /Tên ghi trên chứng thư/);
    await keys.press('Control+a');
    await keys.type('UBND xã Phước An');
    await keys.press('Tab');
    await pressTabTo(page, /Mật khẩu mới cho khóa/);
    await keys.type('mật khẩu thử 1');
    await keys.press('Tab');
    await pressTabTo(page, /Nhập lại mật khẩu/);
    await keys.type('mật khẩu thử 1');
    await keys.press('Enter');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await expect(passphrase).toBeVisible({ timeout: 60_000 });
    await picture(page, '09-key');
    await expect(page.getByText(/Chưa ký được/)).toBeHidden();
    await passphrase.focus();
    await keys.type('mật khẩu thử 1');
    await keys.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
    await picture(page, '10-signed');
    await app.chooseTarget(exported);
    await pressTabTo(page, /Lưu tệp để gửi/);
    await keys.press('Enter');
    await expect(page.getByText(/Đã lưu “/)).toBeVisible();
    expect(existsSync(exported)).toBe(true);
    expect(statSync(exported).size).toBeGreaterThan(30_000);
  });

  await test.step('checks the file', async () => {
    await app.chooseFiles(exported);
    await keys.press('Alt+7');
    await expect(page.getByRole('button', { name: /^Chọn tệp/ })).toBeFocused();
    await keys.press('Control+o');
    await expect(
      page
        .getByRole('heading', { name: /Hợp lệ|Chưa đủ căn cứ/ })
        .or(page.getByText(/^(Hợp lệ|Chưa đủ căn cứ)/))
        .first(),
    ).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('146/439').first()).toBeVisible();
    await picture(page, '11-verified');
  });
});
