import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readable } from '../access/support/scan.ts';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, importList } from './support/office.ts';

const NAME = 'Trần Thị Đánh Dấu';
const NUMBER = '075199912345';
const ROWS = [
  'Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Người nộp,Số CCCD,Trạng thái,Ghi chú',
  `000.26.34.H19-240105-0001,05/01/2024,12/01/2024,10/01/2024,${NAME},${NUMBER},Đã trả kết quả,`,
  '000.26.34.H19-240105-0002,05/01/2024,12/01/2024,10/01/2024,Lê Văn Khác,075099900001,Đã trả kết quả,',
  `000.26.34.H19-240105-0003,05/01/2024,12/01/2024,10/01/2024,Ngô Văn Con,,Đã trả kết quả,mẹ là bà ${NAME}`,
];

test('one person’s data is found, given out, corrected, anonymised; nothing of it lies beside the book', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder();
  const [dataDir, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
  mkdirSync(temporary);
  const list = join(folder, 'ho-so.csv');
  writeFileSync(list, `\uFEFF${ROWS.join('\n')}\n`);
  const app = await launch({ dataDir, today: '2024-03-20', env: { TMPDIR: temporary } });
  const { page } = app;
  await foundOffice(app);
  await importList(app, list);
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Dữ liệu cá nhân', exact: true }).click();

  await page.getByLabel('Số định danh, CCCD, CMND').fill(NUMBER);
  await page.getByLabel('Họ và tên', { exact: true }).fill(NAME);
  await page.getByRole('button', { name: 'Tìm', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Tìm thấy 2 mục' })).toBeVisible();
  // What bears the number is taken as theirs; who is only named waits for a person to say so.
  await expect(page.getByLabel('000.26.34.H19-240105-0001')).toBeChecked();
  await expect(page.getByLabel('000.26.34.H19-240105-0003')).not.toBeChecked();
  await expect(page.getByText('••••••••2345')).toBeVisible();
  expect(await page.title()).not.toContain(NAME);

  await page.getByLabel('Căn cứ').fill(`Đơn của ${NAME}`);
  const paper = join(folder, 'phieu.pdf');
  await app.chooseTarget(paper);
  const asked = await app.answerQuestions(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Căn cứ ở lại trong nhật ký')).toBeVisible();
  await page.getByLabel('Căn cứ').fill('Đơn số 12 ngày 20/03/2024');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Đã cung cấp 1 mục/)).toBeVisible();
  expect(existsSync(paper)).toBe(true);
  expect(await asked()).toBe(2);

  await page.getByLabel('Họ và tên đúng').fill('Trần Thị Đánh Dấu Mới');
  await page.getByRole('button', { name: 'Sửa mọi mục đã chọn' }).click();
  await expect(page.getByText('Đã sửa 1 bản ghi')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Đã hoàn tác.', { exact: true })).toBeVisible();

  // By keyboard alone: every box, the key that is shown on the button, Enter in the dialog.
  await page.getByLabel('000.26.34.H19-240105-0001').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('000.26.34.H19-240105-0003')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Delete');
  await expect(page.getByRole('dialog').getByLabel('Căn cứ')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Đã ẩn danh 2 bản ghi/)).toBeVisible();
  await expect(page.getByText('Không tìm thấy gì về người này.')).toBeVisible();

  await page.getByLabel('Số năm lưu: Hồ sơ').fill('1');
  await page.getByLabel('Số năm lưu: Hồ sơ').press('Enter');
  await page.waitForTimeout(500);
  const marked = [NAME, NUMBER, 'Ngô Văn Con'];
  expect(readable(dataDir, marked), 'while it runs').toEqual([]);
  await app.close();
  expect(readable(dataDir, marked), 'after it was closed').toEqual([]);
  expect(readable(temporary, marked), 'in temporary files').toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
