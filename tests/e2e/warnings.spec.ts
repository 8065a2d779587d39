import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, signIn } from './support/office.ts';

const look = async (page: Page, name: string): Promise<void> => {
  if (!process.env.SCL_LOOK) return;
  await page.screenshot({ path: `${process.env.SCL_LOOK}/${name}.png` });
};

/** Puts the book back to what it was, and the keyring beside it out of order, as somebody does who has no key. */
function meddle(dataDir: string, earlier: string): void {
  copyFileSync(earlier, join(dataDir, 'so-chat-luong.db'));
  for (const name of ['keyring.json', 'keyring.copy.json']) {
    const path = join(dataDir, name);
    const keyring = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...keyring, revision: keyring.revision + 1000 }));
  }
}

test('whoever signs in is told once of an exchanged keyring, and of a copy ahead of the book until it is answered', async () => {
  const dataDir = temporaryFolder();
  const earlier = join(temporaryFolder(), 'earlier.db');
  const first = await launch({ dataDir });
  await foundOffice(first);
  await first.close();
  copyFileSync(join(dataDir, 'so-chat-luong.db'), earlier);
  const second = await launch({ dataDir });
  await signIn(second.page);
  await second.page.evaluate(() => window.scl?.call('backups.now', {}));
  await second.page.evaluate(() => window.scl?.call('backups.now', {}));
  await second.close();
  meddle(dataDir, earlier);

  const app = await launch({ dataDir });
  const { page } = app;
  await signIn(page);
  const strange = page.getByRole('alert').filter({ hasText: 'Có người đã thay tệp khóa của sổ.' });
  const ahead = page.getByRole('alert').filter({ hasText: 'Có bản sao lưu đi trước sổ đang mở.' });
  await expect(strange).toBeVisible();
  await expect(ahead).toContainText('(máy này) của chính sổ này');
  await look(page, 'warnings');
  if (process.env.SCL_LOOK) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 683, height: 384 });
    await look(page, 'warnings-dark-200');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await strange.getByRole('button', { name: 'Đã hiểu' }).click();
  await expect(strange).toBeHidden();
  await ahead.getByRole('button', { name: 'Xem các bản sao' }).click();
  await expect(page.getByRole('heading', { name: 'Các bản sao lưu' })).toBeVisible();
  await look(page, 'warnings-copies');
  await app.close();

  const again = await launch({ dataDir });
  await signIn(again.page);
  const still = again.page.getByRole('alert').filter({ hasText: 'Có bản sao lưu đi trước sổ đang mở.' });
  await expect(still).toBeVisible();
  await expect(again.page.getByText('Có người đã thay tệp khóa của sổ.')).toBeHidden();
  await still.getByRole('button', { name: 'Đúng ý đơn vị, đừng báo nữa' }).click();
  await expect(again.page.getByText('Sẽ không báo về các bản sao hiện có nữa.')).toBeVisible();
  await again.page.evaluate(() => location.reload());
  await expect(again.page.getByRole('heading', { level: 1 })).toContainText('năm');
  await goTo(again.page, 2, 'Hồ sơ');
  const { copyAhead } = (await again.page.evaluate(() => window.scl?.call('app.warnings', {}))) as never as {
    copyAhead: unknown;
  };
  expect(copyAhead ?? null).toBeNull();
  await again.close();
  // Four starts: compiled code of the page, which whoever writes here could exchange, would be kept by now.
  const kept = join(dataDir, 'window', 'Code Cache', 'js');
  expect(existsSync(kept) ? readdirSync(kept).filter((name) => /_\d$/.test(name)) : []).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});
