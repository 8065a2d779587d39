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

/** Whether something on the page has the keyboard; a place that was closed gives it on within a few frames. */
async function hasKeyboard(page: Page): Promise<boolean> {
  const found = page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 2000 });
  return found.then(
    () => true,
    () => false,
  );
}

/**
 * Where the person's own few colours are forced on the page: what is chosen and looks like its neighbours, by the text of
 * each; grounds of ours are gone there.
 */
function chosenUnmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const chosen = '[aria-current="true"],[aria-current="page"],[aria-selected="true"],[aria-checked="true"]';
    return [...document.querySelectorAll<HTMLElement>(chosen)].flatMap((one) => {
      const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(one);
      const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      const ground = one.parentElement === null ? '' : getComputedStyle(one.parentElement).backgroundColor;
      const shown = one.checkVisibility() && !(one instanceof HTMLInputElement);
      return ringed || !shown || backgroundColor !== ground ? [] : [one.textContent?.slice(0, 40) ?? ''];
    });
  });
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
  const look = async (place: string): Promise<void> => {
    expect.soft(await violations(page), place).toEqual([]);
    expect.soft(await hasKeyboard(page), `${place}: nothing has the keyboard`).toBe(true);
  };

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
    await press(page, 'Escape', 'l');
    await expect(page.getByRole('gridcell', { name: /05\/07\/2024/ })).toBeFocused();
    await look('the calendar of due days');
    await press(page, 'Escape', 'Alt+1');
    await stands(page);
    await page.locator('[data-objective="2.3"]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('the records behind a figure');
    await press(page, 'Escape');
  });

  await test.step('dialogs give the keyboard back', async () => {
    const dialog = page.getByRole('dialog');
    const places = [
      ['Alt+1', 'Control+p'],
      ['Alt+2', 'x'],
      ['Alt+5', 'Control+2', 'p'],
      ['Control+4', 't'],
      ['Alt+6', 'Control+m'],
      ['Alt+7', 'Control+2', 'd'],
      ['F1'],
    ];
    for (const keys of places) {
      for (const key of keys) {
        await press(page, key);
        await stands(page);
      }
      await expect(dialog).toBeVisible();
      await press(page, 'Escape');
      await expect(dialog).toBeHidden();
      expect.soft(await hasKeyboard(page), `after ${keys.join(' ')}`).toBe(true);
    }
  });

  await test.step('with forced colours what is chosen is still told apart', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    for (let screen = 1; screen <= 8; screen += 1) {
      await press(page, `Alt+${screen}`);
      await stands(page);
      expect.soft(await chosenUnmarked(page), `screen ${screen}`).toEqual([]);
    }
  });
});

test('at 200 % nothing lies beside the window', async ({ app }) => {
  test.setTimeout(240_000);
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
