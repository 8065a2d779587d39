import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

test('the log tells what was done and by whom, is asked by deed and person, and goes out as a workbook', async ({
  app,
}) => {
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Nhật ký', exact: true }).click();
  const table = page.getByRole('grid', { name: 'Mọi việc đã làm' });
  await expect(table.getByText('Bắt đầu nhật ký')).toBeVisible();
  await expect(table.getByText('Thêm, đổi người dùng').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'mục' })).toBeVisible();
  await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'người dùng, đăng nhập' });
  await expect(table.getByText('Bắt đầu nhật ký')).toBeHidden();
  await expect(table.getByText('Nguyễn Thị Ánh Nguyệt').first()).toBeVisible();
  await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'mọi việc' });
  const target = join(temporaryFolder(), 'nhat-ky.xlsx');
  await app.chooseTarget(target);
  await page.getByRole('button', { name: 'Xuất Excel…' }).click();
  await expect(page.getByText(/^Đã xuất \d+ mục: nhat-ky\.xlsx/)).toBeVisible();
  expect(existsSync(target)).toBe(true);
  if (process.env.SCL_LOOK) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.screenshot({ path: '/tmp/look/s2-log.png' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: '/tmp/look/s2-log-dark.png' });
    await page.setViewportSize({ width: 683, height: 384 });
    await page.screenshot({ path: '/tmp/look/s2-log-200.png' });
  }
});
