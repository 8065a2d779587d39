import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readable } from '../access/support/scan.ts';
import { expect, launch, samples, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, importList } from './support/office.ts';

test('after a day in the window nothing of it lies readable in the data folder, nor in temporary files', async () => {
  test.setTimeout(240_000);
  const folder = temporaryFolder();
  const [dataDir, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
  mkdirSync(temporary);
  const app = await launch({
    dataDir,
    env: { TMPDIR: temporary, SQLITE_TMPDIR: temporary },
  });
  const { page } = app;
  await foundOffice(app);
  await importList(app, join(samples, 'phuoc-an-2024-q1.xlsx'));

  // Names, ID numbers and codes as the program itself gives them.
  const secrets = await page.evaluate(async () => {
    const answer = async (channel: string, input: unknown): Promise<unknown> => {
      const result = await window.scl?.call(channel as 'dossiers.find', input as never);
      return (result as { ok: boolean; value: unknown }).value;
    };
    const found = (await answer('dossiers.find', { query: '2401', limit: 20 })) as {
      id: number;
    }[];
    const whole = await Promise.all(found.map(({ id }) => answer('dossiers.unmask', { id })));
    return (whole as { dossier: { record: Record<string, string | null> } }[]).flatMap(
      ({ dossier: { record } }) => [record.code, record.applicantName, record.personId],
    );
  });
  const texts = secrets.filter((text) => typeof text === 'string').filter(({ length }) => length >= 8);
  expect(texts.length).toBeGreaterThan(20);

  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(texts[0] ?? '');
  await page.waitForTimeout(800);
  await page.keyboard.press('Escape');
  await goTo(page, 6, 'Báo cáo');
  await page.waitForTimeout(1500);
  expect(readable(dataDir, texts), 'while it runs').toEqual([]);
  await app.close();
  expect(readable(dataDir, texts), 'after it was closed').toEqual([]);
  expect(readable(temporary, texts), 'in temporary files').toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
