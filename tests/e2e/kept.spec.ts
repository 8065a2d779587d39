import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { answer } from './support/calls.ts';
import { foundOffice, goTo } from './support/office.ts';

// What is half typed waits for whoever typed it: behind a locked screen, and while somebody else works.

test.use({ start: { today: '2024-03-20' } });

const HEAD = 'Nguyễn Thị Ánh Nguyệt';
const CLERK = 'Lê Văn Bảo';

async function comeAs({ page }: RunningApp, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
}

/** Signs out by the palette. */
async function signOut({ page }: RunningApp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Tìm hồ sơ, màn hình, người, lệnh, kỳ…').fill('dang xuat');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: HEAD })).toBeVisible();
}

test('forms and dialogs keep what was typed while the screen is locked and while others work', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page } = app;
  const keys = page.keyboard;
  /** The clerk sits down in between. */
  const another = async (leave: () => Promise<void>) => {
    await leave();
    await comeAs(app, CLERK);
    await signOut(app);
    await comeAs(app, HEAD);
  };
  const lock = () => keys.press('Control+l');
  await foundOffice(app);
  const clerk = { login: 'bao', name: CLERK, role: 'clerk' as const };
  await answer(app, 'access.admit', { ...clerk, passphrase: TEST_PASSPHRASE });

  await test.step('a dialog: hidden while locked, and there again', async () => {
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
    await page.getByRole('button', { name: 'Thêm người…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thêm người mở được sổ' });
    const name = dialog.getByLabel('Họ và tên');
    await name.fill('Phạm Thị Đang Gõ');
    await dialog.getByLabel('Mật khẩu đầu').fill('chưa gõ xong');
    await lock();
    await expect(page.getByRole('radio', { name: HEAD })).toBeVisible();
    await expect(dialog).toBeHidden();
    await comeAs(app, HEAD);
    await expect(name).toHaveValue('Phạm Thị Đang Gõ');
    await expect(dialog).toBeVisible();

    await lock();
    await comeAs(app, CLERK);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
    await expect(dialog).toHaveCount(0);
    await signOut(app);
    await comeAs(app, HEAD);
    await expect(name).toHaveValue('Phạm Thị Đang Gõ');
    // A passphrase is kept nowhere.
    await expect(dialog.getByLabel('Mật khẩu đầu')).toHaveValue('');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Thêm người…' }).click();
    await expect(name).toHaveValue('');
    await keys.press('Escape');
  });

  await test.step('a field that is saved when it is left is saved', async () => {
    await page.getByRole('button', { name: 'Đơn vị', exact: true }).click();
    await page.getByLabel('Địa danh').fill('Phước An Mới');
    await another(lock);
    const { profile } = await answer(app, 'settings.get', {});
    expect(profile.unit.place).toBe('Phước An Mới');
  });

  await test.step('signing out by the palette keeps the commune’s own objectives', async () => {
    await goTo(page, 5, 'Mục tiêu & kế hoạch');
    await keys.press('e');
    const name = page.getByLabel('Tên bộ mục tiêu');
    await name.fill('Mục tiêu riêng đang gõ');
    await another(() => signOut(app));
    await expect(name).toHaveValue('Mục tiêu riêng đang gõ');
    await name.press('Escape');
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  });

  await test.step('the words of a report', async () => {
    await goTo(page, 6, /^Báo cáo/);
    const words = page.getByLabel('Số văn bản');
    await words.fill('05/BC-UBND');
    await another(lock);
    await expect(words).toHaveValue('05/BC-UBND');
  });

  await test.step('the form of a ledger', async () => {
    await goTo(page, 3, 'Ghi nhận khác');
    await keys.press('n');
    const field = page.locator('form input:not([type="hidden"]):not([readonly])').first();
    await field.fill('PA-dang-go');
    await another(lock);
    await expect(field).toHaveValue('PA-dang-go');
  });
});
