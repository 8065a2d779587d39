import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';

// Answers between two offices, each with a window and a data folder of its own: the level above accepts one report and
// returns another; the commune takes both answers in, learns who signed them, and replaces the report that came back.

const root = resolve(import.meta.dirname, '../..');
const PASS = 'mật khẩu khóa';

/** A picture of the screen for whoever looks at a run; kept with the results. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env.SCL_TEST_OUTPUT ?? temporaryFolder(), `${name}.png`) });
}

/** The one who works there signs in; the folder is closed until then. */
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm', { timeout: 20_000 });
}

/** Drops files of the disk on the window, as the file manager does. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 500, data });
  await session.detach();
}

test('one report is accepted, another returned, taken in and replaced', async () => {
  test.setTimeout(240_000);
  const folder = temporaryFolder();
  execFileSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'tests/receiver/support/make-offices.ts'), folder],
    { cwd: root },
  );
  const file = (name: string): string => join(folder, name);
  const accepted = file('TraLoi_26503_2024-M01_R1_TiepNhan.scl-receipt');
  const returned = file('TraLoi_26503_2024-Q1_R1_TraLai.scl-receipt');
  let code = '';

  await test.step('the level above answers', async () => {
    const app = await launch({ dataDir: file('district'), today: '2024-03-19' });
    const { page } = app;
    const keys = page.keyboard;
    await page.setViewportSize({ width: 1366, height: 768 });
    await signIn(page);
    await goTo(page, 7, 'Kiểm tra tệp');
    await app.chooseFiles(file('2024-M01.pdf'), file('2024-Q1.pdf'));
    await keys.press('Control+o');
    const details = (name: string) => page.getByRole('region', { name: `Kết quả kiểm tra “${name}”` });
    await expect(details('2024-M01.pdf').getByRole('heading', { name: 'Hợp lệ' })).toBeVisible({
      timeout: 60_000,
    });
    await expect(details('2024-M01.pdf')).toContainText('Chưa trả lời báo cáo này.');
    await picture(page, 'receipt-01-not-answered');

    const dialog = page.getByRole('dialog');
    await keys.press('Control+Enter');
    await expect(dialog).toContainText('Trả lời báo cáo');
    await expect(dialog.getByRole('radio', { name: 'Tiếp nhận' })).toBeChecked();
    await expect(dialog.getByRole('radio', { name: 'Tệp chứng thư (.p12, .pfx)' })).toBeChecked();
    await app.chooseFiles(file('district.p12'));
    await dialog.getByRole('button', { name: 'Chọn tệp chứng thư…' }).click();
    await picture(page, 'receipt-02-accept');
    await app.chooseTarget(accepted);
    const secret = dialog.getByLabel('Mật khẩu của khóa');
    await secret.fill('sai mật khẩu');
    await keys.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(secret).toBeFocused();
    await secret.fill(PASS);
    await keys.press('Enter');
    await expect(dialog).toContainText('Đã ký trả lời: tiếp nhận', { timeout: 20_000 });
    await expect(dialog).toContainText('Đã lưu “TraLoi_26503_2024-M01_R1_TiepNhan.scl-receipt”');
    code = (await dialog.locator('[data-code]').getAttribute('data-code')) ?? '';
    expect(code).toMatch(/^\d{8}$/);
    await picture(page, 'receipt-03-code');
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    const given = page.getByRole('region', { name: 'Đã trả lời' });
    await expect(given).toContainText('Đã trả lời: tiếp nhận');
    await expect(given.locator(`[data-code="${code}"]`)).toBeVisible();

    await page.getByRole('option', { name: /2024-Q1\.pdf/ }).click();
    await expect(details('2024-Q1.pdf')).toContainText('Chưa trả lời báo cáo này.');
    await keys.press('Control+Enter');
    await dialog.getByText('Trả lại kèm lý do').click();
    await expect(dialog).toContainText('Ghi ít nhất một lý do thì mới trả lại được.');
    await expect(dialog.getByRole('button', { name: /^Ký và lưu trả lời/ })).toBeDisabled();
    await dialog.getByLabel('Về phần nào, dòng 1').focus();
    await dialog.getByLabel('Về phần nào, dòng 1').selectOption('2.3');
    await keys.press('Tab');
    await keys.type('Tỷ lệ trực tuyến chưa giải trình');
    await keys.press('Control+Enter');
    await expect(dialog.getByLabel('Về phần nào, dòng 2')).toBeFocused();
    await dialog.getByLabel('Về phần nào, dòng 2').selectOption('Biểu II.06a, Hộ tịch');
    await keys.press('Tab');
    await keys.type('Thiếu hồ sơ chuyển từ kỳ trước');
    await keys.press('Control+Enter');
    await keys.press('Tab');
    await keys.type('dòng thừa');
    await keys.press('Alt+Delete');
    await expect(dialog.getByLabel('Về phần nào, dòng 3')).toBeHidden();
    await expect(dialog.getByRole('button', { name: 'Lấy lại dòng vừa bỏ' })).toBeVisible();
    // Closing the dialog loses no word.
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await keys.press('Control+Enter');
    await expect(dialog.getByLabel('Lý do, dòng 2')).toHaveValue('Thiếu hồ sơ chuyển từ kỳ trước');
    await picture(page, 'receipt-04-return');
    await app.chooseTarget(returned);
    await dialog.getByLabel('Mật khẩu của khóa').fill(PASS);
    await keys.press('Enter');
    await expect(dialog).toContainText('Đã ký trả lời: trả lại', { timeout: 20_000 });
    await picture(page, 'receipt-05-returned');
    await keys.press('Enter');
    await app.close();
  });

  await test.step('the commune takes them in', async () => {
    const app = await launch({ dataDir: file('commune'), today: '2024-03-20' });
    const { page } = app;
    const keys = page.keyboard;
    await page.setViewportSize({ width: 1366, height: 768 });
    await signIn(page);
    await choosePeriod(page, 'Quý I năm 2024');
    await goTo(page, 6, /^Báo cáo/);
    const line = page.getByRole('radiogroup', { name: 'Các kỳ báo cáo' });
    const answer = page.getByRole('region', { name: 'Trả lời của nơi nhận' });
    await expect(line.getByRole('radio', { name: /đã ký, chờ trả lời/ })).toHaveCount(2);
    await expect(page.getByText('Chưa có trả lời của nơi nhận.')).toBeVisible();
    await picture(page, 'receipt-06-waiting');

    // Nobody is enrolled yet: taken in, but said to be unverified.
    await app.chooseFiles(accepted);
    await keys.press('Control+o');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Tháng 1 năm 2024');
    await expect(page.getByText(/^! ?Đã nhận trả lời cho báo cáo Tháng 1 năm 2024, lần 1/)).toBeVisible();
    await expect(answer).toContainText('Có trả lời tiếp nhận, chưa rõ ai ký');
    await expect(answer).toContainText('Người ký chưa có trong danh sách người ký được tin');
    await expect(line.getByRole('radio', { checked: true })).toContainText('tiếp nhận, chưa rõ ai ký');
    await picture(page, 'receipt-07-unverified');
    await answer.getByRole('button', { name: 'Tin người ký này…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('chỉ cho Ủy ban nhân dân huyện Nhơn Trạch (742)');
    await expect(dialog.getByRole('button', { name: 'Tin người ký' })).toBeDisabled();
    await picture(page, 'receipt-08-trust');
    await dialog.getByLabel(/Tôi đã so dấu vân tay/).check();
    await dialog.getByRole('button', { name: 'Tin người ký' }).click();
    await expect(dialog).toBeHidden();
    await expect(answer).toContainText('Được tiếp nhận');
    await expect(answer).toContainText('có trong danh sách người ký được tin của cơ quan này');
    await expect(answer.locator(`[data-code="${code}"]`)).toBeVisible();
    await expect(line.getByRole('radio', { checked: true })).toContainText('đã tiếp nhận');
    await picture(page, 'receipt-09-accepted');

    // The other one is dropped on the wrong screen, and taken in all the same.
    await goTo(page, 7, 'Kiểm tra tệp');
    await drop(page, returned);
    await expect(
      page.getByText(/Đã nhận trả lời cho báo cáo Quý I năm 2024, lần 1: bị trả lại/),
    ).toBeVisible();
    await picture(page, 'receipt-10-wrong-screen');
    await page.getByRole('button', { name: 'Xem báo cáo' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quý I năm 2024');
    await expect(answer).toContainText('Bị trả lại');
    await expect(answer).toContainText('Mục tiêu 2.3');
    await expect(answer).toContainText('Tỷ lệ trực tuyến chưa giải trình');
    await expect(answer).toContainText('Biểu II.06a, Hộ tịch');
    await expect(line.getByRole('radio', { checked: true })).toContainText('bị trả lại');
    await picture(page, 'receipt-11-returned');

    await test.step('what does not fit is said in plain words', async () => {
      await drop(page, returned);
      await expect(page.getByText(/đã nhận từ trước.*Không có gì thay đổi/)).toBeVisible();
      await drop(page, file('2024-Q1.pdf'));
      await expect(page.getByText('“2024-Q1.pdf” không phải tệp trả lời.')).toBeVisible();
      await app.chooseFiles(file('commune.pem'));
      await keys.press('Control+o');
      await expect(page.getByText(/tệp không đúng dạng hoặc đã bị sửa.*không có gì bị mất/)).toBeVisible();
      await picture(page, 'receipt-12-fault');
      await page.getByRole('button', { name: 'Đóng thông báo' }).click();
    });

    await test.step('a code heard over the phone', async () => {
      await keys.press('Control+m');
      await expect(dialog.getByLabel('Tám chữ số')).toBeFocused();
      await keys.type(`${code.slice(0, 4)} ${code.slice(4, 7)}`);
      await expect(dialog).toContainText('Còn thiếu 1 chữ số.');
      await keys.type(String((Number(code[7]) + 1) % 10));
      await expect(dialog).toContainText('Nghe nhầm');
      await picture(page, 'receipt-13-misheard');
      await keys.press('Backspace');
      await keys.type(code[7] ?? '');
      await expect(dialog).toContainText('Tháng 1 năm 2024, lần 1 (mã báo cáo BC-26503-2024-M01)');
      await expect(dialog).toContainText('Được tiếp nhận');
      await expect(dialog).toContainText('không chứng minh người gọi là ai');
      await picture(page, 'receipt-14-code');
      await keys.press('Escape');
    });

    await test.step('the overview says what is to be done', async () => {
      await goTo(page, 1, /năm 2024/);
      const todo = page.getByRole('button', { name: /bị trả lại/ });
      await expect(todo).toBeVisible();
      await picture(page, 'receipt-15-overview');
      await todo.click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Báo cáo – Quý I năm 2024');
    });

    await test.step('the report that replaces it names the reasons', async () => {
      await page.getByRole('button', { name: 'Lập báo cáo bổ sung, thay thế' }).click();
      const note = page.getByRole('region', { name: 'Lý do trả lại' });
      await expect(note).toContainText('Cần sửa theo trả lời của Ủy ban nhân dân huyện Nhơn Trạch');
      await expect(note).toContainText('Tỷ lệ trực tuyến chưa giải trình');
      for (const reason of await page.getByLabel(/Lý do vẫn ký/).all())
        await reason.fill('Đã đối chiếu với phần mềm một cửa');
      const why = page.getByLabel('Lý do ký bản thay thế');
      await expect(why).toHaveValue(
        'Ủy ban nhân dân huyện Nhơn Trạch trả lại: Mục tiêu 2.3: Tỷ lệ trực tuyến chưa giải trình; ' +
          'Biểu II.06a, Hộ tịch: Thiếu hồ sơ chuyển từ kỳ trước',
      );
      await why.scrollIntoViewIfNeeded();
      await expect(note).toBeInViewport();
      await picture(page, 'receipt-16-amending');
      await expect(page.getByRole('radio', { name: 'Khóa của chương trình' })).toBeChecked();
      await page.getByLabel('Mật khẩu của khóa').fill(PASS);
      await keys.press('Enter');
      await expect(page.getByText('BC-26503-2024-Q1 · lần 2')).toBeVisible({ timeout: 60_000 });
      await expect(line.getByRole('radio', { checked: true })).toContainText('đã ký, chờ trả lời');
      const again = file('thay-the.pdf');
      await app.chooseTarget(again);
      await page.getByRole('button', { name: /^Lưu tệp để gửi/ }).click();
      await expect(page.getByText(/Đã lưu “/)).toBeVisible();
      expect(readFileSync(again).length).toBeGreaterThan(30_000);
      const shown = JSON.parse(
        execFileSync(
          join(root, 'node_modules/.bin/node'),
          [join(root, 'electron/cli/main.ts'), 'verify', again, '--trust', file('commune.pem'), '--json'],
          { cwd: root, encoding: 'utf8' },
        ),
      ) as { report: { report: { reason: string; revision: number } } };
      expect(shown.report.report).toMatchObject({ revision: 2 });
      expect(shown.report.report.reason).toContain('Tỷ lệ trực tuyến chưa giải trình');
      // What comes back late, for the revision that was replaced, changes nothing of the new one.
      await drop(page, returned);
      await expect(page.getByText(/đã nhận từ trước/)).toBeVisible();
      await expect(line.getByRole('radio', { checked: true })).toContainText('đã ký, chờ trả lời');
    });
    await app.close();
  });
});
