import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

test('copies the book into a chosen folder, and again when the program closes', async ({ app }) => {
  const { page } = app;
  await foundOffice(app);
  const folder = temporaryFolder();
  await app.chooseFiles(folder);
  await page.keyboard.press('Alt+8');
  await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
  await expect(page.getByText('chưa có bản nào')).toBeVisible();
  await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
  const file = 'SoChatLuong_26503_2024-03-20.db';
  await expect(page.getByRole('definition').filter({ hasText: file })).toBeVisible();
  const keyring = 'SoChatLuong_26503_2024-03-20.keyring.json';
  expect(readdirSync(folder).sort()).toEqual([file, keyring]);
  rmSync(join(folder, file));
  await app.close();
  expect(readdirSync(folder).sort()).toEqual([file, keyring]);
});
