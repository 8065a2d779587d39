import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { violations } from './support/axe.ts';
import { answer } from './support/calls.ts';
import { choosePeriod } from './support/office.ts';

// Every screen with its tabs, sections, forms and dialogs, as a person with a screen reader, a magnifier or no mouse meets
// it: judged by axe-core, and at 200 % zoom (WCAG 2.2, 1.4.4 and 1.4.10) for what would have to be looked for sideways.

test.use({ start: { today: '2024-07-05' } });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Nothing on the page says that it is still at work, and its letters are there. */
async function stands(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Goes through the list at the left of a screen: the ledgers of Ghi nhận khác, the sections of Cài đặt. */
async function everyEntry(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const entries = page.getByRole('main').getByRole('navigation').getByRole('button');
  await expect(entries.first()).toBeVisible();
  for (const entry of await entries.all()) {
    await entry.click();
    await stands(page);
    await look((await entry.textContent()) ?? '');
  }
}

test('every screen is judged by axe-core and finds no fault', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const look = async (place: string): Promise<void> => expect.soft(await violations(page), place).toEqual([]);

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('first start');
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await choosePeriod(page, 'Quý I năm 2024');

  for (const scheme of ['dark', 'light'] as const) {
    const { preferences } = await answer(app, 'app.state', {});
    await answer(app, 'app.setPreferences', { ...preferences, colourScheme: scheme });
    await page.reload();
    for (let screen = 1; screen <= 8; screen += 1) {
      await press(page, `Alt+${screen}`);
      await stands(page);
      await look(`screen ${screen}, ${scheme}`);
    }
  }

  await test.step('tabs, ledgers and their forms, sections', async () => {
    for (let tab = 1; tab <= 5; tab += 1) {
      await press(page, 'Alt+5', `Control+${tab}`);
      await stands(page);
      await look(`tab ${tab} of the objectives`);
    }
    await press(page, 'Alt+3');
    await everyEntry(page, async (ledger) => {
      await press(page, 'n');
      await expect(page.locator('form')).toBeVisible();
      await look(`a new entry of ${ledger}`);
      await press(page, 'Escape');
    });
    await press(page, 'Alt+8');
    await everyEntry(page, (section) => look(`settings, ${section}`));
  });

  await test.step('a dossier, its form, the palette, the records behind a figure', async () => {
    await press(page, 'Alt+2');
    await stands(page);
    await page.getByRole('grid').focus();
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('complementary').or(page.locator('section h2')).first()).toBeVisible();
    await look('a dossier');
    await press(page, 'e');
    await expect(page.locator('form')).toBeVisible();
    await look('its form');
    await press(page, 'Escape', 'Escape', 'Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('quy');
    await look('the palette');
    await press(page, 'Escape', 'Alt+1');
    await stands(page);
    await page.locator('[data-objective="2.3"]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('the records behind a figure');
  });
});

test('at 200 % nothing lies beside the window', async ({ app }) => {
  test.setTimeout(120_000);
  const { page, electron } = app;
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await choosePeriod(page, 'Quý I năm 2024');
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(2);
  });
  for (let screen = 1; screen <= 8; screen += 1) {
    await press(page, `Alt+${screen}`);
    await stands(page);
    const beside = await page.evaluate(() =>
      [document.documentElement, document.querySelector('main')].map((box) =>
        box === null ? 0 : box.scrollWidth - box.clientWidth,
      ),
    );
    expect.soft(beside, `screen ${screen}`).toEqual([0, 0]);
  }
});
