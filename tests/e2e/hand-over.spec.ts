import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, launch, samples, temporaryFolder, test } from './support/app.ts';
import { answer, signReport } from './support/calls.ts';
import { foundOffice, goTo, importList } from './support/office.ts';

// A key gives its office to another one: written at the commune, taken by the receiver, seen in both windows.

const PASSPHRASE = 'mật khẩu thử 1';

test('a key hands over, the receiver takes the note, and only the right key counts on each day', async ({
  playwright: _,
}, info) => {
  test.setTimeout(240_000);
  const folder = temporaryFolder();
  const file = (name: string) => join(folder, name);
  const commune = await launch({ today: '2024-03-20' });
  const { page } = commune;
  const keys = page.keyboard;
  await page.setViewportSize({ width: 1366, height: 768 });

  await test.step('a list to report on', async () => {
    await foundOffice(commune);
    const settings = await answer(commune, 'settings.get', {});
    const { profile } = settings;
    await answer(commune, 'settings.save', {
      ...settings,
      profile: { ...profile, signatory: { ...profile.signatory, name: 'Trần Thị Mẫu' } },
    });
    await importList(commune, join(samples, 'phuoc-an-2024-q1.xlsx'));
  });

  await test.step('two keys of the app', async () => {
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Khóa ký' }).click();
    for (const name of ['Chủ tịch cũ', 'Chủ tịch mới']) {
      await page.getByRole('button', { name: 'Tạo khóa…' }).click();
      await page.getByLabel('Tên trên chứng thư').fill(name);
      await page.getByLabel('Mật khẩu của khóa').fill(PASSPHRASE);
      await page.getByLabel('Nhập lại').fill(PASSPHRASE);
      await keys.press('Enter');
      await expect(page.getByText(name, { exact: false }).first()).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.screenshot({ path: info.outputPath('keys.png') });
  });
  const old = page.getByRole('listitem').filter({ hasText: 'Chủ tịch cũ' });

  await test.step('the enrolment sheet is seen and saved', async () => {
    await old.getByRole('button', { name: 'Phiếu đăng ký…' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByText('1 trang')).toBeVisible({ timeout: 20_000 });
    await expect(sheet.locator('figure').first()).toContainText('ĐĂNG KÝ KHÓA KÝ', { timeout: 20_000 });
    await commune.chooseTarget(file('phieu.pdf'));
    await page.screenshot({ path: info.outputPath('sheet.png') });
    await keys.press('Control+s');
    await expect(page.getByText('Đã lưu phiếu đăng ký vào phieu.pdf.')).toBeVisible();
    await keys.press('Escape');
    await expect(sheet).toBeHidden();
    await commune.chooseTarget(file('cu.pem'));
    await old.getByRole('button', { name: 'Lưu chứng thư…' }).click();
    await expect(page.getByText('Đã lưu chứng thư vào cu.pem.')).toBeVisible();
  });

  await test.step('the old key signs that the new one takes over', async () => {
    await old.getByRole('button', { name: 'Bàn giao…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Khóa thay thế')).toContainText('Chủ tịch mới');
    await expect(dialog.getByLabel('Khóa thay thế')).not.toContainText('Chủ tịch cũ');
    await dialog.getByLabel('Ngày cuối của khóa cũ').fill('1/3/2024');
    await keys.press('Tab');
    await expect(dialog.getByLabel('Ngày đầu của khóa mới')).toHaveValue('02/03/2024');
    await dialog.getByLabel('Lý do').fill('Nghỉ hưu từ 01/04/2024');
    await commune.chooseTarget(file('ban-giao.scl-handover'));
    const secret = dialog.getByLabel('Mật khẩu của khóa');
    await secret.fill(PASSPHRASE);
    await keys.press('Enter');
    await expect(dialog.getByText('Ngày này đã qua').first()).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByLabel('Ngày cuối của khóa cũ')).toBeFocused();
    await page.screenshot({ path: info.outputPath('past.png') });
    await dialog.getByLabel('Ngày cuối của khóa cũ').fill('31/3');
    await keys.press('Tab');
    await expect(dialog.getByLabel('Ngày đầu của khóa mới')).toHaveValue('01/04/2024');
    await expect(dialog.getByText('Ngày này đã qua')).toBeHidden();
    await secret.fill('sai mật khẩu');
    await keys.press('Enter');
    await expect(dialog.getByText('Mật khẩu của khóa ký chưa đúng.')).toBeVisible({ timeout: 20_000 });
    await expect(secret).toBeFocused();
    await expect(secret).toHaveValue('');
    await keys.insertText(PASSPHRASE);
    await keys.press('Enter');
    await expect(
      page.getByText('Đã lưu giấy bàn giao “ban-giao.scl-handover”.', { exact: false }),
    ).toBeVisible({
      timeout: 20_000,
    });
    await expect(dialog).toBeHidden();
  });
  const [oldKey, newKey] = await answer(commune, 'keys.list', {});
  await commune.close();

  await test.step('in April each key signs a report', async () => {
    const april = await launch({ dataDir: commune.dataDir, today: '2024-04-05' });
    await april.page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
    await april.page.keyboard.press('Enter');
    await expect(april.page.getByRole('heading', { level: 1 })).toContainText('năm 2024', {
      timeout: 20_000,
    });
    await signReport(april, '2024-Q1', { keyId: newKey?.id ?? 0, passphrase: PASSPHRASE }, file('moi.pdf'));
    await signReport(april, '2024-Q1', { keyId: oldKey?.id ?? 0, passphrase: PASSPHRASE }, file('cu.pdf'));
    await april.close();
  });

  const receiver = await launch({ today: '2024-04-06' });
  const desk = receiver.page;
  await desk.setViewportSize({ width: 1366, height: 768 });
  await foundOffice(receiver);

  await test.step('a note whose key is not trusted is refused, and counts once it is', async () => {
    await goTo(desk, 8, 'Cài đặt');
    await desk.getByRole('button', { name: 'Người ký được tin' }).click();
    const notes = desk.getByRole('region', { name: 'Giấy bàn giao khóa đã nhận' });
    await receiver.chooseFiles(file('ban-giao.scl-handover'));
    await notes.getByRole('button', { name: 'Nhận giấy bàn giao…' }).click();
    await expect(notes.getByText(/khóa ký giấy không được, hoặc không còn được, ký thay/)).toBeVisible();
    await desk.screenshot({ path: info.outputPath('refused.png') });
    await receiver.chooseFiles(file('cu.pem'));
    await desk.getByRole('button', { name: 'Thêm chứng thư…' }).click();
    await desk.getByLabel('Mã đơn vị được ký thay').fill('26503');
    const enrol = desk.getByRole('dialog', { name: 'Tin một người ký' });
    await expect(enrol.locator('code > span')).toHaveCount(16);
    await expect(enrol.getByRole('button', { name: 'Tin người ký này' })).toBeDisabled();
    await enrol.getByLabel(/^Tôi đã so dấu vân tay/).check();
    await desk.getByLabel('Mã đơn vị được ký thay').press('Enter');
    await expect(desk.getByText('Đã thêm người ký.')).toBeVisible();
    await receiver.chooseFiles(file('ban-giao.scl-handover'));
    await notes.getByRole('button', { name: 'Nhận giấy bàn giao…' }).click();
    await expect(notes.getByRole('listitem')).toContainText('✓ được tính');
    await expect(notes.getByText(/Chủ tịch mới.* · từ 01\/04\/2024/)).toBeVisible();
    await desk.screenshot({ path: info.outputPath('taken.png') });
  });

  await test.step("the successor's report is valid, that of the retired key is not", async () => {
    await goTo(desk, 7, 'Kiểm tra tệp');
    await receiver.chooseFiles(file('moi.pdf'), file('cu.pdf'));
    await desk.keyboard.press('Control+o');
    const details = (name: string) => desk.getByRole('region', { name: `Kết quả kiểm tra “${name}”` });
    await expect(details('moi.pdf').getByRole('heading', { name: 'Hợp lệ', exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await desk.keyboard.press('ArrowDown');
    await expect(details('cu.pdf').getByRole('heading', { name: 'Không hợp lệ' })).toBeVisible();
    await expect(
      details('cu.pdf')
        .getByText(/31\/03\/2024/)
        .first(),
    ).toBeVisible();
    await desk.screenshot({ path: info.outputPath('retired.png') });
  });
  await receiver.close();
});
