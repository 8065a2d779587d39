import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

const PETITIONS = [
  'SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ;;;;;;;',
  ';;;;;;;',
  'STT;Số PAKN;Ngày tiếp nhận;Hình thức tiếp nhận;Nội dung phản ánh;Hạn xử lý;Ngày trả lời;Kết quả xử lý',
  '1;PA-01;05/03/2024;Trực tuyến;Nộp hồ sơ khai sinh trên Cổng bị báo lỗi;12/03/2024;10/03/2024;Đã trả lời',
  '2;PA-02;06/03/2024;điện thoại;Thái độ phục vụ tại bộ phận một cửa;13/03/2024;;',
  '3;PA-02;07/03/2024;Bưu tá;Trùng mã với dòng trên;;;',
  '4;PA-04;08/03/2024;Khác;Hạn xử lý ghi sai;01/03/2024;;',
  'Tổng cộng;4;;;;;;',
];

test('a list of petitions is known for what it is, imported, corrected and taken back', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const folder = temporaryFolder();
  await foundOffice(app);
  const kind = page.getByLabel('Danh sách gì?');

  await test.step('the kind is found from the file', async () => {
    const file = join(folder, 'phan-anh.csv');
    writeFileSync(file, `\ufeff${PETITIONS.join('\r\n')}\r\n`);
    await app.chooseFiles(file);
    await goTo(page, 4, 'Nhập từ Excel');
    await expect(kind).toHaveValue('');
    await page.keyboard.press('Control+o');
    await expect(kind).toHaveValue('petitions');
    await expect(page.getByText('Đã nhận ra 7 cột')).toBeVisible();
  });

  await test.step('the preview names each bad cell', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('đọc 4 = mới 2 + cập nhật 0 + không đổi 0 + lỗi 2')).toBeVisible();
    await expect(page.getByText(/đã có ở dòng 5 trong cùng tệp/).first()).toBeVisible();
    const workbook = join(folder, 'dong-loi.xlsx');
    await app.chooseTarget(workbook);
    await page.getByRole('button', { name: 'Lưu dòng lỗi…' }).click();
    await expect(page.getByText('Đã lưu 2 dòng lỗi')).toBeVisible();
    await page.getByRole('button', { name: /^Nhập 2 mục vào sổ/ }).click();
    await expect(page.getByText('Đã nhập “phan-anh.csv”')).toBeVisible();
  });

  await test.step('undo', async () => {
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await expect(page.getByText(/^đã hoàn tác/)).toBeVisible();
  });

  await test.step('another kind by hand, and sheets that are left', async () => {
    const file = join(folder, 'hai-trang.xlsx');
    const sheet = (name: string, code: string) => ({
      name,
      rows: [
        ['Mã cán bộ', 'Họ và tên', 'Chức vụ', 'Từ ngày'],
        [code, 'Nguyễn Văn An', 'Công chức', '01/01/2020'],
      ],
    });
    writeFileSync(file, await writeXlsx({ sheets: [sheet('Một cửa', 'CB01'), sheet('Địa chính', 'CB02')] }));
    await app.chooseFiles(file);
    await page.keyboard.press('Control+o');
    await expect(kind).toHaveValue('staff');
    await expect(page.getByText(/Các trang tính khác cũng có danh sách này.*“Địa chính”/)).toBeVisible();
    await kind.selectOption('dossiers');
    await expect(page.getByText('Tệp này giống “Danh sách cán bộ, công chức” hơn.')).toBeVisible();
    await page.getByRole('button', { name: /^Đọc là/ }).click();
    await expect(kind).toHaveValue('staff');
  });

  await test.step('a ledger asks for its own list', async () => {
    await page.keyboard.press('Escape');
    await goTo(page, 3, 'Ghi nhận khác');
    await page.getByRole('main').getByRole('button', { name: 'Nhập từ Excel' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
    await expect(kind).toHaveValue('petitions');
  });
});
