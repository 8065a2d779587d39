import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, samples, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, previewList } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

test('bad rows are named, saved for correction, and an import is taken back', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const folder = temporaryFolder();
  await foundOffice(app);

  await test.step('a file without a table', async () => {
    const file = join(folder, 'khong-phai-bang.csv');
    writeFileSync(file, 'Kính gửi đồng chí\n');
    await app.chooseFiles(file);
    await goTo(page, 4, 'Nhập từ Excel');
    await page.keyboard.press('Control+o');
    await expect(page.getByText(/Không thấy bảng nào trong tệp này|Chưa thấy cột bắt buộc/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Chọn tệp khác' })).toBeFocused();
  });

  await test.step('seven wrong rows of sixty', async () => {
    await previewList(app, join(samples, 'phuoc-an-dong-loi.xlsx'));
    await expect(page.getByText('đọc 60 = mới 53 + cập nhật 0 + không đổi 0 + lỗi 7')).toBeVisible();
    await expect(page.getByRole('tab', { name: /Lỗi/ })).toHaveAttribute('aria-selected', 'true');
    const workbook = join(folder, 'dong loi.xlsx');
    await app.chooseTarget(workbook);
    await page.getByRole('button', { name: 'Lưu dòng lỗi…' }).click();
    await expect(page.getByText('Đã lưu 7 dòng lỗi')).toBeVisible();
    expect(existsSync(workbook)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Đã nhập “phuoc-an-dong-loi.xlsx”')).toBeVisible();
  });

  await test.step('the same file again adds nothing', async () => {
    await previewList(app, join(samples, 'phuoc-an-dong-loi.xlsx'));
    await expect(page.getByText('đọc 60 = mới 0 + cập nhật 0 + không đổi 53 + lỗi 7')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Không có gì để nhập/ })).toBeDisabled();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('undo', async () => {
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await expect(page.getByText(/^đã hoàn tác/)).toBeVisible();
    await goTo(page, 2, 'Hồ sơ');
    await expect(page.getByText('0 hồ sơ')).toBeVisible();
  });
});
