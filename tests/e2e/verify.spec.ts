import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

const root = resolve(import.meta.dirname, '../..');

test('a countersigned report, a covered one and a broken download', async ({ app }, info) => {
  test.setTimeout(240_000);
  const { page } = app;
  const folder = temporaryFolder();
  execFileSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'tests/report/support/make-countersigned.ts'), folder],
    { cwd: root },
  );
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 7, 'Kiểm tra tệp');
  const names = ['ky-dong-dau.pdf', 'che-so-lieu.pdf', 'tai-do.pdf'];
  await app.chooseFiles(...names.map((name) => join(folder, name)));
  await page.keyboard.press('Control+o');
  const details = (name: string) => page.getByRole('region', { name: `Kết quả kiểm tra “${name}”` });

  await test.step('what was added is named with its signer; nobody is enrolled yet', async () => {
    const shown = details('ky-dong-dau.pdf');
    await expect(shown.getByText('Thêm vào sau khi ký báo cáo')).toBeVisible({ timeout: 60_000 });
    await expect(
      shown.getByText(
        /Dấu, số hoặc ngày đóng thêm \(trang 1\): được bảo đảm bằng chữ ký của Ủy ban nhân dân xã Phước An/,
      ),
    ).toBeVisible();
    await expect(shown.getByText(/Chữ ký số thêm .*ký lúc 18\/03\/2024 09:00/)).toBeVisible();
    await expect(shown.getByRole('heading', { name: 'Chưa đủ căn cứ' })).toBeVisible();
    await page.screenshot({ path: info.outputPath('countersigned.png') });
  });

  await test.step('what hides the figures makes it invalid', async () => {
    await page.keyboard.press('ArrowDown');
    const shown = details('che-so-lieu.pdf');
    await expect(shown.getByText(/Phần thêm vào ở trang 1 che nội dung của báo cáo/)).toBeVisible();
    await expect(shown.getByRole('heading', { name: 'Không hợp lệ' })).toBeVisible();
    await page.screenshot({ path: info.outputPath('covered.png') });
  });

  await test.step('a broken download says what happened and what to ask for', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(details('tai-do.pdf').getByText(/bị cắt cụt.*xin gửi lại/)).toBeVisible();
    await page.screenshot({ path: info.outputPath('truncated.png') });
  });
});
