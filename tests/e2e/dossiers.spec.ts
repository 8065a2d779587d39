import { join } from 'node:path';
import { expect, samples, test } from './support/app.ts';
import { choosePeriod, foundOffice, goTo, importList } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

test('a clerk enters, corrects, deletes and finds dossiers by keyboard', async ({ app }) => {
  test.setTimeout(120_000);
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
    const row = page.getByRole('button', { name: 'Hồ sơ giải quyết đúng hạn' });
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
  });

  await test.step('quick entry', async () => {
    await keys.press('n');
    await expect(field('code')).toBeFocused();
    await keys.type('HS-1');
    await keys.press('Tab');
    await keys.type('ks');
    await expect(page.getByRole('option', { name: /Đăng ký khai sinh/ }).first()).toBeVisible();
    await keys.press('Enter');
    await expect(field('procedureName')).toHaveValue('Đăng ký khai sinh');
    await field('receivedOn').focus();
    await keys.press('Control+a');
    await keys.type('3/7');
    await keys.press('Tab');
    await expect(field('receivedOn')).toHaveValue('03/07/2024');
    await expect(field('dueOn')).toHaveValue('03/07/2024');
    await keys.press('Control+Enter');
    await expect(page.getByText('Đã lưu hồ sơ HS-1')).toBeVisible();
    await expect(field('code')).toBeFocused();
    await count('521');
  });

  await test.step('a form that was left keeps what was typed; a number in use is told', async () => {
    await keys.type('HS-1');
    await keys.press('Tab');
    await expect(page.getByText(/^Mã này đã có/)).toBeVisible();
    await goTo(page, 1, /năm 2024/);
    await goTo(page, 2, 'Hồ sơ');
    await expect(field('code')).toHaveValue('HS-1');
    await keys.press('Escape');
    await expect(page.getByText('Đã bỏ những gì chưa lưu của hồ sơ HS-1')).toBeVisible();
  });

  await test.step("somebody else's change is not overwritten unasked", async () => {
    await keys.press('Home');
    await keys.press('e');
    await expect(field('applicantName')).toBeVisible();
    await field('applicantName').fill('Tên đã sửa');
    await page.evaluate(async () => {
      const scl = window.scl;
      const found = await scl?.call('dossiers.byCode', { code: 'HS-1' });
      if (!found?.ok || !found.value) throw new Error('HS-1 is not there');
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
    await expect(page.getByText('Đã xóa hồ sơ HS-1')).toBeVisible();
    await expect(pane.getByRole('heading', { level: 2 })).not.toHaveText('HS-1');
    await count('520');
    await keys.press('u');
    await count('521');
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('HS-1');
  });
});
