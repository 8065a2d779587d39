import { rmSync } from 'node:fs';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, signIn } from './support/office.ts';

const look = async (page: import('@playwright/test').Page, name: string): Promise<void> => {
  if (!process.env.SCL_LOOK) return;
  await page.screenshot({ path: `${process.env.SCL_LOOK}/${name}.png` });
};

test('a clock behind the book is told on every screen, until somebody says that it is right', async () => {
  const dataDir = temporaryFolder();
  const before = await launch({ dataDir, today: '2024-03-20' });
  await foundOffice(before);
  await expect(before.page.getByRole('complementary', { name: 'Đồng hồ của máy' })).toBeHidden();
  await before.close();

  const app = await launch({ dataDir, today: '2023-03-20' });
  const { page } = app;
  await signIn(page);
  const band = page.getByRole('complementary', { name: 'Đồng hồ của máy' });
  await expect(band).toContainText('Máy báo 20/03/2023');
  await expect(band).toContainText('sổ đã ghi lúc 20/03/2024');
  await look(page, 'clock');
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  await expect(page.getByLabel('Người nộp')).toBeVisible();
  await expect(band).toBeVisible();
  await look(page, 'clock-entry');
  await page.keyboard.press('Escape');
  await goTo(page, 4, 'Nhập từ Excel');
  await expect(band).toBeVisible();
  await band.getByRole('button', { name: 'Máy đúng giờ rồi, ẩn đi' }).click();
  await expect(band).toBeHidden();
  await goTo(page, 2, 'Hồ sơ');
  await expect(band).toBeHidden();
  if (process.env.SCL_LOOK) {
    await page.reload();
    await signIn(page).catch(() => undefined);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 683, height: 384 });
    await look(page, 'clock-dark-200');
  }
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});
