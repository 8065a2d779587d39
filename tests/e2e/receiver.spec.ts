import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import { expect, type RunningApp, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

// A receiver's quarter: the folder of what came in, the list of units, the table, its workbook, the signed report upwards.

test.use({ start: { today: '2025-10-01' } });

const root = resolve(import.meta.dirname, '../..');
const PASSPHRASE = 'mật khẩu của phòng';

/** Eight units' reports for quarter III of 2025, made with the program's own signing code. */
function makeInbox(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  execFileSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'tests/receiver/support/make-inbox.ts'), folder],
    { cwd: root },
  );
  return folder;
}

/** Trusts the communes' key for any unit, as Cài đặt does. */
async function trust(app: RunningApp, certificate: string): Promise<void> {
  await app.chooseFiles(certificate);
  const ok = await app.page.evaluate(async () => {
    const picked = await window.scl?.call('files.pickCertificate', {});
    if (!picked?.ok || picked.value === null) return false;
    const added = await window.scl?.call('trust.add', {
      certificate: picked.value.token,
      unitCode: null,
      from: null,
      to: null,
    });
    return added?.ok === true;
  });
  expect(ok).toBe(true);
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('gathers, explains, exports and signs what the units sent', async ({ app }, info) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;
  const inbox = makeInbox();
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.setViewportSize({ width: 1366, height: 768 });
  await foundOffice(app, { place: 'Nhơn Trạch', code: '742', to: 'Ủy ban nhân dân tỉnh Đồng Nai' });
  await trust(app, join(inbox, 'cac-xa.pem'));
  await goTo(page, 7, 'Kiểm tra tệp');

  await test.step('without a list of units, those whose files came in are shown', async () => {
    await keys.press('Control+2');
    await expect(page.getByText('Kéo thư mục báo cáo nhận được vào đây')).toBeVisible();
    await app.chooseFiles(join(inbox, 'hop-thu'));
    await keys.press('Control+Shift+O');
    await page.getByRole('button', { name: 'Xem Quý III năm 2025' }).click();
    await expect(page.getByText(/^Có báo cáo của 4 đơn vị/)).toBeVisible();
    await expect(page.getByText('chưa biết ai còn thiếu')).toBeVisible();
  });

  await test.step('reads the list of units, looks at it, saves it with the deadline', async () => {
    await keys.press('d');
    const dialog = page.getByRole('dialog', { name: 'Đơn vị phải gửi báo cáo' });
    await app.chooseFiles(join(inbox, 'units.json'));
    await dialog.getByRole('button', { name: 'Đọc từ tệp…' }).click();
    await expect(dialog.getByText('8 đơn vị trong tệp “units.json”, chưa lưu')).toBeVisible();
    await dialog.getByRole('button', { name: 'Dùng danh sách này thay danh sách cũ' }).click();
    await dialog.getByLabel('Hạn gửi báo cáo').fill('5');
    await keys.press('Enter');

    // A unit is written in place; what is wrong is said beside its field and nothing is saved; removal is taken back.
    await dialog.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await expect(dialog.getByLabel('Mã đơn vị')).toBeFocused();
    await keys.type('26507');
    await keys.press('Tab');
    await keys.type('Ủy ban nhân dân xã Trùng Mã');
    await keys.press('Enter');
    await expect(dialog.getByText('Mã này đã là của đơn vị khác trong cùng thời gian.')).toBeVisible();
    await expect(dialog.getByText('Chưa lưu: hãy sửa chỗ được đánh dấu.')).toBeVisible();
    await dialog.getByLabel('Mã đơn vị').fill('26599');
    await keys.press('Enter');
    await expect(dialog.getByText('✓ Đã lưu.')).toBeVisible();
    await expect(dialog.getByText('9 đơn vị', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Bỏ đơn vị này' }).click();
    await expect(dialog.getByText('8 đơn vị', { exact: true })).toBeVisible();
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('each unit stands with its state and what is to be noted', async () => {
    await expect(page.getByLabel('Hạn gửi')).toHaveValue('19/09/2025');
    await expect(
      page.getByText('Đã nhận 4/8 báo cáo · 1 tệp không dùng được · 1 tệp chưa đủ căn cứ'),
    ).toBeVisible();
    await expect(row(page, 'xã Phước An')).toContainText('đã nhận');
    await expect(row(page, 'xã Long Thọ')).toContainText('ký sau hạn');
    await expect(row(page, 'xã Vĩnh Thanh')).toContainText('trùng 1 bản');
    await expect(row(page, 'xã Phú Hội')).toContainText('thay 1 bản cũ');
    await expect(row(page, 'xã Phú Thạnh')).toContainText('không hợp lệ');
    await expect(row(page, 'xã Long Tân')).toContainText('chưa rõ người ký');
    await expect(row(page, 'xã Đại Phước')).toContainText('chưa nhận');
    await expect(row(page, 'xã Hiệp Phước')).toContainText('chỉ có tệp không dùng được');
    await picture('units');
    await page.getByRole('radio', { name: /^Trễ hạn 1/ }).click();
    await expect(row(page, 'xã Long Thọ')).toBeVisible();
    await expect(row(page, 'xã Phước An')).toBeHidden();
    await page.getByRole('radio', { name: /^Tất cả 8/ }).click();
  });

  await test.step('a unit opens with figures, words, files, and the pages of its report', async () => {
    const grid = page.getByRole('grid', { name: 'Đơn vị' });
    await grid.focus();
    await keys.press('Home');
    await keys.press('Enter');
    const drawer = page.getByRole('dialog', { name: /Phước An/ });
    await expect(drawer.getByText('Nguyên nhân của Ủy ban nhân dân xã Phước An.')).toBeVisible();
    await expect(drawer.getByRole('row').filter({ hasText: '2.1' })).toContainText('/');
    await expect(drawer.getByRole('heading', { name: 'Hợp lệ', exact: true })).toBeVisible();
    await drawer.getByText('Xem trang in').click();
    await expect(drawer.getByText('Báo cáo của đơn vị')).toBeVisible();
    await expect(drawer.getByText(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA/).first()).toBeAttached({ timeout: 20_000 });
    await picture('unit');
    await keys.press('Alt+ArrowDown');
    await expect(page.getByRole('dialog', { name: /Long Thọ/ })).toBeVisible();
    await keys.press('Escape');
  });

  await test.step('a sum opens on the units behind it; the form is added up; every file is told', async () => {
    await keys.press('Control+4');
    const totals = page.getByRole('grid', { name: 'Mục tiêu' });
    await totals.focus();
    await keys.press('Home');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    const drawer = page.getByRole('dialog', { name: /^2.1/ });
    await expect(drawer.getByText(/Tổng 4 đơn vị/)).toBeVisible();
    await expect(drawer.getByRole('row').filter({ hasText: 'Long Thọ' })).toContainText(/\(\d+\/\d+\)/);
    await expect(drawer.getByRole('row').filter({ hasText: 'Đại Phước' })).toContainText('chưa có báo cáo');
    await picture('sum');
    await keys.press('Escape');
    await keys.press('Control+5');
    await expect(row(page, 'Tổng cộng')).toBeVisible();
    await keys.press('Control+6');
    await expect(row(page, 'ghi-chu.txt')).toContainText('bỏ qua');
    await expect(row(page, 'BaoCao_26507_2025-Q2_R1.pdf')).toContainText('sai kỳ');
  });

  await test.step('what was gathered stays while the person looks at another screen', async () => {
    await goTo(page, 8, 'Cài đặt');
    await goTo(page, 7, 'Kiểm tra tệp');
    await expect(row(page, 'ghi-chu.txt')).toBeVisible();
    await keys.press('Control+3');
  });

  await test.step('exports the workbook', async () => {
    const out = join(temporaryFolder(), 'bang.xlsx');
    await app.chooseTarget(out);
    await keys.press('x');
    await expect(page.getByText('Đã xuất bảng tổng hợp ra “bang.xlsx”.')).toBeVisible();
    const { sheets } = await readXlsx(readFileSync(out));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Từng mục tiêu',
      'Biểu II.06a',
      'Tệp đã nhận',
    ]);
    const states = new Map(sheets[0]?.rows.map((cells) => [String(cells[0]), String(cells[2])]));
    expect(states.get('26504')).toBe('không hợp lệ');
    expect(states.get('26506')).toBe('chưa nhận');
  });

  await test.step('signs the consolidated report with a key of the app, and checks it', async () => {
    const out = join(temporaryFolder(), 'tong-hop.pdf');
    await app.chooseTarget(out);
    await keys.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: /^Ký báo cáo tổng hợp/ });
    await expect(dialog.getByText(/DỰ THẢO|CỘNG HÒA XÃ HỘI/).first()).toBeAttached({ timeout: 20_000 });
    await picture('before-signing');
    await dialog.getByLabel('Số văn bản').fill('12/BC-PKT');
    await dialog.getByText('Khóa của chương trình').click();
    await dialog.getByLabel('Mật khẩu mới cho khóa').fill(PASSPHRASE);
    await dialog.getByLabel('Nhập lại mật khẩu').fill(PASSPHRASE);
    await keys.press('Enter');
    await dialog.getByLabel('Mật khẩu của khóa', { exact: true }).fill(PASSPHRASE);
    await keys.press('Enter');
    await expect(dialog.getByText('Đã ký và lưu “tong-hop.pdf”.')).toBeVisible({ timeout: 20_000 });
    await keys.press('Enter');
    const details = page.getByRole('region', { name: 'Kết quả kiểm tra “tong-hop.pdf”' });
    await expect(details.getByText('Đây là báo cáo tổng hợp (tong-hop.json)')).toBeVisible();
    await expect(details.getByText(/Đã nhận 4\/8 báo cáo, hạn gửi 19\/09\/2025/)).toBeVisible();
    await expect(details.getByText('12/BC-PKT')).toBeVisible();
    await details.getByRole('button', { name: 'Tin người ký này…' }).click();
    await page.getByLabel('Tôi đã so dấu vân tay với đơn vị, mọi nhóm giống hệt').check();
    await page.getByRole('button', { name: 'Tin người ký', exact: true }).click();
    await expect(details.getByRole('heading', { name: 'Hợp lệ', exact: true })).toBeVisible();
    await picture('consolidated');
  });
});
