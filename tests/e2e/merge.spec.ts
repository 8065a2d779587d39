import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { smallUnit } from '../merge/support/small-unit.ts';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { violations } from './support/axe.ts';
import { choosePeriod, foundOffice } from './support/office.ts';

test('joins two former units step by step', async () => {
  test.setTimeout(240_000);
  const folders = [temporaryFolder(), temporaryFolder()];
  await smallUnit(folders[0] as string, '26470', 'UBND xã Phước Thiền', 5);
  await smallUnit(folders[1] as string, '26473', 'UBND xã Long Tân', 7);
  const app = await launch();
  const { page, dataDir } = app;
  await foundOffice(app);
  // Found by a few letters, as everything is.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ghep du lieu');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ghép sổ của đơn vị cũ…' }).click();
  for (const folder of folders) {
    await app.chooseFiles(folder);
    await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
    const field = page.getByLabel('Mật khẩu ở sổ đó');
    await expect(field).toBeFocused();
    await page.keyboard.type('sai hẳn rồi');
    await page.keyboard.press('Enter');
    await expect(page.getByText('không đúng với sổ đó')).toBeVisible();
    await field.fill(TEST_PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(field).toBeHidden();
  }
  const source = page.getByRole('group', { name: 'UBND xã Long Tân' });
  await expect(source).toContainText('7 hồ sơ, 2 mục sổ khác, 0 báo cáo đã ký');
  await source.getByLabel('đến').fill('30/6/2024');
  await source.getByLabel('Ký hiệu').fill('LT');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');

  // A step that is passed has a mark, and words for a reader.
  const steps = page.getByRole('list', { name: 'Các bước ghép' }).getByRole('listitem');
  await expect(steps.first()).toHaveText('✓ Chọn sổ(đã xong)');
  const list = page.getByRole('listbox');
  await expect(list).toBeFocused();
  await expect(list.getByRole('option')).toHaveText([
    /H19-240102-0001.*Giữ tất cả/,
    /H19-240102-0002.*Giữ tất cả/,
    /CB001.*Giữ tất cả/,
  ]);
  // The second number is one dossier that both units recorded: all of the keyboard.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await expect(list.getByRole('option').nth(1)).toContainText('Gộp làm một, giữ của UBND xã Phước Thiền');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Mã mới: UBND xã Long Tân')).toHaveValue('LT-CB001');
  await expect(page.getByRole('row', { name: /Họ và tên/ })).toContainText('Cán bộ của UBND xã Long Tân');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');

  await page.getByLabel('Căn cứ ghép').fill('Nghị quyết 1662/NQ-UBTVQH15');
  await page.getByRole('button', { name: 'Tính bảng cân đối' }).click();
  await expect(page.getByText('Mọi dòng đều khớp.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Hồ sơ/ })).toHaveText(/0571011/);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Căn cứ ghép').press('Enter');
  await expect(page.getByText('Đã ghép 2 đơn vị: 15 bản ghi; 0/0 báo cáo cũ kiểm tra hợp lệ.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Long Tân/ })).toContainText('… – 30/06/2024');
  expect(existsSync(join(dataDir, 'merging'))).toBe(false);

  // The new unit says since when it is there; figures from before are told to be of the former ones.
  await page
    .getByRole('main')
    .getByRole('navigation')
    .getByRole('button', { name: 'Đơn vị', exact: true })
    .click();
  await page.getByLabel('Thành lập từ ngày').fill('1/3/2024');
  await page.keyboard.press('Tab');
  await page.getByLabel('Theo nghị quyết, quyết định').fill('Nghị quyết 1662');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Alt+1');
  await choosePeriod(page, 'Quý I năm 2024');
  const founding = page.getByRole('note').filter({ hasText: 'Đơn vị thành lập' });
  await expect(founding).toContainText('từ ngày 01/03/2024 theo Nghị quyết 1662. Số liệu');
  await page.keyboard.press('[');
  await expect(founding).toContainText('Kỳ này kết thúc trước ngày đó');

  // The record says where it came from.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('LT-H19-240102-0001');
  await expect(page.getByText('LT-H19-240102-0001').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('từ UBND xã Long Tân (26473), ở đó là H19-240102-0001, số thứ tự 1'),
  ).toBeVisible();
  await app.close();
});
