import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch, samples, temporaryFolder, test } from '../../e2e/support/app.ts';
import { choosePeriod, foundOffice, goTo } from '../../e2e/support/office.ts';
import { smallUnit } from '../../merge/support/small-unit.ts';
import { TEST_PASSPHRASE } from '../../support/passphrase.ts';
import { picture } from './camera.ts';

// A clerk's first hour in a new office, step by step as the guide tells it; then the sample commune for the screens
// that want a year of records.

const SIZE = { width: 1366, height: 768 };
const main = (page: Page) => page.locator('#main');

test('a new office', async () => {
  const app = await launch({ today: '2024-03-20', dataDir: temporaryFolder() });
  const { page } = app;
  const keys = page.keyboard;
  await page.setViewportSize(SIZE);

  await expect(page.getByLabel('Tên địa danh')).toBeFocused();
  await keys.type('Phước An');
  await page.getByLabel('Mã đơn vị').fill('26503');
  await page.getByLabel('Nơi nhận báo cáo').fill('Ủy ban nhân dân huyện Nhơn Trạch');
  await page.getByLabel('Qua cơ quan').fill('Phòng Kinh tế');
  await picture(page, 'ba-cau-hoi');
  await keys.press('Enter');
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn Thử');
  await keys.press('Enter');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.getByLabel('Nhập lại mật khẩu').fill(TEST_PASSPHRASE);
  await keys.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Phiếu khôi phục dữ liệu' });
  await expect(sheet).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm 2024');
  await expect(page.getByRole('button', { name: /^Nhập từ Excel/ }).last()).toBeVisible();
  await picture(page, 'tong-quan-trong');

  await app.chooseFiles(join(samples, 'phuoc-an-2024-q1.xlsx'));
  await goTo(page, 4, 'Nhập từ Excel');
  await picture(page, 'nhap-chon-tep', { height: 420 });
  await keys.press('Control+o');
  await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeEnabled();
  await picture(page, 'nhap-xem-cot');
  await keys.press('Control+Enter');
  await expect(page.getByText('đọc 520 = mới 520')).toBeVisible();
  await picture(page, 'nhap-xem-truoc', { around: [main(page)], height: 480 });
  await keys.press('Control+Enter');
  await expect(page.getByText('Đã nhập “phuoc-an-2024-q1.xlsx”')).toBeVisible();
  await app.chooseFiles(join(samples, 'phuoc-an-dong-loi.xlsx'));
  await keys.press('Control+o');
  await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeEnabled();
  await keys.press('Control+Enter');
  await expect(page.getByRole('tab', { name: /Lỗi/ })).toHaveAttribute('aria-selected', 'true');
  await picture(page, 'nhap-dong-loi', { around: [main(page)], height: 520 });
  await keys.press('Escape');
  await keys.press('Escape');

  await goTo(page, 2, 'Hồ sơ');
  await keys.press('n');
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  await expect(field('procedureName')).toBeFocused();
  await keys.type('hn');
  await keys.press('Tab');
  await keys.type('Trần Thị Bé Ba');
  await keys.press('Tab');
  await keys.type('075190001234');
  await keys.press('Tab');
  await keys.press('2');
  await keys.press('Tab');
  await keys.type('hqua');
  await keys.press('Tab');
  await expect(page.getByText(/ngày làm việc$/)).toBeVisible();
  await picture(page, 'ghi-ho-so');
  await keys.press('Escape');
  // The message offers what was left unsaved; it is not what the next picture shows.
  await page.locator('.mantine-Notification-closeButton').click();

  await goTo(page, 1, /năm 2024/);
  await choosePeriod(page, 'Quý I năm 2024');
  await goTo(page, 6, /^Báo cáo/);
  await expect(page.getByLabel(/Lý do vẫn ký/).first()).toBeVisible();
  await expect(page.locator('figure').first()).toContainText('CỘNG HÒA XÃ HỘI', { timeout: 60_000 });
  await page.waitForTimeout(500);
  await picture(page, 'bao-cao');
  const form = page.locator('form[data-help="signing"]');
  await page.getByText('Khóa của chương trình').click();
  await expect(page.getByLabel('Nhập lại mật khẩu')).toBeVisible();
  await form.scrollIntoViewIfNeeded();
  await picture(page, 'ky-bao-cao', { around: [form] });

  await goTo(page, 8, 'Cài đặt');
  await picture(page, 'cai-dat-don-vi');
  await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
  await expect(page.getByRole('heading', { name: 'Ai mở được sổ' })).toBeVisible();
  await picture(page, 'cai-dat-mat-khau');
  const rights = page.getByRole('heading', { name: 'Ai được làm gì' });
  await rights.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await picture(page, 'cai-dat-quyen', { around: [main(page)], height: 620 });
  await page.getByRole('button', { name: 'Sao lưu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nơi sao lưu' })).toBeVisible();
  await page.getByRole('button', { name: 'Lịch làm việc' }).click();
  await expect(page.getByText('Năm 2024')).toBeVisible();
  await picture(page, 'cai-dat-lich', { height: 560 });
  await page.getByRole('button', { name: 'Người ký được tin' }).click();
  await expect(page.getByText('Chưa tin người ký nào')).toBeVisible();
  await app.close();
});

