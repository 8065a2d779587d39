import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { answer, signReport } from './support/calls.ts';
import { goTo } from './support/office.ts';

// A report signed here gets its number, a stamp and the agency's signature by other programs, and comes back.

test.use({ start: { today: '2024-03-20' } });

const root = resolve(import.meta.dirname, '../..');
const PASSPHRASE = 'mật khẩu thử 1';

test('a report of this office with the signature of another tool counts once both are enrolled', async ({
  app,
}, info) => {
  test.setTimeout(300_000);
  const { page } = app;
  const folder = temporaryFolder();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await test.step('signed here, then stamped and signed again, and once covered', async () => {
    const { id } = await answer(app, 'keys.create', { name: 'Chủ tịch Phước An', passphrase: PASSPHRASE });
    await signReport(app, '2024-Q1', { keyId: id, passphrase: PASSPHRASE }, join(folder, 'bao-cao.pdf'));
    execFileSync(
      join(root, 'node_modules/.bin/node'),
      [join(root, 'tests/report/support/make-countersigned.ts'), folder, join(folder, 'bao-cao.pdf')],
      { cwd: root },
    );
  });
  await goTo(page, 7, 'Kiểm tra tệp');
  await app.chooseFiles(join(folder, 'ky-dong-dau.pdf'), join(folder, 'che-so-lieu.pdf'));
  await page.keyboard.press('Control+o');
  const details = (name: string) => page.getByRole('region', { name: `Kết quả kiểm tra “${name}”` });
  const shown = details('ky-dong-dau.pdf');
  const trust = async () => {
    await page.getByRole('checkbox', { name: /Tôi đã so dấu vân tay/ }).check();
    await page.getByRole('button', { name: 'Tin người ký', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };

  await test.step('what was added is listed with its signer', async () => {
    await expect(shown.getByText('Thêm vào sau khi ký báo cáo')).toBeVisible({ timeout: 60_000 });
    await expect(shown.getByText(/Chữ ký số thêm .*Ủy ban nhân dân xã Phước An/)).toBeVisible();
    await expect(shown.getByRole('heading', { name: 'Chưa đủ căn cứ' })).toBeVisible();
  });

  await test.step('the signer of the report alone is not enough', async () => {
    await shown.getByRole('button', { name: 'Tin người ký này…' }).click();
    await trust();
    await expect(shown.getByRole('heading', { name: 'Chưa đủ căn cứ' })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('with the agency enrolled it is valid', async () => {
    const add = shown.getByRole('button', { name: /^Tin người đã thêm: Ủy ban nhân dân xã Phước An/ });
    await expect(add).toBeVisible();
    await expect(shown.getByRole('button', { name: 'Tin người ký này…' })).toBeHidden();
    await page.screenshot({ path: info.outputPath('stranger.png') });
    await add.click();
    await expect(page.getByRole('dialog').getByText('Ủy ban nhân dân xã Phước An').first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('enrol.png') });
    await trust();
    await expect(shown.getByRole('heading', { name: 'Hợp lệ', exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await expect(shown.getByRole('button', { name: /^Tin người/ })).toHaveCount(0);
    await page.screenshot({ path: info.outputPath('valid.png') });
  });

  await test.step('the covered one stays invalid and says what hides what; it enrols nobody', async () => {
    await page.getByText('che-so-lieu.pdf').first().click();
    const covered = details('che-so-lieu.pdf');
    await expect(covered.getByRole('heading', { name: 'Không hợp lệ' })).toBeVisible();
    await expect(covered.getByText(/Phần thêm vào ở trang 1 che nội dung của báo cáo/)).toBeVisible();
    await expect(covered.getByRole('button', { name: /^Tin người/ })).toHaveCount(0);
    await page.screenshot({ path: info.outputPath('covered.png') });
  });
});
