import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, samples, temporaryFolder, test } from './support/app.ts';
import { violations } from './support/axe.ts';
import { dropFiles } from './support/drop.ts';
import { foundOffice } from './support/office.ts';

// Last year's lists in one go: several files chosen at once, each looked at before anything is written, then imported in
// the order in which they refer to one another.

test.use({ start: { today: '2024-07-05' } });

const sample = (name: string) => resolve(import.meta.dirname, '../../resources/sample', name);

test('several lists are looked at and imported one after another', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await foundOffice(app);
  const folder = temporaryFolder();
  const broken = join(folder, 'a hỏng.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 không phải bảng tính');
  const other = join(folder, 'b danh bạ.csv');
  writeFileSync(other, 'Tên;Điện thoại\nAn;090\nBình;091\n');
  const row = (name: string) => page.locator('[data-queue] tbody tr').filter({ hasText: name });
  const lists = [sample('xep-loai-2023.csv'), sample('can-bo.csv')];

  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeFocused();
  await app.chooseFiles(
    broken,
    other,
    ...lists,
    join(samples, 'phuoc-an-2024-q1.xlsx'),
    sample('phuoc-an-2024-q2.csv'),
  );
  await page.keyboard.press('Control+o');
  const commit = page.getByRole('button', { name: 'Nhập 4 tệp vào sổ' });
  await expect(commit).toBeFocused({ timeout: 60_000 });
  await expect(row('a hỏng.xlsx')).toContainText('không đọc được');
  await expect(row('b danh bạ.csv')).toContainText('cần bạn xem cột');
  await expect(row('can-bo.csv')).toContainText('sẵn sàng nhập');
  // Its people are in a list that is not imported yet.
  await expect(row('xep-loai-2023.csv')).toContainText('Dòng nhắc đến danh sách khác sẽ được xét lại');
  await expect(row('phuoc-an-2024-q1.xlsx')).toContainText('đọc 520 = mới 520');
  await expect(page.getByText('Chưa nhập tệp nào.')).toBeVisible();

  expect(await violations(page)).toEqual([]);
  await test.step('stopped half way, what was imported stays and the rest is as it was', async () => {
    // By the page itself, at the moment when the first is imported: from outside it would come too late.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const stop = document.querySelector<HTMLButtonElement>('[role="progressbar"] ~ button');
        if (!document.querySelector('[data-queue] [data-state="imported"]') || !stop) return;
        watch.disconnect();
        stop.click();
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await page.keyboard.press('Control+Enter');
    const rest = page.getByRole('button', { name: /^Nhập [123] tệp vào sổ/ });
    await expect(rest).toBeFocused({ timeout: 60_000 });
    const imported = await page.locator('[data-queue] [data-state="imported"]').count();
    expect(imported).toBeGreaterThan(0);
    expect(await rest.textContent()).toContain(`Nhập ${4 - imported} tệp`);
    const kept = await page.evaluate(async () => {
      const answer = await window.scl?.call('imports.list', {});
      return answer?.ok ? answer.value.map(({ undoneAt }) => undoneAt) : null;
    });
    expect(kept).toEqual(Array.from({ length: imported }, () => null));
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Xem Tổng quan' })).toBeFocused({ timeout: 60_000 });
  await expect(row('phuoc-an-2024-q1.xlsx')).toContainText('đã nhập, lần nhập số 1');
  await expect(row('xep-loai-2023.csv')).toContainText('lỗi 0');
  await expect(row('a hỏng.xlsx')).toContainText('không đọc được');
  await test.step('one that wants to be looked at is opened, and the others are still there', async () => {
    await row('b danh bạ.csv')
      .getByRole('button', { name: /^Xem tệp này/ })
      .click();
    await expect(page.getByRole('heading', { name: /Nhập từ Excel/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Trở lại 6 tệp' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row('can-bo.csv')).toContainText('đã nhập');
  });

  await test.step('dropped on the window, nothing in them is new', async () => {
    await dropFiles(page, ...lists);
    await expect(row('can-bo.csv')).toContainText('không có gì mới');
    await expect(row('xep-loai-2023.csv')).toContainText('không có gì mới');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-queue]')).toBeHidden();
  });
});
