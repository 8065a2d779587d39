import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { flatText } from '../report/support/tools.ts';
import { expect, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

const paper = (page: Page, name: string) => page.getByRole('dialog', { name });

test('the list behind a figure and the summary for the notice board: seen, saved, by keyboard', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const { page } = app;
  const folder = temporaryFolder();
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await choosePeriod(page, 'Quý I năm 2024');

  await test.step('the list behind a figure, without names and ID numbers', async () => {
    await page.locator('[data-objective="2.3"]').focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Hồ sơ giải quyết trực tuyến' });
    await expect(drawer.getByRole('grid')).toBeFocused();
    await expect(drawer.getByRole('tab', { selected: true })).toContainText('293');
    await page.keyboard.press('p');
    const list = paper(page, 'Danh sách phía sau con số');
    await expect(list).toContainText('mẫu số trừ tử số là 439 − 146 = 293: khớp.', { timeout: 20_000 });
    await expect(list.getByRole('button', { name: 'Lưu PDF…' })).toBeFocused();
    const file = join(folder, 'danh-sach.pdf');
    await app.chooseTarget(file);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Đã lưu “danh-sach.pdf”.')).toBeVisible();
    const text = flatText(readFileSync(file));
    expect(text).toContain('Danh sách nội bộ, có dữ liệu hồ sơ – không gửi kèm báo cáo');
    expect(text.match(/000\.00\.40\.H19-\d{6}-\d{4}/g)).toHaveLength(293);
    const own = await page.evaluate(async () => {
      const found = await window.scl?.call('dossiers.byCode', { code: '000.00.40.H19-231212-0005' });
      const whole = await window.scl?.call('dossiers.unmask', { id: (found?.ok && found.value?.id) || 0 });
      if (!whole?.ok) return [];
      const { applicantName, personId } = whole.value.dossier.record;
      return [applicantName, personId];
    });
    expect(own).toHaveLength(2);
    for (const value of own) expect(text).not.toContain(value ?? 'nobody');
    // Escape closes the paper, then the drawer, and the keyboard is back where it was each time.
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(drawer.getByRole('grid')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page.locator('[data-objective="2.3"]')).toBeFocused();
  });

  await test.step('records that lack a fact', async () => {
    await page.locator('[data-objective="2.1"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'In 59 mục thiếu dữ liệu…' }).click();
    await expect(paper(page, 'Danh sách phía sau con số')).toContainText(
      '59 trong danh sách, số thiếu dữ liệu trong mẫu số là 59: khớp.',
      { timeout: 20_000 },
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('the summary of a draft says what it is', async () => {
    await goTo(page, 6, /Báo cáo/);
    await expect(page.getByRole('button', { name: 'Tóm tắt để niêm yết…' })).toBeVisible();
    await page.keyboard.press('p');
    const summary = paper(page, 'Tóm tắt để niêm yết');
    await expect(summary).toContainText('Dự thảo, báo cáo chưa ký', { timeout: 20_000 });
    await expect(summary).toContainText('33,25% (146/439)', { timeout: 20_000 });
    await expect(summary.locator('figure')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(summary).toBeHidden();
  });

  await test.step('the summary of a signed report names it, from any screen by Ctrl+K', async () => {
    await signFirstQuarter(page);
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('niem yet');
    await expect(page.getByText('Bản tóm tắt niêm yết của kỳ')).toBeVisible();
    await page.keyboard.press('Enter');
    const summary = paper(page, 'Tóm tắt để niêm yết');
    await expect(summary).toContainText(
      'Theo Báo cáo số 05/BC-UBND ngày 14/03/2024 (mã BC-26503-2024-Q1, lần 1).',
      {
        timeout: 20_000,
      },
    );
    await expect(summary).not.toContainText('Dự thảo');
    const file = join(folder, 'niem-yet.pdf');
    await app.chooseTarget(file);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Đã lưu “niem-yet.pdf”.')).toBeVisible();
    expect(flatText(readFileSync(file))).toContain('33,25% (146/439)');
  });
});

/** Signs the report of the quarter on the calls of the window, every warning answered. */
async function signFirstQuarter(page: Page): Promise<void> {
  const outcome = await page.evaluate(async () => {
    const scl = window.scl;
    if (!scl) return 'no bridge';
    const period = '2024-Q1';
    const passphrase = 'một cụm từ mật khẩu dài';
    const key = await scl.call('keys.create', { name: 'Xã Phước An', passphrase });
    const draft = await scl.call('reports.draft', { period });
    if (!key.ok || !draft.ok) return 'no key or draft';
    const reasons = Object.fromEntries(draft.value.checks.map(({ code }) => [code, 'Đã xem.']));
    const date = draft.value.evaluation.period.to;
    await scl.call('reports.saveDraft', {
      period,
      text: { ...draft.value.text, number: '05/BC-UBND', date, reasons },
    });
    const keyId = key.value.id;
    const signed = await scl.call('reports.sign', { period, key: { kind: 'app', keyId, passphrase } });
    return signed.ok ? 'signed' : JSON.stringify(signed);
  });
  expect(outcome).toBe('signed');
}
