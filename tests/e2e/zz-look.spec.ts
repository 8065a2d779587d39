import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { choosePeriod } from './support/office.ts';
const OUT = '/tmp/zz-look';
test.use({ start: { today: '2024-07-05' } });
async function sections(page: Page, name: string, out: string[]) {
  await page.keyboard.press('Alt+8');
  await page.waitForTimeout(300);
  const list = page.locator('#main nav button, #main [role="tablist"] [role="tab"], #main aside button');
  const n = await list.count();
  for (let i = 0; i < n; i += 1) {
    await list.nth(i).click();
    await page.waitForTimeout(350);
    await page.screenshot({ path: `${OUT}/${name}-${String(i).padStart(2, '0')}.png` });
    const wide = await page.evaluate(() => [...document.querySelectorAll('#main *')].filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed'; }).slice(0, 3).map((e) => `${e.tagName}.${e.className}`.slice(0, 80)));
    const cut = await page.evaluate(() => [...document.querySelectorAll('#main button, #main label, #main h2, #main h3, #main td, #main p')].filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== 'visible' && !(e as HTMLElement).title).slice(0, 5).map((e) => (e.textContent ?? '').slice(0, 60)));
    out.push(`${name} ${i} ${(await list.nth(i).textContent()) ?? ''} wide=${JSON.stringify(wide)} cut=${JSON.stringify(cut)}`);
  }
}
test('settings in every look', async ({ app }) => {
  test.setTimeout(300_000);
  const { page, electron } = app;
  const out: string[] = [];
  await page.setViewportSize({ width: 1366, height: 768 }).catch(() => {});
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await choosePeriod(page, 'Quý I năm 2024');
  await sections(page, 'light', out);
  await page.emulateMedia({ colorScheme: 'dark' });
  await sections(page, 'dark', out);
  await page.evaluate(() => { localStorage.setItem('scl.language', 'en'); });
  await page.evaluate(() => (window as never as { scl: { call(c: string, i: unknown): Promise<unknown> } }).scl.call('app.setPreferences', { language: 'en' })).catch((e) => out.push(String(e)));
  await page.reload();
  await page.waitForTimeout(2500);
  await page.emulateMedia({ colorScheme: 'light' });
  await sections(page, 'en', out);
  await electron.evaluate(({ BrowserWindow }) => { for (const w of BrowserWindow.getAllWindows()) w.webContents.setZoomFactor(2); });
  await sections(page, 'zoom', out);
  console.log(out.join('\n'));
  expect(out.length).toBeGreaterThan(10);
});
