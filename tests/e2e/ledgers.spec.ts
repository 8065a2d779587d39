import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

test('the ledgers beside the dossiers are kept by keyboard', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  const ledger = (name: string | RegExp) =>
    page.getByRole('navigation', { name: 'Các sổ' }).getByRole('button', { name });
  const entries = (n: number) => expect(page.getByText(`${n} mục`, { exact: true })).toBeVisible();
  const cell = (text: string | RegExp) => page.getByRole('gridcell', { name: text }).first();
  const pane = page.getByRole('region', { name: /^Chi tiết/ });
  /** Types into fields one after another: Enter goes to the next, null leaves the field as it is. */
  const fill = async (values: readonly (string | null)[]) => {
    for (const value of values) {
      if (value !== null) await keys.type(value);
      await keys.press('Enter');
    }
  };
  const choose = async (name: string | RegExp) => {
    await ledger(name).focus();
    await keys.press('Enter');
  };
  await foundOffice(app);
  await goTo(page, 3, 'Ghi nhận khác');

  await test.step('an empty ledger says what to do, and that it is kept though nothing happened', async () => {
    await expect(page.getByText('Chưa có mục nào: Phản ánh, kiến nghị')).toBeVisible();
    await expect(page.getByText(/Chưa có số liệu/)).toBeVisible();
    await page.getByRole('button', { name: 'Có theo dõi, chưa phát sinh' }).press('Enter');
    await expect(page.getByText('Đang theo dõi từ ngày 15/12/2023, chưa phát sinh.')).toBeVisible();
    await expect(page.getByText('Không phát sinh')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Thôi theo dõi' })).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByText(/Chưa có số liệu/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Có theo dõi, chưa phát sinh' })).toBeFocused();
  });

  await test.step('two petitions: next number, quick dates, proposed due day, choices by letters', async () => {
    await page.getByRole('grid').focus();
    await keys.press('n');
    await expect(field('code')).toBeFocused();
    await expect(field('code')).not.toHaveValue('');
    await keys.press('Control+a');
    await keys.type('PA-01');
    await keys.press('Enter');
    await fill(['1/7', 'cong', 'Chậm trả kết quả khai sinh', 'Nguyễn Văn Thử']);
    await field('subject').fill('Chậm trả kết quả khai sinh');
    await expect(field('receivedOn')).toHaveValue('01/07/2024');
    await expect(field('source')).toHaveValue('Cổng dịch vụ công');
    await expect(field('dueOn')).toHaveValue(/^\d\d\/\d\d\/2024$/);
    await expect(page.getByText(/^Hạn đề nghị/)).toBeVisible();
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu PA-01')).toBeVisible();
    await expect(field('code')).toHaveValue('PA-02');
    await expect(page.getByText('Cần điền ô này')).toHaveCount(0);
    await expect(field('receivedOn')).toHaveValue('01/07/2024');
    await field('source').focus();
    await keys.press('F4');
    await expect(field('source')).toHaveValue('Cổng dịch vụ công');
    await field('subject').fill('Thái độ phục vụ chưa tốt');
    await field('procedureCode').focus();
    await keys.type('ks');
    await keys.press('Enter');
    await expect(field('procedureCode')).toHaveValue('1.001193 · Đăng ký khai sinh');
    await keys.press('Control+s');
    await expect(pane).toContainText('Thái độ phục vụ chưa tốt');
    await entries(2);
  });

  await test.step('found without diacritics', async () => {
    await keys.press('/');
    await keys.type('thai do phuc vu');
    await entries(1);
    await keys.press('Escape');
    await entries(2);
    await keys.press('Escape');
  });

  await test.step('edit, history, undo, trash, restore', async () => {
    await keys.press('/');
    await keys.type('khai sinh');
    await entries(1);
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('PA-01');
    await keys.press('e');
    await field('closedOn').focus();
    await keys.type('h.nay');
    await keys.press('Enter');
    await keys.type('da giai quyet');
    await keys.press('Enter');
    await keys.press('Control+Enter');
    await expect(pane).toContainText('Ngày xử lý xong: để trống → 05/07/2024');
    await keys.press('u');
    await expect(pane).toContainText('Hoàn tác');
    await expect(pane.getByRole('term').filter({ hasText: 'Ngày xử lý xong' })).toHaveCount(0);
    await keys.press('Delete');
    await expect(page.getByText('Đã xóa PA-01')).toBeVisible();
    await expect(page.getByText('Không có mục nào khớp')).toBeVisible();
    await page.getByRole('button', { name: 'Thùng rác' }).press('Enter');
    await entries(1);
    await page.getByRole('grid').focus();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(pane).toContainText('Đã xóa');
    await keys.press('Delete');
    await expect(page.getByText('Đã khôi phục PA-01')).toBeVisible();
    await page.getByRole('button', { name: 'Ra khỏi thùng rác' }).first().press('Enter');
    await entries(2);
  });

  await test.step('what a figure needs and an entry lacks is said, found, and one key from being filled in', async () => {
    await page.getByRole('grid').focus();
    await keys.press('Home');
    await keys.press('e');
    await field('dueOn').focus();
    await keys.press('Control+a');
    await keys.type('1/6');
    await keys.press('Enter');
    await expect(page.getByText('Trước ngày tiếp nhận 01/07/2024')).toBeVisible();
    await field('dueOn').focus();
    await keys.press('Control+a');
    await keys.press('Backspace');
    await keys.press('Control+s');
    await expect(pane).toContainText('Còn thiếu: hạn xử lý.');
    await expect(ledger(/^Phản ánh/)).toContainText('1 thiếu');
    await page.getByLabel('Tình trạng').selectOption('thiếu dữ liệu');
    await entries(1);
    await pane.getByRole('button', { name: 'Điền ngay' }).press('Enter');
    await expect(field('dueOn')).toBeFocused();
    await keys.type('22/7');
    await keys.press('Control+Enter');
    await entries(0);
    await page.getByRole('button', { name: 'Bỏ lọc' }).first().press('Enter');
    await entries(2);
  });

  await test.step('a batch whose parts do not add up is told at its field', async () => {
    await choose(/^Đợt kiểm phiếu/);
    await page.getByRole('grid').focus();
    await keys.press('n');
    await expect(field('code')).not.toHaveValue('');
    await field('code').fill('Đợt 1');
    await keys.press('Enter');
    await fill(['3/7', '100', '60', '30', '5', '4']);
    await keys.press('Control+Enter');
    await expect(page.getByText('Các phần cộng lại không bằng tổng số: được 99')).toBeVisible();
    await expect(page.getByText('Còn 1 ô cần sửa')).toBeVisible();
    await expect(field('forms')).toBeFocused();
    await field('invalid').focus();
    await keys.press('Control+a');
    await keys.type('5');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu Đợt 1')).toBeVisible();
    await keys.press('Escape');
    await entries(1);
  });

  await test.step('staff, and a rating that refers to a person by a few letters of the name', async () => {
    await choose(/^Danh sách/);
    await page.getByRole('grid').focus();
    await keys.press('n');
    await expect(field('code')).not.toHaveValue('');
    await field('code').fill('CB01');
    await keys.press('Enter');
    await fill(['Trần Thị Đào', 'Công chức tư pháp - hộ tịch', 'Một cửa', '1/1/2020']);
    await keys.press('Control+s');
    await expect(pane).toContainText('Trần Thị Đào');
    await choose(/^Xếp loại năm/);
    await page.getByRole('grid').focus();
    await keys.press('n');
    await fill(['dao', '2023', 'htt']);
    await expect(field('staffCode')).toHaveValue('CB01 · Trần Thị Đào');
    await keys.type('20/12/2023');
    await keys.press('Control+s');
    await expect(pane).toContainText('Hoàn thành tốt nhiệm vụ');
    await choose(/^Danh sách/);
    await page.getByRole('grid').focus();
    await keys.press('ArrowDown');
    await keys.press('Delete');
    await expect(page.getByText(/^Không xóa được CB01/)).toBeVisible();
    await entries(1);
  });

  await test.step('a number twice is told at its field; a form that was left keeps what was typed', async () => {
    await choose(/^Phản ánh, kiến nghị/);
    await page.getByRole('grid').focus();
    await keys.press('n');
    await expect(field('code')).toHaveValue('PA-03');
    await field('code').fill('PA-01');
    await field('receivedOn').fill('2/7');
    await field('subject').fill('Trùng mã');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã có mục này rồi')).toBeVisible();
    await expect(field('code')).toBeFocused();
    await goTo(page, 1, /năm 2024/);
    await goTo(page, 3, 'Ghi nhận khác');
    await expect(field('subject')).toHaveValue('Trùng mã');
    await field('subject').focus();
    await keys.press('Escape');
    await expect(page.getByText('Đã bỏ những gì chưa lưu')).toBeVisible();
    await expect(cell('PA-01')).toBeVisible();
  });

  await test.step('what is listed goes out as a workbook; the way in knows which ledger is meant', async () => {
    const target = join(temporaryFolder(), 'phan-anh.xlsx');
    await app.chooseTarget(target);
    await page.getByRole('grid').focus();
    await keys.press('x');
    await expect(page.getByText('Đã xuất 2 mục vào “phan-anh.xlsx”')).toBeVisible();
    expect(existsSync(target)).toBe(true);
    await app.chooseFiles(target);
    await page.getByRole('button', { name: 'Nhập từ Excel', exact: true }).last().press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
    await keys.press('Control+o');
    await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeEnabled();
    await keys.press('Control+Enter');
    await expect(page.getByText(/^đọc 2 = mới 0 \+ cập nhật 0 \+ không đổi 2 \+ lỗi 0/)).toBeVisible();
    await goTo(page, 3, 'Ghi nhận khác');
  });

  await test.step('one key leads to the records behind the figure', async () => {
    await page.getByRole('grid').focus();
    await keys.press('c');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test('the commune keeps days and procedures of its own', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const keys = page.keyboard;
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  await foundOffice(app);
  await goTo(page, 8, 'Cài đặt');

  await test.step('a day of the program is replaced by an own one, and marked', async () => {
    await page.getByRole('button', { name: 'Lịch làm việc' }).press('Enter');
    await page.getByRole('button', { name: 'Sửa: 18/04/2024' }).press('Enter');
    await expect(field('name')).toHaveValue('Giỗ Tổ Hùng Vương');
    await field('kind').focus();
    await keys.press('Control+a');
    await keys.type('nua');
    await keys.press('Control+s');
    await expect(page.getByRole('region', { name: /^Chi tiết/ })).toContainText('Nửa ngày');
    await page.getByText('Lịch cả năm').click();
    const row = page.getByRole('row').filter({ hasText: '18/04/2024' });
    await expect(row).toContainText('Nghỉ nửa ngày');
    await expect(row).toContainText('của đơn vị');
    await row.getByRole('button', { name: /^Sửa/ }).press('Enter');
    await expect(page.getByRole('region', { name: /^Chi tiết/ })).toContainText('Giỗ Tổ Hùng Vương');
    await page.getByRole('grid').focus();
    await keys.press('Delete');
    await expect(page.getByText('Đã xóa 18/04/2024')).toBeVisible();
    await page.getByText('Lịch cả năm').click();
    await expect(row).not.toContainText('của đơn vị');
  });

  await test.step('an own version of a procedure begins from the given one and holds from its day on', async () => {
    await page.getByRole('button', { name: 'Thủ tục', exact: true }).press('Enter');
    await page.getByLabel('Tìm theo mã, tên, lĩnh vực').fill('ket hon luu dong');
    await page.getByRole('grid').focus();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(field('code')).toHaveValue(/^1\.000593/);
    await expect(field('amount')).toHaveValue('5');
    await expect(field('validFrom')).toBeFocused();
    await keys.type('1/8/2024');
    await field('amount').fill('4');
    await keys.press('Control+s');
    await expect(page.getByRole('region', { name: /^Chi tiết/ })).toContainText('01/08/2024');
    await page.getByText('Danh mục đang dùng').click();
    await page.getByLabel('Tìm theo mã, tên, lĩnh vực').fill('1.000593');
    await expect(page.getByRole('row').filter({ hasText: 'của đơn vị' })).toContainText('4 ngày làm việc');
  });
});
