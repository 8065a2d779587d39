import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, samples, temporaryFolder, test } from './support/app.ts';
import { tabTo, Walk } from './support/walk.ts';

// The first hour of a new office: from the first start to a signed report, with a quarter's list in Downloads, hands on
// the keyboard. docs/first-hour.md shows the table that `SCL_WALK=FOLDER` leaves, beside a picture of every step.

test.use({ start: { today: '2024-03-20' } });

const KEY_PASSPHRASE = 'mật khẩu thử 1';

test('from the first start to a signed report', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  const walk = new Walk(page);
  const { keys } = walk;
  const downloads = join(temporaryFolder(), 'Downloads');
  mkdirSync(downloads);
  const list = join(downloads, 'Danh sách hồ sơ quý I.xlsx');
  copyFileSync(join(samples, 'phuoc-an-2024-q1.xlsx'), list);

  await expect(page.getByLabel('Tên địa danh')).toBeFocused();
  await walk.picture('first start');

  await walk.step('which commune', async () => {
    await keys.type('Phước An', 'content');
    await keys.press('Tab');
    await keys.type('26503', 'content');
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.type('Ủy ban nhân dân huyện Nhơn Trạch', 'content');
    await keys.press('Tab');
    await keys.type('Phòng Kinh tế', 'content');
    await walk.picture('commune filled in');
    await keys.press('Enter');
    await expect(page.getByLabel('Họ và tên')).toBeFocused();
  });

  await walk.step('who are you', async () => {
    await keys.type('Nguyễn Văn Thử', 'content');
    await tabTo(keys, /người ký báo cáo/);
    await keys.type('Trần Thị Mẫu', 'content');
    await walk.picture('person filled in');
    await keys.press('Enter');
    await expect(page.getByText('Thư mục sao lưu')).toBeVisible();
  });

  await walk.step('where copies are kept, passphrase', async () => {
    await tabTo(keys, /^\s*Mật khẩu/);
    await keys.type(TEST_PASSPHRASE, 'content');
    await keys.press('Tab');
    await tabTo(keys, /Nhập lại mật khẩu/);
    await keys.type(TEST_PASSPHRASE, 'content');
    await walk.picture('passphrase filled in');
    await keys.press('Enter');
    await expect(page.getByLabel('Nhóm số 1 trên tờ đã in')).toBeFocused();
  });

  await walk.step('recovery sheet put off: the empty overview', async () => {
    await keys.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('năm 2024');
    // The one next thing has the focus.
    await expect(page.locator('#main').getByRole('button', { name: /^Nhập từ Excel/ })).toBeFocused();
  });

  await walk.step('a list chosen from Downloads', async () => {
    await app.chooseFiles(list);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
    await walk.picture('choose a file');
    await keys.press('Control+o');
    await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeFocused();
  });

  await walk.step('preview of what would be written', async () => {
    await keys.press('Enter');
    await expect(page.getByText('đọc 520 = mới 520 + cập nhật 0 + không đổi 0 + lỗi 0')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Nhập 520/ })).toBeFocused();
  });

  await walk.step('imported', async () => {
    await keys.press('Enter');
    await expect(page.getByRole('button', { name: 'Xem Tổng quan: Quý I/2024' })).toBeFocused();
  });

  await walk.step('the figures of the quarter', async () => {
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quý I năm 2024');
    const online = page.getByRole('row').filter({ hasText: 'Hồ sơ giải quyết trực tuyến' });
    await expect(online).toContainText('146/439');
  });

  await walk.step('why a target is missed', async () => {
    await tabTo(keys, /^\s*Hồ sơ giải quyết trực tuyến/);
    await keys.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('146');
  });

  await walk.step('the draft of the report', async () => {
    await keys.press('Escape');
    await keys.press('6');
    await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo' })).toBeVisible();
    await expect(page.getByLabel(/Lý do vẫn ký/).first()).toBeVisible();
  });

  await walk.step('each warning answered', async () => {
    const reasons = page.getByLabel(/Lý do vẫn ký/);
    const warnings = await reasons.count();
    await tabTo(keys, /Lý do vẫn ký/);
    await keys.type('Đã đối chiếu với phần mềm một cửa', 'content');
    for (let warning = 1; warning < warnings; warning += 1) {
      await keys.press('Tab');
      await tabTo(keys, /Lý do vẫn ký/);
      await keys.press('F4');
    }
    await expect(page.getByText(`${warnings} cảnh báo · ${warnings} đã ghi lý do`)).toBeVisible();
  });

  await walk.step('a key of the app', async () => {
    await keys.press('Control+Enter');
    await expect(page.getByRole('radio', { name: /Tệp chứng thư/ })).toBeFocused();
    await keys.press('ArrowLeft');
    await tabTo(keys, /Mật khẩu mới cho khóa/);
    await keys.type(KEY_PASSPHRASE, 'content');
    await tabTo(keys, /Nhập lại mật khẩu/);
    await keys.type(KEY_PASSPHRASE, 'content');
    await walk.picture('key filled in');
    await keys.press('Enter');
    await expect(page.getByLabel('Mật khẩu của khóa')).toBeVisible({ timeout: 60_000 });
  });

  await walk.step('signed', async () => {
    await expect(page.getByLabel('Mật khẩu của khóa')).toBeFocused();
    await keys.type(KEY_PASSPHRASE, 'content');
    await keys.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
  });

  const report = join(downloads, 'bao-cao.pdf');
  await walk.step('the file to be sent', async () => {
    await app.chooseTarget(report);
    await expect(page.getByRole('button', { name: /Lưu tệp để gửi/ })).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByText(/Đã lưu “/)).toBeVisible();
  });
  expect(existsSync(report) && statSync(report).size > 30_000).toBe(true);

  // Whoever makes the way longer has to say so here.
  const { other } = walk.total();
  expect(other).toBeLessThanOrEqual(55);
});
