import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PLAIN_LAYOUT } from '#shared/report/paper-layout.ts';
import { expect, temporaryFolder, test } from './support/app.ts';
import { answer } from './support/calls.ts';
import { choosePeriod, goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

/** A picture of the screen for whoever looks at a run; kept with the results. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env.SCL_TEST_OUTPUT ?? temporaryFolder(), `${name}.png`) });
}

const PASSPHRASE = 'mật khẩu thử 1';

test('layout of papers, and a report found by the code on its paper', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  const preview = page.locator('[data-preview]');

  await test.step('the sample page follows each choice, which is saved at once and taken back', async () => {
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Trình bày văn bản' }).click();
    await expect(preview).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
    await page.getByLabel('Tên in ra').fill('Ủy ban nhân dân huyện Nhơn Trạch');
    await page.getByLabel('Tên in ra').press('Tab');
    await expect(page.getByText('Đã lưu cài đặt.')).toBeVisible();
    await page.getByLabel(/Chừa chỗ cho con dấu/).check();
    await page.getByLabel(/^Khung trong khoảng trống/).check();
    await page.getByLabel(/^Khoảng trống giữa/).fill('80');
    await expect(page.getByText('Ghi một số nguyên từ 20 đến 60')).toBeVisible();
    await page.getByLabel(/^Khoảng trống giữa/).fill('30');
    await expect(page.getByText('Ghi một số nguyên')).toBeHidden();
    await expect(preview).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
    await picture(page, 'paper-layout');
    // What is saved elsewhere meanwhile leaves alone what is being typed.
    const elsewhere = async (title: string, seal: number) => {
      const now = await answer(app, 'settings.get', {});
      const signatory = { ...now.profile.signatory, title };
      const layout = { ...PLAIN_LAYOUT, ...now.profile.layout, seal };
      await answer(app, 'settings.save', { ...now, profile: { ...now.profile, signatory, layout } });
    };
    await page.getByLabel('Tên in ra').fill('Huyện ủy');
    await elsewhere('Chủ tịch xã', 30);
    await expect(page.getByLabel(/^Đường kính/)).toHaveValue('30');
    await expect(page.getByLabel('Tên in ra')).toHaveValue('Huyện ủy');
    await page.getByLabel('Tên in ra').fill('Ủy ban nhân dân huyện Nhơn Trạch');
    await page.getByLabel('Tên in ra').press('Tab');
    // Another section and back: what was chosen was saved.
    await page.getByRole('button', { name: 'Đơn vị', exact: true }).click();
    const through = page.getByLabel('Qua cơ quan');
    const before = await through.inputValue();
    await through.fill('Phòng Nội vụ');
    await elsewhere('Chủ tịch', 36);
    await expect(page.getByLabel('Chức vụ')).toHaveValue('Chủ tịch');
    await expect(through).toHaveValue('Phòng Nội vụ');
    await through.press('Tab');
    await expect(async () => {
      const { profile } = await answer(app, 'settings.get', {});
      expect([profile.receiver.through, profile.signatory.title]).toEqual(['Phòng Nội vụ', 'Chủ tịch']);
    }).toPass();
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await expect(through).toHaveValue(before);
    await expect(page.getByLabel('Chức vụ')).toHaveValue('Chủ tịch');
    await page.getByRole('button', { name: 'Trình bày văn bản' }).click();
    await expect(page.getByLabel('Tên in ra')).toHaveValue('Ủy ban nhân dân huyện Nhơn Trạch');
    await expect(page.getByLabel(/^Khoảng trống giữa/)).toHaveValue('30');
    await expect(page.getByLabel(/^Khung trong khoảng trống/)).toBeChecked();
  });

  await test.step('the report is signed in that layout', async () => {
    await goTo(page, 6, /Báo cáo/);
    await choosePeriod(page, 'Quý I năm 2024');
    const reasons = page.getByLabel(/Lý do vẫn ký/);
    await expect(reasons.first()).toBeVisible({ timeout: 20_000 });
    const date = page.getByRole('textbox', { name: 'Ngày văn bản', exact: true });
    await date.fill('01/01/2020');
    await date.press('Tab');
    await page.getByRole('button', { name: 'Sửa ngày văn bản' }).click({ timeout: 20_000 });
    await expect(date).toBeFocused();
    await date.fill('20/03/2024');
    await date.press('Tab');
    await expect(page.getByRole('button', { name: 'Sửa ngày văn bản' })).toBeHidden({ timeout: 20_000 });
    for (const reason of await reasons.all()) await reason.fill('Chỉ là dữ liệu mẫu');
    await page.getByText('Khóa của chương trình').click();
    await page.getByLabel(/^Mật khẩu mới/).fill(PASSPHRASE);
    await page.getByLabel('Nhập lại mật khẩu').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    const passphrase = page.getByLabel('Mật khẩu của khóa');
    await expect(passphrase).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/Chưa ký được/)).toBeHidden();
    await passphrase.fill(PASSPHRASE);
    await passphrase.press('Enter');
    await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
  });

  const code = await page.evaluate(async () => {
    const answer = await window.scl?.call('reports.byCode', { text: 'BC-26503-2024-Q1' });
    if (!answer?.ok) throw new Error('no answer');
    const [hit] = answer.value.hits;
    return `SCL1:${hit?.report.reportId}:R${hit?.report.revision}:${hit?.dataSha256}`;
  });
  const field = page.getByRole('textbox', { name: 'Mã trên báo cáo giấy' });

  await test.step('a scanned code opens its period and says that it fits', async () => {
    await choosePeriod(page, 'Quý IV năm 2023');
    await page.keyboard.press('Control+f');
    await expect(field).toBeFocused();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quý I năm 2024');
    await expect(page.getByText(/Bản giấy đúng là báo cáo .*, lần 1: mã băm số liệu khớp/)).toBeVisible();
    await picture(page, 'paper-found');
  });

  await test.step('the next scan takes its place; what fits nothing says so beside the field', async () => {
    await page.keyboard.type(`${code.slice(0, -4)}0000`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/mã băm số liệu khác báo cáo lần 1 đang lưu/)).toBeVisible();
    await page.keyboard.type(code.slice(-64, -52));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/mã băm số liệu khớp/)).toBeVisible();
    await page.keyboard.type('1234 5678 9abc');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Không có báo cáo nào ở đây mang mã này.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Không có báo cáo nào ở đây mang mã này.')).toBeHidden();
  });

  await test.step('the check of the file shows the code that is printed', async () => {
    const file = join(temporaryFolder(), 'bao-cao.pdf');
    const pdf = await page.evaluate(async () => {
      const found = await window.scl?.call('reports.byCode', { text: 'BC-26503-2024-Q1' });
      const id = found?.ok ? found.value.hits[0]?.report.id : undefined;
      const answer = await window.scl?.call('reports.pdf', { id: id ?? 0 });
      return answer?.ok ? [...answer.value.pdf] : [];
    });
    writeFileSync(file, Buffer.from(pdf));
    await goTo(page, 7, 'Kiểm tra tệp');
    await app.chooseFiles(file);
    await page.keyboard.press('Control+o');
    const groups = (code.slice(-64).match(/.{4}/g) ?? []).join(' ');
    await expect(page.getByText(groups)).toBeVisible({ timeout: 60_000 });
    await page.getByText(groups).scrollIntoViewIfNeeded();
    await picture(page, 'paper-checked');
  });
});
