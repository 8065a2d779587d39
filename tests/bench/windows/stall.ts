// node tests/bench/windows/stall.ts DATA-DIR LIST ROWS, as the ordinary user under a display (see ../subjects/stall.ts).
// Imports a list by the window's own keys and prints the longest time in which the page (and the main process) did
// not get to run, while idle, during the preview and during the import.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../../e2e/support/app.ts';
import { layOpenBook } from './open-book.ts';

const [dataDir = '', list = '', rows = '0'] = process.argv.slice(2);
const work = mkdtempSync(join(process.env.SCL_TEST_OUTPUT ?? tmpdir(), 'stall-'));
const data = join(work, 'data');
layOpenBook(dataDir, data);
const { electron, page, chooseFiles, close } = await launch({
  dataDir: data,
  today: '2025-12-31',
  args: ['--disable-gpu'],
});

/** Begins to watch for gaps between turns of the event loop, in the page and in the main process. */
async function watch(): Promise<void> {
  const begin = () => {
    const gaps = { longest: 0, last: performance.now(), timer: setInterval(() => {}, 1e6) };
    clearInterval(gaps.timer);
    gaps.timer = setInterval(() => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
    }, 4);
    (globalThis as unknown as { benchGaps: typeof gaps }).benchGaps = gaps;
  };
  await page.evaluate(begin);
  await electron.evaluate(begin);
}

/** Ends it and gives the longest gaps in milliseconds. */
async function longest(): Promise<{ page: number; main: number }> {
  const end = () => {
    const gaps = (globalThis as unknown as { benchGaps: { longest: number; timer: number } }).benchGaps;
    clearInterval(gaps.timer);
    return gaps.longest;
  };
  return { page: await page.evaluate(end), main: await electron.evaluate(end) };
}

await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
await chooseFiles(list);
await page.keyboard.press('4');
await page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' }).waitFor({ timeout: 60_000 });
await page.keyboard.press('Control+o');
await page.getByRole('button', { name: /^Xem trước/ }).waitFor({ timeout: 60_000 });
await wait(2000);

await watch();
await wait(6000);
const idle = await longest();

await watch();
await page.keyboard.press('Control+Enter');
await page
  .getByText(/^đọc .*= mới/)
  .first()
  .waitFor({ timeout: 180_000 });
const preview = await longest();

await watch();
await page.keyboard.press('Control+Enter');
await page.getByText('Đã nhập “').waitFor({ timeout: 180_000 });
const commit = await longest();
await close();
rmSync(work, { recursive: true, force: true });
process.stdout.write(`bench-result ${JSON.stringify({ rows: Number(rows), idle, preview, commit })}\n`);
