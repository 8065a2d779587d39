import { expect, test } from './support/app.ts';
import { choosePeriod } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

test('the overview leads to every record behind it, and to paper', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  const rows = page.getByRole('table').getByRole('row');
  const online = rows.filter({ hasText: 'giải quyết trực tuyến' });

  await test.step('the year stands beside the period', async () => {
    await expect(online).toContainText('8/25');
    await expect(online).toContainText(/năm 33,18/);
  });

  await test.step('a figure of another ledger opens its entries, and an entry itself', async () => {
    await page.locator('[data-objective="2.2"]').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Hài lòng của người dân, doanh nghiệp' });
    await expect(dialog.getByRole('grid')).toBeFocused();
    await expect(dialog).toContainText(/Rất hài lòng/);
    await expect(dialog).not.toContainText('very-satisfied');
    // Nothing is chosen yet: Enter means the first.
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ghi nhận khác' })).toBeVisible();
    await expect(page.getByRole('region', { name: /^Chi tiết/ })).toBeVisible();
    await page.keyboard.press('Alt+1');
  });

  await test.step('what is not due yet says so once, and leads to its ledger', async () => {
    const ratings = page.locator('[data-objective="3.1"]');
    await expect(rows.filter({ has: ratings })).toContainText('Chưa đến kỳ');
    await expect(rows.filter({ has: ratings })).not.toContainText('chưa nhập');
    await ratings.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Chưa đến kỳ đánh giá mục tiêu này');
    const ledger = page.getByRole('dialog').getByRole('button', { name: 'Mở sổ Xếp loại hằng năm' });
    await expect(ledger).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid', { name: 'Bảng: Xếp loại hằng năm' })).toBeVisible();
    await page.keyboard.press('Alt+1');
  });

  await test.step('what is due opens by Enter', async () => {
    const due = page.getByRole('region', { name: 'Đến hạn và quá hạn' });
    const first = due.getByRole('button').first();
    const code = /\d{3}\.\d\d\.\d\d\.H\d\d-\d+-\d+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
    expect(code).not.toBe('');
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ' })).toBeVisible();
    await expect(page.getByText(code).first()).toBeVisible();
    await page.keyboard.press('Alt+1');
  });

  await test.step('ledgers, parts and objectives are found by Ctrl+K', async () => {
    for (const [typed, found] of [
      ['tien do', 'Tiến độ'],
      ['chu ky so', 'Chữ ký số'],
      ['xep loai', 'Xếp loại hằng năm'],
      ['2.1', 'Hồ sơ giải quyết đúng hạn'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
      await page.keyboard.type(typed);
      await expect(page.getByRole('dialog').getByText(found, { exact: false }).first()).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });

  await test.step('a number of the composition opens the very dossiers it counts', async () => {
    await choosePeriod(page, 'Quý I năm 2024');
    const resolved = page.getByRole('table', { name: /^Hồ sơ đã giải quyết trong kỳ/ });
    await resolved.getByRole('button', { name: /^Tất cả, đúng hạn/ }).focus();
    await page.keyboard.press('ArrowRight');
    const late = resolved.getByRole('button', { name: /^Tất cả, trễ hạn/ });
    await expect(late).toBeFocused();
    const count = (await late.textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${count} hồ sơ`, { exact: true })).toBeVisible();
    await page.keyboard.press('Alt+1');
  });

  await test.step('the calendar goes by keys, and a day opens what is due on it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('lich hen');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('gridcell', { name: /20\/03\/2024; hôm nay/ })).toBeFocused();
    await page.keyboard.press('PageUp');
    const day = page.getByRole('gridcell', { name: /^Thứ Ba, 20\/02\/2024/ });
    await expect(day).toBeFocused();
    await expect(page.getByRole('gridcell', { name: /14\/02\/2024; Nghỉ: Tết Nguyên đán/ })).toBeVisible();
    await expect(day).toContainText(/hẹn trả \d+/);
    const due = /hẹn trả (\d+)/.exec((await day.textContent()) ?? '')?.[1];
    await page.keyboard.press('Enter');
    await expect(page.getByText('hẹn trả ngày 20/02/2024')).toBeVisible();
    await expect(page.getByText(`${due} hồ sơ`, { exact: true })).toBeVisible();
    await page.keyboard.press('l');
    await expect(day).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' })).toBeFocused();
    await page.keyboard.press('Alt+1');
  });

  await test.step('on paper there is neither rail nor tool', async () => {
    await choosePeriod(page, 'Quý I năm 2024');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Chọn kỳ' })).toBeHidden();
    await expect(online).toContainText('146/439');
    await expect(page.getByText('in ngày 20/03/2024')).toBeVisible();
    // Words of 8 points or more; marks only repeat what words beside them say.
    const least = await page.evaluate(() => {
      const zoom = Number(getComputedStyle(document.body).zoom);
      const shown = [...document.querySelectorAll<HTMLElement>('[data-screen="overview"] *')].filter(
        (each) =>
          each.checkVisibility() &&
          each.closest('[aria-hidden], svg, .sr-only, kbd') === null &&
          [...each.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
      );
      return Math.min(...shown.map((each) => parseFloat(getComputedStyle(each).fontSize) * zoom * 0.75));
    });
    expect(least).toBeGreaterThanOrEqual(8);
    await page.emulateMedia({ media: 'screen' });
  });
});
