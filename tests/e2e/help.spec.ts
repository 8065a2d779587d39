import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

// The guide in the window: from any place at its own chapter, without losing what is being typed; searched; on paper.

test.use({ start: { today: '2024-07-05' } });

const guide = (page: Page) => page.getByRole('dialog', { name: 'Trợ giúp' });
const title = (page: Page, name: string) => guide(page).getByRole('heading', { name, exact: true });

/** Keeps what the window prints to a PDF from now on. */
async function keepPrints({ electron }: RunningApp): Promise<() => Promise<Buffer>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    const contents = window.webContents;
    const print = contents.printToPDF.bind(contents);
    contents.printToPDF = async (options) => {
      const pdf = await print(options);
      (globalThis as { lastPrint?: string }).lastPrint = pdf.toString('base64');
      return pdf;
    };
  });
  return async () =>
    Buffer.from(
      await electron.evaluate(() => (globalThis as { lastPrint?: string }).lastPrint ?? ''),
      'base64',
    );
}

function pagesOf(pdf: Buffer, name: string): { count: number; text: string; file: string } {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, pdf);
  const told = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(told).toMatch(/Page size: +59\d(\.\d+)? x 84\d/u);
  return {
    count: Number(/Pages: +(\d+)/u.exec(told)?.[1]),
    text: execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
    file,
  };
}

test('F1 explains what is on the screen, loses nothing, and prints', async ({ app }) => {
  test.setTimeout(150_000);
  const { page } = app;
  const keys = page.keyboard;
  const lastPrint = await keepPrints(app);

  await test.step('before the work begins', async () => {
    await page.getByLabel('Tên địa danh').fill('Phước');
    await keys.press('F1');
    await expect(title(page, 'Ba câu hỏi')).toBeInViewport();
    await keys.press('Escape');
    await expect(guide(page)).toBeHidden();
    await expect(page.getByLabel('Tên địa danh')).toBeFocused();
    await expect(page.getByLabel('Tên địa danh')).toHaveValue('Phước');
  });

  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await choosePeriod(page, 'Quý I năm 2024');

  await test.step('over a drawer, whose keys it takes, and which stays', async () => {
    await page.locator('[data-objective="2.3"]').focus();
    await keys.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Hồ sơ giải quyết trực tuyến' });
    await expect(drawer.getByRole('grid')).toBeFocused();
    await keys.press('F1');
    await expect(title(page, 'Xem phía sau một con số')).toBeInViewport();
    await keys.press('2');
    await keys.press('n');
    await keys.press('Escape');
    await expect(guide(page)).toBeHidden();
    await expect(drawer.getByRole('grid')).toBeFocused();
    await keys.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quý I năm 2024');
  });

  await test.step('in a form half filled', async () => {
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('n');
    const field = (name: string) => page.locator(`form [name="${name}"]`);
    await expect(field('procedureName')).toBeFocused();
    await keys.type('hn');
    await keys.press('Tab');
    await keys.type('Trần Thị B');
    await keys.press('F1');
    await expect(title(page, 'Ghi hồ sơ mới')).toBeInViewport();
    await keys.press('Control+Enter');
    await keys.press('F1');
    await expect(guide(page)).toBeHidden();
    await expect(field('applicantName')).toBeFocused();
    await keys.type('é Ba');
    await expect(field('applicantName')).toHaveValue('Trần Thị Bé Ba');
    await expect(field('procedureName')).toHaveValue('Cấp Giấy xác nhận tình trạng hôn nhân');
    await keys.press('Escape');
  });

  await test.step('at the section and the ledger looked at', async () => {
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Lịch làm việc' }).click();
    await keys.press('F1');
    await expect(title(page, 'Lịch làm việc')).toBeInViewport();
    await keys.press('Escape');
    await goTo(page, 3, 'Ghi nhận khác');
    await page.getByRole('button', { name: 'Bồi dưỡng' }).click();
    await page.getByRole('navigation').first().getByRole('button', { name: 'Trợ giúp' }).click();
    await expect(title(page, 'Bồi dưỡng, tập huấn')).toBeInViewport();
  });

  await test.step('searches without diacritics, follows links, goes back', async () => {
    await keys.press('/');
    await keys.type('quen mat khau');
    await expect(guide(page).getByRole('navigation', { name: 'Tìm thấy' })).toContainText('Quên mật khẩu');
    await keys.press('Enter');
    await expect(title(page, 'Quên mật khẩu')).toBeInViewport();
    await guide(page).getByRole('button', { name: 'Mục lục' }).click();
    await guide(page)
      .getByRole('button', { name: /^Giờ đầu tiên/ })
      .click();
    await guide(page).getByRole('link', { name: 'Tổng quan' }).click();
    await expect(title(page, 'Đọc một dòng mục tiêu')).toBeVisible();
    const picture = guide(page).getByRole('button', { name: /^Phóng to hình: Tổng quan/ });
    await picture.click();
    await expect(page.getByRole('button', { name: 'Thu nhỏ hình' })).toBeFocused();
    await keys.press('Escape');
    await expect(picture).toBeVisible();
    await keys.press('Alt+ArrowLeft');
    await expect(title(page, 'Ba câu hỏi')).toBeVisible();
    await keys.press('Escape');
    await expect(guide(page)).toBeHidden();
  });

  await test.step('Ctrl+K finds a heading; the sheet for the wall has two pages', async () => {
    await keys.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await keys.type('to dan tuong');
    await expect(page.getByText('Sổ Chất Lượng: tờ dán tường', { exact: true })).toBeVisible();
    await keys.press('Enter');
    await expect(title(page, 'Mỗi tuần')).toBeVisible();
    await keys.press('Control+p');
    const print = page.getByRole('dialog', { name: 'In: Hướng dẫn: Sổ Chất Lượng: tờ dán tường' });
    await expect(print).toBeVisible({ timeout: 20_000 });
    const wall = pagesOf(await lastPrint(), 'wall.pdf');
    expect(wall.count).toBe(2);
    expect(wall.text).toContain('Cuối kỳ: báo cáo trong mười bước');
    await keys.press('Escape');
    await expect(print).toBeHidden();
    await expect(guide(page)).toBeVisible();
  });

  await test.step('the whole guide on paper, pictures and all', async () => {
    await guide(page).getByRole('button', { name: 'Mục lục' }).click();
    await guide(page).getByRole('button', { name: 'In cả hướng dẫn' }).click();
    const print = page.getByRole('dialog', { name: 'In: Hướng dẫn: Hướng dẫn sử dụng' });
    await expect(print).toBeVisible({ timeout: 60_000 });
    const whole = pagesOf(await lastPrint(), 'guide.pdf');
    expect(whole.count).toBeGreaterThan(20);
    expect(whole.text).toContain('Khi có lỗi');
    expect(whole.text).not.toContain('DỮ LIỆU MẪU.');
    const pictures = execFileSync('pdfimages', ['-list', whole.file], { encoding: 'utf8' });
    expect(pictures.trim().split('\n').length - 2).toBeGreaterThanOrEqual(20);
    await keys.press('Escape');
    await keys.press('Escape');
    await expect(guide(page)).toBeHidden();
  });
});
