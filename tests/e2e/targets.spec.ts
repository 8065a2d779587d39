import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appDir, expect, temporaryFolder, test } from './support/app.ts';
import { goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

/** Opens a part of the screen by its key. */
async function part(page: Page, digit: number, name: string): Promise<void> {
  await page.keyboard.press(`Control+${digit}`);
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
}

test('own objectives, plan, hand counts, communication and progress, by keyboard', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const folder = temporaryFolder();
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 5, 'Mục tiêu & kế hoạch');
  const sets = page.getByRole('list', { name: 'Các bộ mục tiêu' });

  await test.step('a lower target is refused at its field, a higher one and an objective of its own are kept', async () => {
    await expect(sets.getByRole('button')).toHaveCount(1);
    await page.keyboard.press('e');
    await expect(page.getByLabel('Tên bộ mục tiêu')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('15/QĐ-UBND');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1/3');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Chủ tịch UBND xã Phước An');
    const online = page.getByLabel('Chỉ tiêu nâng lên của Hồ sơ giải quyết trực tuyến');
    await online.focus();
    await page.keyboard.type('34,9');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Không được thấp hơn mức được giao (từ 35\u00a0%).')).toBeVisible();
    await expect(sets).toHaveCount(0);
    await online.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40,5');
    await page.getByRole('button', { name: 'Thêm mục tiêu' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Tên ngắn')).toBeFocused();
    await page.keyboard.type('Họp giao ban đúng lịch');
    await page.getByLabel(/^Câu mục tiêu\b(?!.*tiếng Anh)/).focus();
    await page.keyboard.type('Họp giao ban Bộ phận Một cửa hằng tuần đúng lịch đạt từ 90 %.');
    await page.getByLabel('Tỷ lệ (%)').focus();
    await page.keyboard.type('90');
    await page.getByRole('combobox', { name: 'Cách tính' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Đếm tay');
    await page.getByRole('option', { name: /^Đếm tay/ }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Đã lưu phiên bản 1/)).toBeVisible();
    await expect(sets.getByRole('button')).toHaveCount(2);
    await expect(sets.getByRole('button').filter({ hasText: 'của đơn vị' })).toContainText('đang áp dụng');
    const row = page.getByRole('row').filter({ hasText: 'Hồ sơ giải quyết trực tuyến' });
    await expect(row).toContainText('từ 40,5\u00a0%');
    await expect(row).toContainText('được giao từ 35\u00a0%');
    await expect(page.getByRole('row').filter({ hasText: 'Họp giao ban' })).toContainText('của đơn vị');
  });

  await test.step('every save is a version of its own, and a set goes out to a file', async () => {
    await page.keyboard.press('e');
    await expect(page.getByLabel('Tên bộ mục tiêu')).toBeFocused();
    await expect(page.getByLabel('Chỉ tiêu nâng lên của Hồ sơ giải quyết trực tuyến')).toHaveValue('40,5');
    await page.getByLabel('Chỉ tiêu nâng lên của Hồ sơ giải quyết trực tuyến').fill('41');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Đã lưu phiên bản 2/)).toBeVisible();
    await expect(sets.getByRole('button')).toHaveCount(3);
    const file = join(folder, 'bo.json');
    await app.chooseTarget(file);
    await page.getByRole('button', { name: 'Xuất ra tệp…' }).click();
    await expect(page.getByText('Đã xuất “bo.json”.')).toBeVisible();
    expect(statSync(file).size).toBeGreaterThan(1000);
  });

  await test.step('a set comes in from a file; what is none is refused with the reason', async () => {
    const set = JSON.parse(readFileSync(join(appDir, 'resources/targets/nhon-trach-2024.json'), 'utf8'));
    const file = join(folder, 'bo-khac.json');
    writeFileSync(
      file,
      JSON.stringify({ ...set, id: 'bo-khac', version: 4, name: { vi: 'Bộ khác', en: 'Other' } }),
    );
    await app.chooseFiles(file);
    await page.getByRole('button', { name: 'Nhập bộ mục tiêu…' }).click();
    await expect(page.getByText('Đã nhập “Bộ khác”, phiên bản 4.')).toBeVisible();
    await expect(sets.getByRole('button', { name: /Bộ khác/ })).toHaveAttribute('aria-current', 'true');
    writeFileSync(file, JSON.stringify({ ...set, objectives: [] }));
    await page.getByRole('button', { name: 'Nhập bộ mục tiêu…' }).click();
    await expect(page.getByText(/Tệp này không phải bộ mục tiêu đúng dạng/)).toBeVisible();
    await page
      .getByRole('alert')
      .getByRole('button')
      .or(page.locator('.mantine-Notification-closeButton'))
      .last()
      .click();
  });

  await test.step('a count by hand with its evidence gives the objective its figure', async () => {
    await part(page, 3, 'Đếm tay');
    await page
      .getByRole('list', { name: 'Đếm tay' })
      .getByRole('button', { name: /Họp giao ban/ })
      .click();
    await expect(page.getByText('chưa đếm trong kỳ')).toBeVisible();
    // A new count is for the objective and the period looked at, by whatever way it is begun.
    await page.getByRole('grid').focus();
    await page.keyboard.press('n');
    await expect(page.getByLabel('Từ ngày')).toHaveValue('15/03/2024');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ghi số đếm của kỳ này' }).click();
    await expect(page.getByLabel('Đến ngày')).toHaveValue('20/03/2024');
    await expect(page.getByLabel('Số đạt')).toBeFocused();
    await page.keyboard.type('1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    await page.getByLabel('Căn cứ').fill('Biên bản họp 18/3');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('đã đếm 1/1')).toBeVisible();
  });

  await test.step('a measure goes into the plan and onto its paper', async () => {
    await part(page, 2, 'Kế hoạch');
    const objectives = page.getByRole('list', { name: 'Biện pháp theo mục tiêu' });
    await objectives.getByRole('button', { name: /Họp giao ban/ }).click();
    await expect(objectives.getByRole('button', { name: /Họp giao ban/ })).toContainText('Chưa có biện pháp');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Biện pháp thực hiện', exact: true }).fill('Lập lịch họp cả năm');
    await page
      .getByRole('combobox', { name: 'Trách nhiệm' })
      .or(page.getByRole('textbox', { name: 'Trách nhiệm', exact: true }))
      .fill('Nguyễn Văn Thử');
    await page.getByRole('textbox', { name: 'Thời hạn', exact: true }).fill('30/3');
    await page.keyboard.press('Control+s');
    await expect(objectives.getByRole('button', { name: /Họp giao ban/ })).toContainText('xong 0/1');
    await objectives.getByRole('button', { name: /Mọi mục tiêu/ }).focus();
    await page.keyboard.press('p');
    await expect(page.locator('figure canvas').first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('dialog')).toContainText('Lập lịch họp cả năm', { timeout: 20_000 });
    const file = join(folder, 'ke-hoach.pdf');
    await app.chooseTarget(file);
    await page.getByRole('button', { name: 'Lưu PDF…' }).click();
    await expect(page.getByText('Đã lưu “ke-hoach.pdf”.')).toBeVisible();
    expect(statSync(file).size).toBeGreaterThan(5000);
    await page.keyboard.press('Escape');
  });

  await test.step('all staff are told at once, and taken off again by one undo', async () => {
    await part(page, 4, 'Phổ biến');
    const subjects = page.getByRole('list', { name: 'Theo nội dung phổ biến' });
    await expect(subjects).toContainText('người được phổ biến');
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog').getByLabel('Nội dung phổ biến')).toBeFocused();
    await page.keyboard.type('Mục tiêu riêng của xã 2024');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Đã thêm \d+ người\.$/)).toBeVisible({ timeout: 20_000 });
    await expect(subjects).toContainText('Mục tiêu riêng của xã 2024');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(page.getByText(/^Đã bỏ \d+ người/)).toBeVisible({ timeout: 20_000 });
    await expect(subjects).not.toContainText('Mục tiêu riêng của xã 2024');
  });

  await test.step('a given objective is explained by the decision that ordered it, not by the own one', async () => {
    await goTo(page, 1, /năm 2024/);
    await page.locator('[data-objective="2.3"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('QĐ 420/QĐ-UBND');
    await page.keyboard.press('Escape');
    await goTo(page, 5, 'Mục tiêu & kế hoạch');
  });

  await test.step('progress names the very records, and each opens', async () => {
    await part(page, 5, 'Tiến độ');
    const detail = page.getByRole('region', { name: 'Hồ sơ giải quyết trực tuyến' });
    await page.getByRole('button', { name: 'Hồ sơ giải quyết trực tuyến' }).click();
    await expect(detail).toContainText('nữa kết thúc đúng yêu cầu thì đạt');
    const candidate = detail.getByRole('listitem').first().getByRole('button');
    const code = (await candidate.locator('span').first().textContent()) ?? '';
    await candidate.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ' })).toBeVisible();
    await expect(
      page.getByRole('complementary').or(page.getByRole('region')).filter({ hasText: code }).first(),
    ).toBeVisible();
  });
});