test('two former units joined', async () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  await smallUnit(folders[0] as string, '26470', 'UBND xã Phước Thiền', 5);
  await smallUnit(folders[1] as string, '26473', 'UBND xã Long Tân', 7);
  const app = await launch({ today: '2024-09-20', dataDir: temporaryFolder() });
  const { page } = app;
  const keys = page.keyboard;
  await page.setViewportSize(SIZE);
  await foundOffice(app);
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Đơn vị cũ' }).click();
  await page.getByRole('button', { name: 'Ghép sổ của đơn vị cũ…' }).click();
  for (const folder of folders) {
    await app.chooseFiles(folder);
    await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
    const field = page.getByLabel('Mật khẩu ở sổ đó');
    await field.fill(TEST_PASSPHRASE);
    await keys.press('Enter');
    await expect(field).toBeHidden();
  }
  for (const [name, sign] of [
    ['UBND xã Phước Thiền', 'PT'],
    ['UBND xã Long Tân', 'LT'],
  ] as const) {
    const source = page.getByRole('group', { name });
    await source.getByLabel('đến').fill('30/6/2024');
    await source.getByLabel('Ký hiệu').fill(sign);
  }
  await keys.press('Control+Enter');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option')).toHaveCount(3);
  await list.focus();
  await keys.press('ArrowDown');
  await picture(page, 'ghep-doi-chieu-ma', { around: [main(page)], height: 560 });
  await keys.press('Control+Enter');
  await page.getByLabel('Căn cứ ghép').fill('Nghị quyết 1662/NQ-UBTVQH15');
  await page.getByRole('button', { name: 'Tính bảng cân đối' }).click();
  await expect(page.getByText('Mọi dòng đều khớp.')).toBeVisible();
  await picture(page, 'ghep-can-doi', { around: [main(page)], height: 640 });
  await app.close();
});

test('the sample commune', async () => {
  const app = await launch({ today: '2024-07-05' });
  const { page } = app;
  const keys = page.keyboard;
  await page.setViewportSize(SIZE);
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await choosePeriod(page, 'Quý I năm 2024');
  await expect(page.getByRole('row').filter({ hasText: 'giải quyết trực tuyến' })).toContainText('146/439');
  await picture(page, 'tong-quan');

  const composition = page.getByRole('region', { name: 'Hồ sơ trong kỳ' });
  await composition.scrollIntoViewIfNeeded();
  await picture(page, 'ho-so-trong-ky', { around: [composition] });
  await page.locator('[data-objective="2.3"]').focus();
  await keys.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Hồ sơ giải quyết trực tuyến' });
  await expect(drawer.getByRole('grid')).toBeFocused();
  await picture(page, 'phia-sau-con-so', { around: [drawer] });
  await keys.press('Escape');

  await keys.press('Control+k');
  await keys.type('khai sinh');
  await expect(page.getByRole('dialog').getByText('Đăng ký khai sinh').first()).toBeVisible();
  await picture(page, 'tim-nhanh', { around: [page.getByRole('dialog').getByRole('textbox')], tall: 330 });
  await keys.press('Escape');

  await goTo(page, 2, 'Hồ sơ');
  await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' }).getByRole('row').nth(3)).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(page.getByRole('region', { name: 'Chi tiết hồ sơ' })).toBeVisible();
  await picture(page, 'ho-so');
  await keys.press('Escape');
  await keys.press('p');
  await expect(page.getByRole('region', { name: 'Đối chiếu hồ sơ giấy' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible();
  await picture(page, 'doi-chieu-giay');
  await keys.press('Escape');
  await keys.press('l');
  await keys.press('PageUp');
  await keys.press('PageUp');
  await expect(page.getByRole('gridcell', { name: /04\/05\/2024; Làm bù/ })).toContainText('hẹn trả');
  await picture(page, 'lich-hen-tra');
  await keys.press('Escape');

  await goTo(page, 3, 'Ghi nhận khác');
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible();
  await picture(page, 'ghi-nhan-khac');

  await goTo(page, 5, 'Mục tiêu & kế hoạch');
  await expect(page.getByRole('row').filter({ hasText: 'giải quyết trực tuyến' })).toBeVisible();
  await picture(page, 'muc-tieu');
  await keys.press('Control+2');
  await expect(page.getByRole('tab', { name: 'Kế hoạch' })).toHaveAttribute('aria-selected', 'true');
  await page.waitForTimeout(600);
  await picture(page, 'ke-hoach');
  await keys.press('Control+5');
  await expect(page.getByRole('tab', { name: 'Tiến độ' })).toHaveAttribute('aria-selected', 'true');
  await page.waitForTimeout(900);
  await picture(page, 'tien-do');

  await app.close();
});

test('the level above', async () => {
  const app = await launch({ today: '2024-03-20' });
  const { page } = app;
  await page.setViewportSize(SIZE);
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 7, 'Kiểm tra tệp');
  await app.chooseFiles(join(samples, '../report/report-v1-template-1-rsa.pdf'));
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { name: 'Chưa đủ căn cứ' })).toBeVisible();
  await picture(page, 'kiem-tra-tep');
  await app.close();
});
