import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

const copiesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.scl-backup')) : [];

test('copies the book into a chosen folder, tries a restore, and copies again when the program closes', async ({
  app,
}) => {
  const { page, dataDir } = app;
  await foundOffice(app);
  const folder = temporaryFolder();
  await app.chooseFiles(folder);
  await page.keyboard.press('Alt+8');
  await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
  await expect(page.getByText('chưa chọn: ổ đĩa này hỏng thì mất cả bản sao')).toBeVisible();
  await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
  await expect(page.getByText('đã có bản gần nhất')).toBeVisible();
  expect(copiesIn(folder)).toEqual(copiesIn(join(dataDir, 'backups')));
  await page.keyboard.press('Control+d');
  await expect(page.getByText('20/03/2024: khôi phục được')).toBeVisible();
  await expect(page.getByText('Chưa có báo cáo đã ký để so')).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(page.getByText('2 bản', { exact: true })).toBeVisible();
  expect(copiesIn(folder)).toHaveLength(2);
  for (const name of copiesIn(folder)) rmSync(join(folder, name));
  await page.getByLabel('Sao lưu khi dùng lần đầu trong ngày').click();
  await expect(page.getByText('Đã lưu cách sao lưu.')).toBeVisible();
  await app.close();
  expect(copiesIn(folder)).toHaveLength(1);
});
