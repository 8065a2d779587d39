import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, samples, test } from './support/app.ts';
import { foundOffice, goTo, previewList } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

test('the screen is locked by a key, keeps what was being typed, and wrong passphrases wait', async ({
  app,
}) => {
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  const name = page.getByLabel('Người nộp');
  await name.fill('Nguyễn Văn Đang Gõ');
  await page.keyboard.press('Control+l');
  const passphrase = page.getByLabel('Mật khẩu', { exact: true });
  await expect(passphrase).toBeFocused();
  await expect(name).toBeHidden();
  await expect(page.getByText('UBND xã Phước An')).toBeHidden();
  // Whatever the page asks, the program says nothing.
  const answer = await page.evaluate(() => window.scl?.call('dossiers.index', { filter: {} }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  for (let time = 0; time < 3; time += 1) {
    await passphrase.fill(`sai lần ${time} rồi`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Mật khẩu chưa đúng/)).toBeVisible();
    await expect(passphrase).toHaveValue('');
  }
  await passphrase.fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Sai mật khẩu nhiều lần liền\. Đợi \d+ giây/)).toBeVisible();
  // As long as it was said.
  await page.waitForTimeout(6000);
  await passphrase.fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(name).toBeVisible({ timeout: 60_000 });
  await expect(name).toHaveValue('Nguyễn Văn Đang Gõ');
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Nhật ký', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Mọi việc đã làm' }).getByText('3 lần')).toBeVisible();
  if (process.env.SCL_LOOK) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.screenshot({ path: '/tmp/look/s2-people-log.png' });
    await page.getByRole('button', { name: 'Giao diện', exact: true }).click();
    await page.screenshot({ path: '/tmp/look/s2-people-look.png' });
    await page.keyboard.press('Control+l');
    await expect(passphrase).toBeFocused();
    await page.screenshot({ path: '/tmp/look/s2-people-locked.png' });
  }
});

/** Lets a clerk in, as whoever looks after people does. */
async function admit(page: Page, login: string, name: string): Promise<void> {
  const answer = await page.evaluate(
    (person) => window.scl?.call('access.admit', { ...person, role: 'clerk' }),
    { login, name, passphrase: TEST_PASSPHRASE },
  );
  expect(answer).toMatchObject({ ok: true });
}

/** Takes the place of whoever locked the screen. */
async function comeAs(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
}

test('what is being typed waits while others work, and an import goes on', async ({ app }) => {
  const { page } = app;
  await foundOffice(app);
  await admit(page, 'bao', 'Lê Văn Bảo');
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  const name = page.getByLabel('Người nộp');
  await name.fill('Nguyễn Văn Đang Gõ');
  await page.keyboard.press('Control+l');
  await comeAs(page, 'Lê Văn Bảo');
  // Another person begins at the beginning and finds nothing of it.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await goTo(page, 2, 'Hồ sơ');
  await expect(name).toBeHidden();
  await page.keyboard.press('n');
  await expect(name).toHaveValue('');
  await name.fill('Trần Thị Của Bảo');
  await page.keyboard.press('Control+l');
  await comeAs(page, 'Nguyễn Thị Ánh Nguyệt');
  await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ' })).toBeVisible();
  await expect(name).toHaveValue('Nguyễn Văn Đang Gõ');

  await previewList(app, join(samples, 'phuoc-an-2024-q1.xlsx'));
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+l');
  await comeAs(page, 'Lê Văn Bảo');
  await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ' })).toBeVisible();
  await expect(name).toHaveValue('Trần Thị Của Bảo');
  await page.keyboard.press('Control+l');
  await comeAs(page, 'Nguyễn Thị Ánh Nguyệt');
  await expect(page.getByText(/^✓? ?Đã nhập “/)).toBeVisible();
});

test('rights are given by keyboard and hold at once', async ({ app }) => {
  const { page } = app;
  await foundOffice(app);
  await admit(page, 'bao', 'Lê Văn Bảo');
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
  const box = (right: string, person: string) => page.getByRole('checkbox', { name: `${right}: ${person}` });
  await box('Đổi cài đặt của đơn vị', 'Nguyễn Thị Ánh Nguyệt').focus();
  await page.keyboard.press('ArrowRight');
  await expect(box('Đổi cài đặt của đơn vị', 'Lê Văn Bảo')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('Lê Văn Bảo được thêm quyền: Đổi cài đặt của đơn vị.')).toBeVisible();
  await expect(box('Đổi cài đặt của đơn vị', 'Lê Văn Bảo')).toBeChecked();
  // Nobody takes from the last one what makes people manageable.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Phải còn ít nhất một người/)).toBeVisible();
  await expect(box('Quản lý người dùng và quyền', 'Nguyễn Thị Ánh Nguyệt')).toBeChecked();

  await page.getByRole('button', { name: 'Sửa… Lê Văn Bảo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Lê Văn Bảo Em');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã sửa Lê Văn Bảo Em.')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('button', { name: 'Sửa… Lê Văn Bảo', exact: true })).toBeVisible();

  await page.keyboard.press('Control+l');
  await comeAs(page, 'Lê Văn Bảo');
  const settings = await page.evaluate(() => window.scl?.call('settings.get', {}));
  if (settings?.ok !== true) throw new Error('settings');
  const save = (input: typeof settings.value) =>
    page.evaluate((each) => window.scl?.call('settings.save', each), input);
  expect(await save({ ...settings.value, reportDueDays: 7 })).toMatchObject({ ok: true });
  expect(await page.evaluate(() => window.scl?.call('access.dismiss', { login: 'nguyet' }))).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
});

test('nobody there for the minutes set: the screen locks; typing keeps it open', async ({ app }) => {
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('n');
  const name = page.getByLabel('Người nộp');
  await name.focus();
  await page.clock.install();
  // Ten minutes are set; whoever types every nine is there.
  for (const letter of 'ba') {
    await page.clock.runFor('09:00');
    await page.keyboard.press(letter);
  }
  await page.clock.runFor('09:00');
  await expect(name).toHaveValue('ba');
  await expect(name).toBeVisible();
  await page.clock.runFor('02:00');
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toBeVisible();
  await expect(name).toBeHidden();
});
