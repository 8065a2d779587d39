import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, temporaryFolder, test } from './support/app.ts';
import { answer, call } from './support/calls.ts';
import { foundOffice, goTo } from './support/office.ts';

// ID numbers of citizens are hidden from everybody; who may see them asks for one record or one workbook, and the log knows.

test.use({ start: { today: '2024-07-05' } });

const NUMBER = '031947582206';
const MASKED = '••••••••2206';
const CODE = '000.00.40.H19-240704-0001';

test('ID numbers are hidden until whoever may see them asks, and the log knows', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const keys = page.keyboard;
  const folder = temporaryFolder();
  const field = (name: string) => page.locator(`input[name="${name}"]`);
  const body = page.locator('body');
  await foundOffice(app);
  await answer(app, 'access.admit', {
    login: 'canbo',
    name: 'Lê Cán Bộ',
    role: 'clerk',
    passphrase: TEST_PASSPHRASE,
  });

  await test.step('what is typed is seen while it is typed, and repeated for the next dossier', async () => {
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('n');
    await field('code').fill(CODE);
    await field('procedureName').fill('Đăng ký khai sinh');
    await keys.press('Tab');
    await field('applicantName').fill('Trần Thị Bé Ba');
    await field('personId').fill(NUMBER);
    await keys.press('Control+Enter');
    await expect(page.getByText(`Đã lưu hồ sơ ${CODE}`)).toBeVisible();
    await field('personId').focus();
    await keys.press('F4');
    await expect(field('personId')).toHaveValue(NUMBER);
    await field('personId').fill('');
    await keys.press('Escape');
  });

  await test.step('the pane hides it, shows it by one key, and hides it when it is left', async () => {
    await keys.press('Home');
    await keys.press('Enter');
    await expect(page.getByText(MASKED)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Hiện số' })).toBeVisible();
    // SHOT pane-hidden
    await keys.press('Control+h');
    await expect(page.getByText(NUMBER)).toBeVisible();
    // SHOT pane-shown
    await keys.press('Control+h');
    await expect(page.getByText(NUMBER)).toBeHidden();
    await keys.press('Control+h');
    await expect(page.getByText(NUMBER)).toBeVisible();
    await keys.press('Escape');
    await keys.press('Enter');
    await expect(page.getByText(MASKED)).toBeVisible();
    await expect(body).not.toContainText(NUMBER);
  });

  await test.step('the form keeps a number that is left as it is, and refuses one that is half hidden', async () => {
    await keys.press('e');
    await expect(field('personId')).toHaveValue(MASKED);
    await expect(page.getByText('Để nguyên là giữ số đã ghi.')).toBeVisible();
    // SHOT form-hidden
    await field('personId').focus();
    await keys.press('Control+h');
    await expect(page.getByText(NUMBER)).toBeVisible();
    await expect(field('personId')).toHaveValue(MASKED);
    // SHOT form-shown
    await field('personId').fill(`${MASKED}1`);
    await keys.press('Control+s');
    await expect(page.getByText('Số còn bị che. Hãy gõ lại cả số, hoặc để đúng như cũ')).toBeVisible();
    // SHOT form-refused
    await field('personId').fill(MASKED);
    await field('applicantName').fill('Trần Thị Bé Tư');
    await keys.press('Control+s');
    await expect(page.getByText('Trần Thị Bé Tư').first()).toBeVisible();
    const { dossier } = await answer(app, 'dossiers.unmask', { id: 1 });
    expect(dossier.record).toMatchObject({ personId: NUMBER, applicantName: 'Trần Thị Bé Tư' });
    await keys.press('Escape');
  });

  await test.step('a workbook holds the numbers only for a reason', async () => {
    await app.chooseTarget(join(folder, 'che.xlsx'));
    await keys.press('x');
    const dialog = page.getByRole('dialog', { name: 'Xuất hồ sơ ra Excel' });
    await expect(dialog.getByLabel('Che, chỉ để lại bốn số cuối')).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByText(/^Đã xuất 1 hồ sơ vào che\.xlsx/)).toBeVisible();
    // The numbers go into a file only when the person also says so to the program itself.
    const declined = await app.answerQuestions(1);
    await app.chooseTarget(join(folder, 'khong.xlsx'));
    await keys.press('x');
    await expect(dialog.getByLabel('Che, chỉ để lại bốn số cuối')).toBeFocused();
    await keys.press('ArrowDown');
    await keys.press('Tab');
    await keys.type('Thử');
    await keys.press('Control+Enter');
    await expect.poll(declined).toBe(1);
    await expect(dialog).toBeHidden();
    expect(existsSync(join(folder, 'khong.xlsx'))).toBe(false);
    const asked = await app.answerQuestions(0);
    await app.chooseTarget(join(folder, 'du.xlsx'));
    await keys.press('x');
    await expect(dialog.getByLabel('Che, chỉ để lại bốn số cuối')).toBeFocused();
    await keys.press('ArrowDown');
    await expect(dialog.getByLabel('Ghi đủ số')).toBeChecked();
    await expect(dialog.getByRole('button', { name: 'Chọn nơi lưu' })).toBeDisabled();
    await keys.press('Tab');
    await keys.type('Đối chiếu với Sở Tư pháp');
    // SHOT export
    await keys.press('Control+Enter');
    await expect(page.getByText(/^Đã xuất 1 hồ sơ vào du\.xlsx/)).toBeVisible();
    expect(await asked()).toBe(1);
    const filter = { login: null, kinds: ['numbers-exported' as const], from: null, to: null };
    const { ids } = await answer(app, 'log.index', { filter });
    const lines = await answer(app, 'log.rows', { ids: [...ids] });
    expect(lines).toMatchObject([{ file: 'du.xlsx', records: 1, reason: 'Đối chiếu với Sở Tư pháp' }]);
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Nhật ký', exact: true }).click();
    const log = page.getByRole('grid', { name: 'Mọi việc đã làm' });
    await expect(log.getByText('Xem số giấy tờ').first()).toBeVisible();
    await expect(log.getByText('Xuất kèm số giấy tờ')).toBeVisible();
    // SHOT log
  });

  await test.step('a clerk sees neither the numbers nor the way to them', async () => {
    await page.evaluate(() => window.scl?.call('app.signOut', {}));
    await page.evaluate(
      (passphrase) => window.scl?.call('app.signIn', { login: 'canbo', passphrase }),
      TEST_PASSPHRASE,
    );
    await page.reload();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await goTo(page, 2, 'Hồ sơ');
    await keys.press('Home');
    await keys.press('Enter');
    await expect(page.getByText(MASKED)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Hiện số' })).toBeHidden();
    await keys.press('Control+h');
    await keys.press('e');
    await expect(field('personId')).toHaveValue(MASKED);
    // SHOT clerk
    await keys.press('Escape');
    expect(await call(app, 'dossiers.unmask', { id: 1 })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    const found = async (query: string) => (await answer(app, 'dossiers.find', { query, limit: 5 })).length;
    expect([await found('0319'), await found('5822'), await found(NUMBER)]).toEqual([0, 0, 1]);
    // Asking for a whole number is told in the log.
    const filter = { login: 'canbo', kinds: ['number-searched' as const], from: null, to: null };
    const { ids } = await answer(app, 'log.index', { filter });
    expect(await answer(app, 'log.rows', { ids: [...ids] })).toMatchObject([{ records: 1 }]);
    await expect(body).not.toContainText(NUMBER);
  });
  rmSync(folder, { recursive: true, force: true });
});
