import type { CDPSession, Page } from '@playwright/test';
import { expect, type RunningApp, test } from './support/app.ts';
import { answer } from './support/calls.ts';
import { goTo } from './support/office.ts';

test.use({ start: { today: '2024-03-20' } });

// How much slower the page is made than this machine: an old office PC under load.
const SLOWER = 20;

/** Presses a key and types at once, without waiting for what the key opens: all lies in the queue before it is seen. */
async function burst(page: Page, key: string, modifiers: number, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const code = key === '/' ? 'Slash' : `Key${key.toUpperCase()}`;
  const windowsVirtualKeyCode = key === '/' ? 191 : key.toUpperCase().charCodeAt(0);
  const named = { key, code, windowsVirtualKeyCode, modifiers };
  const events: Parameters<CDPSession['send']>[1][] = [
    { ...named, type: modifiers === 0 ? 'keyDown' : 'rawKeyDown', ...(modifiers === 0 ? { text: key } : {}) },
    { ...named, type: 'keyUp' },
    ...[...text].flatMap((letter) => [
      { type: 'keyDown', text: letter, ...nameOf(letter) },
      { type: 'keyUp', ...nameOf(letter) },
    ]),
  ];
  await Promise.all(events.map((event) => session.send('Input.dispatchKeyEvent', event as never)));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
}

/** Of a typed letter; a carriage return is the Enter key. */
function nameOf(letter: string) {
  return letter === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key: letter };
}

/** Lets the data service stand still, as behind a slow disk, while something is done in the window. */
async function whileStandingStill({ electron }: RunningApp, work: () => Promise<void>): Promise<void> {
  const pid = await electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name?.startsWith('so-chat-luong'))?.pid,
  );
  if (pid === undefined) throw new Error('no service');
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** Holds a key down: its first press, and the repeats that the system sends. */
async function hold(page: Page, key: string): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.down(key);
    await page.waitForTimeout(40);
  }
  await page.keyboard.up(key);
}

