import { copyFileSync, existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, launch, type RunningApp, samples, temporaryFolder, test } from './support/app.ts';
import { foundOffice, importList, signIn } from './support/office.ts';

const copiesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.scl-backup'))
    .sort();

/** An office with a quarter of dossiers and a copy of it on a stick. */
async function officeWithCopy(): Promise<{ app: RunningApp; stick: string }> {
  const app = await launch();
  const stick = temporaryFolder();
  await foundOffice(app);
  await importList(app, join(samples, 'phuoc-an-2024-q1.xlsx'));
  await app.page.keyboard.press('Alt+8');
  await app.page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
  await app.chooseFiles(stick);
  await app.page.getByRole('button', { name: 'Chọn thư mục…' }).click();
  await expect(app.page.getByText('đã có bản gần nhất')).toBeVisible();
  return { app, stick };
}

/** Steps 2 and 3 by the keyboard alone. */
async function openAndTake(page: Page, declined?: (steps: Locator) => Promise<void>): Promise<void> {
  const steps = page.getByRole('dialog', { name: 'Khôi phục, chuyển sang máy khác' });
  await expect(steps.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await page.keyboard.type('sai hẳn rồi');
  await page.keyboard.press('Enter');
  await expect(steps.getByText('Mật khẩu không đúng với bản sao này.')).toBeVisible();
  await steps.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(steps.getByText('520 hồ sơ, 0 ghi nhận khác, 0 báo cáo')).toBeVisible();
  await expect(steps.getByRole('button', { name: 'Lấy bản này' })).toBeFocused();
  await page.keyboard.press('Enter');
  await declined?.(steps);
  await expect(steps).toBeHidden();
}

const dossiers = (page: Page) => page.getByRole('grid').getByRole('row');

test('moves to a new machine by its first screen', async () => {
  test.setTimeout(240_000);
  const { app, stick } = await officeWithCopy();
  await app.close();
  const fresh = await launch();
  const { page } = fresh;
  await page.getByRole('button', { name: 'Khôi phục từ bản sao…' }).click();
  await expect(page.getByText('Không thấy bản sao nào trên máy này.')).toBeVisible();
  await fresh.chooseFiles(join(stick, copiesIn(stick)[0] ?? ''));
  await page.keyboard.press('Control+o');
  await openAndTake(page);
  await page.keyboard.press('Alt+2');
  await expect(dossiers(page).first()).toBeVisible();
  await fresh.close();
  // The same person gets in with the same passphrase from now on.
  const later = await launch({ dataDir: fresh.dataDir });
  await signIn(later.page);
  await later.close();
});

test('restores over data, which can be brought back', async () => {
  test.setTimeout(240_000);
  const { app } = await officeWithCopy();
  const { page, dataDir } = app;
  const asked = await app.answerQuestions(1);
  await page.getByRole('button', { name: 'Khôi phục từ bản sao…' }).click();
  await page.getByRole('list', { name: 'Bản sao tìm thấy' }).getByRole('button').first().click();
  await openAndTake(page, async (steps) => {
    // The main process asks; whoever declines keeps the data and the step.
    await expect.poll(asked).toBe(1);
    await expect(steps.getByRole('button', { name: 'Lấy bản này' })).toBeFocused();
    expect(existsSync(join(dataDir, 'replaced'))).toBe(false);
    await app.answerQuestions(0);
    await page.keyboard.press('Enter');
  });
  expect(readdirSync(join(dataDir, 'replaced'))).toHaveLength(1);
  await page.keyboard.press('Alt+8');
  await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Đưa trở lại' }).click();
  await expect(page.getByText('Ai đang làm việc?')).toBeVisible();
  await signIn(page);
  await page.keyboard.press('Alt+2');
  await expect(dossiers(page).first()).toBeVisible();
  await app.close();
});

test('offers the newest good copy where the data is damaged, and deletes nothing', async () => {
  test.setTimeout(240_000);
  const { app } = await officeWithCopy();
  const { dataDir } = app;
  await app.close();
  const database = join(dataDir, 'so-chat-luong.db');
  const before = join(temporaryFolder(), 'before.db');
  copyFileSync(database, before);
  truncateSync(database, 8192);
  const damaged = await launch({ dataDir });
  const { page } = damaged;
  await damaged.answerQuestions(0);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Chưa mở được dữ liệu' })).toBeVisible();
  await expect(page.getByText('Bản sao gần nhất còn tốt')).toContainText('520 hồ sơ');
  await page.getByRole('button', { name: 'Khôi phục từ bản sao…' }).click();
  await page.getByRole('list', { name: 'Bản sao tìm thấy' }).getByRole('button').first().click();
  await openAndTake(page);
  await page.keyboard.press('Alt+2');
  await expect(dossiers(page).first()).toBeVisible();
  await damaged.close();
  const [aside] = readdirSync(join(dataDir, 'replaced'));
  expect(statSync(join(dataDir, 'replaced', aside ?? '', 'so-chat-luong.db')).size).toBe(8192);
  expect(existsSync(before)).toBe(true);
});
