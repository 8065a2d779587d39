import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, temporaryFolder, test } from './support/app.ts';
import { answer, call } from './support/calls.ts';
import { goTo } from './support/office.ts';

// Updates themselves are tried on the packaged program (packaged.spec.ts), which no test can drive by its window: the
// fuse for that is off. Here: what Cài đặt says where the program runs from its sources.

test('Cài đặt → Cập nhật tells the version, how it was installed, and why no file is taken here', async ({
  app,
}) => {
  const { page } = app;
  await answer(app, 'app.openSample', {});
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await goTo(page, 8, 'Cài đặt');
  await page.getByText('Cập nhật', { exact: true }).click();
  await expect(page.getByText('Windows 10 trở lên, 64 bit')).toBeVisible();
  await expect(page.getByText('chạy từ mã nguồn', { exact: true })).toBeVisible();
  await expect(page.getByText('nên không nhận tệp cập nhật')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chọn tệp cập nhật…' })).toHaveCount(0);

  // Also when a page asks for it all the same.
  const file = join(temporaryFolder(), 'new.scl-update');
  writeFileSync(file, 'x');
  await app.chooseFiles(file);
  expect(await call(app, 'updates.choose', {})).toMatchObject({
    ok: false,
    error: { code: 'UPDATE_NOT_HERE', params: { reason: 'source' } },
  });
});
