import { expect, test } from './support/app.ts';
import { foundOffice, goTo, importList } from './support/office.ts';
test.use({ start: { today: '2024-09-20' } });
test('10,000 entries', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const keys = page.keyboard;
  await page.setViewportSize({ width: 1366, height: 768 }).catch(() => {});
  await foundOffice(app);
  await importList(app, '/tmp/petitions-10000.csv');
  await page.evaluate(() => {
    const w = window as never as { longest: number[] };
    w.longest = [];
    new PerformanceObserver((list) => { for (const e of list.getEntries()) w.longest.push(Math.round(e.duration)); }).observe({ type: 'longtask', buffered: false });
  });
  const took = async (name: string, deed: () => Promise<unknown>) => {
    await page.evaluate(() => { (window as never as { longest: number[] }).longest = []; });
    const t = performance.now();
    await deed();
    const ms = Math.round(performance.now() - t);
    await page.waitForTimeout(400);
    console.log(name, ms, 'ms; long tasks', await page.evaluate(() => (window as never as { longest: number[] }).longest.join(',')));
  };
  await took('open', async () => { await goTo(page, 3, 'Ghi nhận khác'); await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible(); });
  const grid = page.getByRole('grid').first();
  await grid.focus();
  await took('pagedown x20', async () => { for (let n = 0; n < 20; n += 1) await keys.press('PageDown'); });
  await took('end', async () => { await keys.press('End'); await expect(page.getByText('PA-00001').or(page.getByText('PA-09996')).first()).toBeVisible().catch(() => {}); });
  await page.screenshot({ path: '/tmp/zz-many-end.png' });
  await took('home', () => keys.press('Home'));
  for (const head of await grid.getByRole('columnheader').all()) {
    const name = await head.textContent();
    await took(`sort ${name}`, async () => { await head.click(); });
  }
  await took('search', async () => { await keys.press('/'); await keys.type('9999', { delay: 30 }); await expect(page.getByText('PA-09999').first()).toBeVisible(); });
  await page.screenshot({ path: '/tmp/zz-many.png' });
  await keys.press('Escape');
  await took('overview', async () => { await goTo(page, 1, /năm 2024/); });
  await page.screenshot({ path: '/tmp/zz-many-overview.png' });
});