test('what is typed right after a shortcut reaches the field it opens, however slow the machine', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const palette = page.getByRole('textbox', { name: /Tìm hồ sơ, màn hình/ });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });

  await test.step('Ctrl+K, before and after it was ever opened', async () => {
    for (const words of ['niem yet', 'nhap tu excel']) {
      await burst(page, 'k', 2, words);
      await expect(palette).toBeFocused();
      await expect(palette).toHaveValue(words);
      await page.keyboard.press('Escape');
      await expect(palette).toBeHidden();
    }
  });

  await test.step('the keyboard comes back to where it was', async () => {
    await page.locator('[data-objective="2.3"]').focus();
    await burst(page, 'k', 2, 'ho so');
    await expect(palette).toHaveValue('ho so');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-objective="2.3"]')).toBeFocused();
  });

  await test.step('Enter too', async () => {
    await burst(page, 'k', 2, 'nhap tu excel\r');
    await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
  });

  await test.step('/ and N of a list', async () => {
    await goTo(page, 2, 'Hồ sơ');
    await expect(page.getByRole('grid', { name: 'Danh sách hồ sơ' })).toBeFocused();
    await burst(page, '/', 0, 'khai sinh');
    await expect(page.getByRole('searchbox').or(page.getByLabel('Tìm hồ sơ')).first()).toHaveValue(
      'khai sinh',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Danh sách hồ sơ' }).focus();
    await burst(page, 'n', 0, 'xyz');
    // The number is proposed; the typing goes on behind it.
    await expect(page.locator('form input[name="procedureName"]')).toHaveValue('xyz');
    await expect(page.locator('form input[name="code"]')).toHaveValue(/240320-\d{4}$/);
  });

  const keys = page.keyboard;
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  const grid = page.getByRole('grid', { name: 'Danh sách hồ sơ' });
  const kept = async (search: string) =>
    (await answer(app, 'dossiers.index', { filter: { search } })).ids.length;

  await test.step('what is typed while a dossier is being saved is the next one; the save is done once', async () => {
    await field('procedureName').fill('Chứng thực thử');
    await field('applicantName').fill('Trần Thị Bấm Vội');
    await whileStandingStill(app, async () => {
      for (let press = 0; press < 3; press += 1) await keys.press('Control+Enter');
      await keys.type('Cap ban sao');
      await keys.press('Enter');
      await keys.type('Le Van Sau');
    });
    await expect(field('applicantName')).toHaveValue('Le Van Sau');
    await expect(field('procedureName')).toHaveValue('Cap ban sao');
    expect(await kept('Trần Thị Bấm Vội')).toBe(1);
  });

  await test.step('what was typed while a save was refused goes nowhere', async () => {
    const code = await field('code').inputValue();
    await field('code').fill(code.replace(/\d{4}$/, (n) => String(Number(n) - 1).padStart(4, '0')));
    await field('applicantName').focus();
    await whileStandingStill(app, async () => {
      await keys.press('Control+Enter');
      await keys.type('xyz');
    });
    await expect(field('code')).toBeFocused();
    await expect(field('code')).not.toHaveValue(/xyz/);
    await expect(field('applicantName')).toHaveValue('Le Van Sau');
  });

  await test.step('N on the list while the form stands goes to the form', async () => {
    await field('code').fill(`${await field('code').inputValue()}9`);
    await grid.focus();
    await keys.press('n');
    await expect(field('personId')).toBeFocused();
    await keys.press('Control+s');
    await expect(page.locator('form')).toBeHidden();
    await expect(grid).toBeFocused();
  });

  await test.step('a key pressed while an edit is being saved is one of the list that follows', async () => {
    await keys.press('e');
    await expect(field('applicantName')).toHaveValue('Le Van Sau');
    await field('applicantName').fill('Le Van Sau Sua');
    await whileStandingStill(app, async () => {
      await keys.press('Control+s');
      await keys.press('e');
    });
    await expect.poll(() => kept('Le Van Sau Sua')).toBe(1);
    await expect(field('code')).toBeFocused();
    await keys.press('Escape');
    await expect(page.locator('form')).toBeHidden();
    await expect(grid).toBeFocused();
  });

  await test.step('Delete pressed twice, or held, deletes what stood there and brings nothing back', async () => {
    const all = await kept('');
    for (const deletes of [
      () => keys.press('Delete').then(() => keys.press('Delete')),
      () => hold(page, 'Delete'),
    ]) {
      const before = await kept('');
      await deletes();
      await expect(page.getByText(/^Đã xóa hồ sơ/)).toBeVisible();
      await expect(page.getByText(/^Đã khôi phục/)).toBeHidden();
      await expect.poll(() => kept('')).toBe(before - 1);
      // Until the list shows it, a further press was meant for what stood there.
      const shown = `${(before - 1).toLocaleString('vi-VN')} hồ sơ`;
      await expect(page.getByText(shown, { exact: true })).toBeVisible();
    }
    await keys.press('Control+z');
    await expect.poll(() => kept('')).toBe(all - 1);
  });

  await test.step('Ctrl+Z takes the latest deed back, also when an older one has its message', async () => {
    await page.keyboard.press('Delete');
    await expect(page.getByText(/^Đã xóa hồ sơ/)).toBeVisible();
    await keys.press('n');
    await field('procedureName').fill('Chứng thực thử');
    await field('applicantName').fill('Người Ghi Sau Cùng');
    await keys.press('Control+s');
    await expect(page.locator('form')).toBeHidden();
    expect(await kept('Người Ghi Sau Cùng')).toBe(1);
    await keys.press('Control+z');
    await expect.poll(() => kept('Người Ghi Sau Cùng')).toBe(0);
  });

  await test.step('behind a dialog no key acts, wherever the keyboard is; a held key writes nothing', async () => {
    const before = await kept('');
    await grid.focus();
    await keys.press('x');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keys.press('Delete');
    await keys.press('n');
    await expect(page.locator('form [name="code"]')).toBeHidden();
    expect(await kept('')).toBe(before);
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await grid.focus();
    await keys.press('Home');
    await hold(page, 'e');
    await expect(field('code')).not.toHaveValue(/e/);
    await hold(page, 'F1');
    await expect(page.getByRole('dialog', { name: 'Trợ giúp' })).toBeVisible();
  });
});
