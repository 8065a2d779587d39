import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, samples, test } from './support/app.ts';
import { choosePeriod, foundOffice, goTo, importList } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

test('a clerk enters, corrects, deletes and finds dossiers by keyboard', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const keys = page.keyboard;
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  const count = (n: string) => expect(page.getByText(`${n} hồ sơ`, { exact: true })).toBeVisible();
  const pane = page.getByRole('region', { name: 'Chi tiết hồ sơ' });
  await foundOffice(app);
  await importList(app, join(samples, 'phuoc-an-2024-q1.xlsx'));

  await test.step('figures lead to exactly the dossiers they count', async () => {
    await goTo(page, 1, /năm 2024/);
    await choosePeriod(page, 'Quý I năm 2024');
    for (const words of ['không ghi ngày hẹn trả', 'chưa ghi số hóa', 'chưa ghi đối chiếu']) {
      const line = page.getByRole('button', { name: words });
      const counted = /\d+/.exec((await line.textContent()) ?? '')?.[0] ?? '';
      await line.click();
      await count(counted);
      await goTo(page, 1, 'Quý I năm 2024');
    }
  });

  await test.step('an explained figure gives the keyboard back', async () => {
    const row = page.getByRole('button', { name: 'Hồ sơ giải quyết đúng hạn', exact: true });
    await row.focus();
    await keys.press('Enter');
    await expect(page.getByRole('grid', { name: 'Tính chưa đạt' })).toBeFocused();
    await keys.press('Escape');
    await expect(row).toBeFocused();
  });

  await test.step('the palette opens what was typed, however fast', async () => {
    await keys.press('Control+k');
    await expect(page.getByRole('textbox', { name: /Tìm hồ sơ, màn hình/ })).toBeFocused();
    await keys.type('231201-0003');
    await keys.press('Enter');
    await expect(pane).toContainText('231201-0003');
    await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' })).toBeFocused();
    await keys.press('ArrowUp');
    await expect(pane).toContainText('231201-0004');
    await keys.press('t');
    await expect(
      page.getByText(/231201-0004 đã giải quyết xong, không còn thời hạn để tạm dừng/),
    ).toBeVisible();
  });

  await test.step('quick entry: number proposed, procedure by letters, dates as they are said', async () => {
    await keys.press('n');
    await expect(field('code')).toHaveValue('000.00.40.H19-240705-0001');
    await expect(field('procedureName')).toBeFocused();
    // What was proposed alone makes no dossier.
    await keys.press('Control+Enter');
    await expect(page.getByText('Cần ghi thủ tục hoặc người nộp')).toBeVisible();
    await expect(field('procedureName')).toBeFocused();
    await keys.type('hn');
    await keys.press('Tab');
    await expect(field('procedureName')).toHaveValue('Cấp Giấy xác nhận tình trạng hôn nhân');
    await keys.type('Trần Thị Bé Ba');
    await keys.press('Tab');
    await keys.type('075190001234');
    await keys.press('Tab');
    await keys.press('2');
    await expect(field('channel')).toHaveValue('online');
    await keys.press('Tab');
    await keys.type('hqua');
    await keys.press('Tab');
    await expect(field('receivedOn')).toHaveValue('04/07/2024');
    // The number follows the day of receipt, and so does the due day, with its reason.
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0001');
    await expect(field('dueOn')).toHaveValue('09/07/2024');
    await expect(page.getByText(/theo đề nghị.*3 ngày làm việc$/)).toBeVisible();
    // SHOT form
    // A due day typed by hand wins.
    await keys.type('+6');
    await keys.press('Enter');
    await expect(field('dueOn')).toHaveValue('10/07/2024');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu hồ sơ 000.00.40.H19-240704-0001')).toBeVisible();
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0002');
    await expect(field('procedureName')).toBeFocused();
    await expect(field('channel')).toHaveValue('online');
    await count('521');
  });

  await test.step('the last value is repeated by one key, kept by another', async () => {
    await keys.press('F4');
    await expect(field('procedureName')).toHaveValue('Cấp Giấy xác nhận tình trạng hôn nhân');
    await expect(field('applicantName')).toBeFocused();
    await expect(field('dueOn')).toHaveValue('09/07/2024');
  });

  await test.step('a dossier of the same person and procedure is set beside, and never in the way', async () => {
    await keys.type('trần thị bé ba');
    await keys.press('Tab');
    await keys.type('075190001234');
    const beside = page.getByRole('region', { name: 'Hồ sơ có thể trùng' });
    await expect(beside).toContainText('000.00.40.H19-240704-0001');
    // SHOT similar
    await keys.press('F8');
    await expect(page.getByRole('heading', { name: 'Sửa hồ sơ 000.00.40.H19-240704-0001' })).toBeVisible();
    await keys.press('Escape');
    await keys.press('n');
    await expect(field('personId')).toHaveValue('075190001234');
    await expect(beside).toBeVisible();
    await keys.press('Escape');
    await expect(beside).toBeHidden();
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu hồ sơ 000.00.40.H19-240704-0002')).toBeVisible();
    await count('522');
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0003');
    await keys.press('Control+z');
    await expect(page.getByText('Đã hoàn tác: 000.00.40.H19-240704-0002')).toBeVisible();
    await count('521');
    // What was taken back stands in the form again, to be put right.
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0002');
    await expect(field('applicantName')).toHaveValue('trần thị bé ba');
    // Fields that few dossiers need stand behind a key; what is set there is told while they are hidden.
    await keys.press('F2');
    await expect(page.getByText(/^Đã trả kết quả · Ngày xử lý xong: 04\/07\/2024/)).toBeVisible();
    await expect(field('finishedOn')).toBeHidden();
    await keys.press('F7');
    await expect(field('finishedOn')).toHaveValue('04/07/2024');
    await keys.press('F7');
    await field('procedureName').focus();
    await keys.press('F6');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu hồ sơ 000.00.40.H19-240704-0002')).toBeVisible();
    await expect(field('procedureName')).toHaveValue('Cấp Giấy xác nhận tình trạng hôn nhân');
    await expect(field('applicantName')).toBeFocused();
    await expect(field('dueOn')).toHaveValue('09/07/2024');
    await keys.press('Control+z');
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0002');
    await count('521');
  });

  await test.step('a form that was left keeps what was typed; a number in use is told', async () => {
    await field('code').focus();
    await keys.press('Control+a');
    await keys.type('000.00.40.H19-240704-0001');
    await keys.press('Tab');
    await expect(page.getByText(/^Mã này đã có/)).toBeVisible();
    await goTo(page, 1, /năm 2024/);
    await goTo(page, 2, 'Hồ sơ');
    await expect(field('code')).toHaveValue('000.00.40.H19-240704-0001');
    const beside = page.getByRole('region', { name: 'Hồ sơ có thể trùng' });
    await expect(beside).toBeVisible();
    await keys.press('Escape');
    await expect(beside).toBeHidden();
    await keys.press('Escape');
    await expect(page.getByText('Đã bỏ những gì chưa lưu của hồ sơ 000.00.40.H19-240704-0001')).toBeVisible();
  });

  await test.step('a suspension is begun and closed by one key each, and moves the due day by another', async () => {
    await keys.press('Home');
    await keys.press('t');
    await expect(page.locator('[name="suspension-0-kind"]')).toBeFocused();
    await expect(field('status')).toHaveValue('supplement');
    await keys.press('Tab');
    await keys.type('4/7');
    await keys.press('Control+Enter');
    await expect(pane).toContainText('Yêu cầu bổ sung từ 04/07/2024 đến nay');
    await keys.press('t');
    await expect(page.locator('[name="suspension-0-to"]')).toHaveValue('05/07/2024');
    await expect(page.getByText('Hạn 10/07 → 12/07 (+2 ngày làm việc)')).toBeVisible();
    // SHOT suspension
    await keys.press('F9');
    await expect(field('dueOn')).toHaveValue('12/07/2024');
    await keys.press('Control+Enter');
    await expect(pane).toContainText('12/07/2024 (hẹn đầu 10/07/2024, dời do tạm dừng)');
    await expect(pane).toContainText('Yêu cầu bổ sung từ 04/07/2024 đến hết 05/07/2024');
    // SHOT detail
  });

  await test.step("somebody else's change is not overwritten unasked", async () => {
    await keys.press('Home');
    await keys.press('e');
    await expect(field('applicantName')).toBeVisible();
    await field('applicantName').fill('Tên đã sửa');
    await page.evaluate(async () => {
      const scl = window.scl;
      const found = await scl?.call('dossiers.byCode', { code: '000.00.40.H19-240704-0001' });
      if (!found?.ok || !found.value) throw new Error('the dossier is not there');
      const { id, version, record } = found.value;
      await scl?.call('dossiers.save', {
        id,
        version,
        record: { ...record, note: 'Người khác' },
        reason: null,
      });
    });
    await keys.press('Control+Enter');
    await expect(page.getByText(/vừa được người khác/)).toBeVisible();
    await page.getByRole('button', { name: 'Vẫn lưu bản của tôi' }).click();
    await expect(pane).toContainText('Tên đã sửa');
    await expect(pane).toContainText('Người khác');
  });

  await test.step('delete acts on the dossier shown, undo brings it back and shows it', async () => {
    await keys.press('Delete');
    await expect(page.getByText('Đã xóa hồ sơ 000.00.40.H19-240704-0001')).toBeVisible();
    await expect(pane.getByRole('heading', { level: 2 })).not.toHaveText('000.00.40.H19-240704-0001');
    await count('520');
    await keys.press('u');
    await count('521');
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('000.00.40.H19-240704-0001');
  });

  await test.step('paper is checked against software: by list, by codes, in one deed', async () => {
    await goTo(page, 1, /năm 2024/);
    await choosePeriod(page, 'Quý I năm 2024');
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('p');
    const check = page.getByRole('region', { name: 'Đối chiếu hồ sơ giấy' });
    const grid = check.getByRole('grid', { name: 'Hồ sơ chưa đánh dấu' });
    await expect(grid).toBeFocused();
    const left = check.getByText(/^Còn \d+ hồ sơ chưa đánh dấu$/);
    const before = Number(/\d+/.exec((await left.textContent()) ?? '')?.[0]);
    expect(before).toBeGreaterThan(4);
    const third = grid.locator('[role="row"] >> nth=3').locator('[role="gridcell"] >> nth=1');
    await expect(third).toHaveText(/\d/);
    const codes = await third.textContent();
    await keys.press('k');
    await keys.press('l');
    await keys.press('q');
    await keys.type(`${codes}\nKHONG-CO-1\n`);
    await expect(check.getByText('Không tìm thấy 1 mã')).toBeVisible();
    await expect(check.getByText('KHONG-CO-1')).toBeVisible();
    await expect(check.getByRole('button', { name: 'Ghi 3 dấu' })).toBeVisible();
    // SHOT check
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã đánh dấu 3 hồ sơ')).toBeVisible();
    await expect(left).toHaveText(`Còn ${before - 3} hồ sơ chưa đánh dấu`);
    await expect(check.getByText('KHONG-CO-1')).toBeVisible();
    await keys.press('u');
    await expect(left).toHaveText(`Còn ${before} hồ sơ chưa đánh dấu`);
    // What is left is marked at once, and leaving saves it.
    await keys.press('a');
    await keys.press('Escape');
    await expect(page.getByText(`Đã đánh dấu ${before} hồ sơ`)).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' })).toBeFocused();
  });

  await test.step('so is what is kept in the software', async () => {
    await goTo(page, 1, /năm 2024/);
    await choosePeriod(page, 'Quý III năm 2024');
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('p');
    const check = page.getByRole('region', { name: 'Đối chiếu hồ sơ giấy' });
    await check.getByLabel('Đánh dấu', { exact: true }).selectOption({ label: 'Có trên phần mềm một cửa' });
    await expect(check.getByText('Còn 1 hồ sơ chưa đánh dấu')).toBeVisible();
    await check.getByRole('grid').focus();
    await keys.press(' ');
    await keys.press('Control+Enter');
    await expect(check.getByText('Còn 0 hồ sơ chưa đánh dấu')).toBeVisible();
    await keys.press('Escape');
    await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' })).toBeFocused();
  });

  await test.step('what the filter shows becomes a workbook', async () => {
    const target = join(app.dataDir, 'ho-so.xlsx');
    await app.chooseTarget(target);
    await keys.press('x');
    await expect(page.getByRole('dialog', { name: 'Xuất hồ sơ ra Excel' })).toBeVisible();
    // ID numbers masked, as proposed.
    await keys.press('Enter');
    await expect(page.getByText('Đã xuất 521 hồ sơ vào ho-so.xlsx')).toBeVisible();
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });
});
