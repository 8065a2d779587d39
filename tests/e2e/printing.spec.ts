import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, launch, type RunningApp, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, goTo } from './support/office.ts';
import { DOTS_PER_MM, inkBox, meanDifference, pictureOf, rules, turnedLeft } from './support/page-picture.ts';
import { type PrintService, startPrintService } from './support/print-queue.ts';

// Papers on a real print queue: CUPS, whose printer is a file. What it got is drawn by Poppler and compared with the
// paper itself. One app and one print service serve all tests, in this order.

const DESK = 'Máy in Một cửa';
const ROOM = 'Máy in văn phòng';
/** How far a mark may be from its place: drawings by Poppler alone differ by three dots, half a millimetre. */
const WITHIN_MM = 0.7;
/** Of the same page no picture differed by more than 6, of another page none by less than 20. */
const ALIKE = 10;

let cups: PrintService;
let app: RunningApp;
let page: Page;
let dialog: Locator;
/** The signed report, and which of its pages lie on their side. */
let report: { readonly file: string; readonly lying: readonly boolean[] };

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  cups = await startPrintService();
  app = await launch({ today: '2024-07-05', env: cups.env });
  page = app.page;
  dialog = page.getByRole('dialog', { name: /^In: / });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible();
  await choosePeriod(page, 'Quý I năm 2024');
  await expect(page.getByRole('row').filter({ hasText: 'giải quyết trực tuyến' })).toContainText('146/439');
});

test.afterAll(async () => {
  await app.close();
  await cups.stop();
});

function pagesOf(pdf: string): { width: number; height: number }[] {
  const told = execFileSync('pdfinfo', ['-f', '1', '-l', '99', pdf], { encoding: 'utf8' });
  return [...told.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
}

async function openDialog(): Promise<void> {
  await page.keyboard.press('Control+p');
  await expect(dialog).toBeVisible();
}

/** Signs the sample's report with a key made by the app, and keeps what was signed. */
async function sign(): Promise<void> {
  await goTo(page, 6, /^Báo cáo/);
  const reasons = page.getByLabel(/Lý do vẫn ký/);
  await expect(reasons.first()).toBeVisible();
  for (const reason of await reasons.all()) await reason.fill('Chỉ là dữ liệu mẫu');
  await page.getByText('Khóa của chương trình').click();
  await page.getByLabel(/^Mật khẩu mới/).fill('mật khẩu thử 1');
  await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu thử 1');
  await page.keyboard.press('Enter');
  const passphrase = page.getByLabel('Mật khẩu của khóa');
  await expect(passphrase).toBeVisible({ timeout: 60_000 });
  await passphrase.fill('mật khẩu thử 1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
  const bytes = await page.evaluate(async () => {
    const answer = await window.scl?.call('reports.pdf', { id: 1 });
    return answer?.ok ? [...answer.value.pdf] : [];
  });
  const file = join(temporaryFolder(), 'report.pdf');
  writeFileSync(file, Uint8Array.from(bytes));
  report = { file, lying: pagesOf(file).map(({ width, height }) => width > height) };
  // Otherwise half of what is tested would not be.
  expect(report.lying).toContain(true);
  expect(report.lying).toContain(false);
}

/** The sheet of a job is the page of the report: A4, at its place within a millimetre, and the same to the eye. */
function expectSame(printed: string, sheet: number, original: number): void {
  const size = pagesOf(printed)[sheet - 1];
  expect(size?.width).toBeCloseTo(595, -0.5);
  expect(size?.height).toBeCloseTo(842, -0.5);
  const got = pictureOf(printed, sheet);
  const drawn = pictureOf(report.file, original);
  const wanted = report.lying[original - 1] ? turnedLeft(drawn) : drawn;
  expect(Math.abs(got.width - wanted.width)).toBeLessThan(DOTS_PER_MM);
  expect(Math.abs(got.height - wanted.height)).toBeLessThan(DOTS_PER_MM);
  const [box, place] = [inkBox(got), inkBox(wanted)];
  for (const side of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs(box[side] - place[side]), `${side} of page ${original}`).toBeLessThan(WITHIN_MM);
  for (const turn of [(one: typeof got) => one, turnedLeft]) {
    const [lines, places] = [rules(turn(got)), rules(turn(wanted))];
    expect(lines.length, `rules of page ${original}`).toBe(places.length);
    for (const [at, line] of lines.entries())
      expect(Math.abs(line - (places[at] ?? 0)), `rule ${at} of page ${original}`).toBeLessThan(WITHIN_MM);
  }
  expect(meanDifference(got, wanted), `picture of page ${original}`).toBeLessThan(ALIKE);
}

test('no printer: says so, loses nothing, finds one that is added', async () => {
  await openDialog();
  await expect(dialog).toContainText('Chưa thấy máy in nào trên máy tính này');
  await expect(dialog.getByRole('button', { name: 'In', exact: true })).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Tìm lại' })).toBeFocused();
  cups.addQueue('van-phong', ROOM, { duplex: false });
  cups.addQueue('mot-cua', DESK);
  cups.makeDefault('mot-cua');
  await page.keyboard.press('F5');
  await expect(dialog.getByRole('combobox', { name: 'Máy in' })).toHaveValue(`${DESK} (mặc định)`);
  await expect(dialog).toContainText('Máy in sẵn sàng.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('Tổng quan: one sheet of A4 and its pictures on two more, by Ctrl+P and Enter', async () => {
  await openDialog();
  await expect(dialog).toContainText('Tất cả 3 trang');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Đã gửi 3 trang tới máy in “${DESK}”.`)).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toBeHidden();
  const job = await cups.printed(1);
  expect(job.title).toBe('Sổ Chất Lượng – Tổng quan');
  expect(pagesOf(job.pdf)).toHaveLength(3);
  // It fills its sheet: nothing is cut off, nothing shrunk into a corner.
  const box = inkBox(pictureOf(job.pdf, 1));
  for (const margin of [box.left, box.top, 210 - box.right, 297 - box.bottom])
    expect(margin).toBeGreaterThan(7);
  expect(box.right - box.left).toBeGreaterThan(150);
  // Of 279 mm: frames are too light to count as ink, and where a line of words ends is chance.
  expect(box.bottom - box.top).toBeGreaterThan(262);
});

test('the signed report: every page as it was signed, upright and lying', async () => {
  test.setTimeout(300_000);
  await sign();
  await expect(page.locator('figure canvas').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'In…' })).toBeEnabled();
  await openDialog();
  await expect(dialog).toContainText(`Tất cả ${report.lying.length} trang`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Đã gửi ${report.lying.length} trang tới máy in “${DESK}”.`)).toBeVisible({
    timeout: 60_000,
  });
  const job = await cups.printed(2);
  expect(pagesOf(job.pdf)).toHaveLength(report.lying.length);
  for (const [at] of report.lying.entries()) expectSame(job.pdf, at + 1, at + 1);
});

test('some pages, twice, on both sides', async () => {
  test.setTimeout(240_000);
  const lying = report.lying.indexOf(true) + 1;
  await openDialog();
  const from = dialog.getByRole('textbox', { name: 'Từ trang' });
  await from.fill('9');
  await expect(dialog.getByRole('alert')).toContainText(`Trang từ 1 đến ${report.lying.length}`);
  await page.keyboard.press('Enter');
  await from.fill(String(lying - 1));
  await expect(dialog.getByRole('alert')).toBeHidden();
  await dialog.getByRole('textbox', { name: 'Đến trang' }).fill(String(lying));
  await dialog.getByRole('textbox', { name: 'Số bản' }).fill('2');
  await dialog.getByRole('checkbox', { name: 'In hai mặt giấy' }).check();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Đã gửi 2 trang × 2 bản tới máy in “${DESK}”.`)).toBeVisible({
    timeout: 60_000,
  });
  const job = await cups.printed(3);
  expect(job.options).toContain('Duplex=DuplexNoTumble');
  expect(job.copies * pagesOf(job.pdf).length).toBe(4);
  expectSame(job.pdf, 1, lying - 1);
  expectSame(job.pdf, 2, lying);
});

test('a printer that cannot turn sheets, remembered for the next time', async () => {
  await openDialog();
  await expect(dialog.getByRole('checkbox')).toBeChecked();
  await dialog.getByRole('combobox', { name: 'Máy in' }).click();
  await page.getByRole('option', { name: ROOM }).click();
  await expect(dialog.getByRole('checkbox')).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Đến trang' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Đã gửi 1 trang tới máy in “${ROOM}”.`)).toBeVisible({ timeout: 60_000 });
  expect((await cups.printed(4)).options).not.toContain('Duplex=DuplexNoTumble');
  await openDialog();
  await expect(dialog.getByRole('combobox', { name: 'Máy in' })).toHaveValue(ROOM);
});

test('a paused printer: the paper waits and comes out later', async () => {
  cups.pause('van-phong');
  await page.keyboard.press('F5');
  await expect(dialog).toContainText('bản in sẽ chờ cho đến khi máy in chạy lại');
  await dialog.getByRole('textbox', { name: 'Đến trang' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Đã gửi 1 trang .*đang chờ trong hàng đợi/)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => cups.waiting('van-phong')).toHaveLength(1);
  expect(cups.count()).toBe(4);
  cups.resume('van-phong');
  expectSame((await cups.printed(5)).pdf, 1, 1);
});

test('a printer that refuses, and one that is gone: plain words, the dialog stays', async () => {
  await openDialog();
  await expect(dialog).toContainText('Máy in sẵn sàng.');
  cups.refuse('van-phong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText(`Máy in “${ROOM}” đang không nhận bản in.`);
  await expect(dialog.getByRole('status')).toContainText('Máy in đang không nhận bản in.');
  cups.remove('van-phong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText(`Không còn máy in “${ROOM}”.`);
  await expect(dialog.getByRole('combobox', { name: 'Máy in' })).toHaveValue(`${DESK} (mặc định)`);
  await page.keyboard.press('Escape');
  expect(cups.count()).toBe(5);
});

test('stopped while the pages are being prepared: nothing is printed', async () => {
  await openDialog();
  await expect(dialog).toContainText('Máy in sẵn sàng.');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('Đã dừng in. Không có gì bị mất.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(cups.waiting('mot-cua')).toEqual([]);
  expect(cups.count()).toBe(5);
  expect(app.electron.windows()).toHaveLength(1);
});

test('the dialog of the system gets the same sheets', async () => {
  const sheets = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.print = () => resolve(document.querySelectorAll('.print-sheets canvas').length);
      }),
  );
  await openDialog();
  await expect(dialog).toContainText(`Tất cả ${report.lying.length} trang`);
  await page.keyboard.press('Control+Shift+P');
  expect(await sheets).toBe(report.lying.length);
  await expect(dialog).toBeHidden();
  await expect(page.locator('.print-sheets')).toHaveCount(0);
});

test('a paper in a dialog: Ctrl+P prints it, Escape leaves one dialog at a time', async () => {
  await goTo(page, 5, /^Mục tiêu/);
  await page.keyboard.press('Control+2');
  const objectives = page.getByRole('list', { name: 'Biện pháp theo mục tiêu' });
  await objectives.getByRole('button', { name: /Mọi mục tiêu/ }).focus();
  await page.keyboard.press('p');
  const paper = page.getByRole('dialog').filter({ has: page.locator('[data-preview]') });
  await expect(paper.locator('figure canvas').first()).toBeVisible();
  await openDialog();
  await dialog.getByRole('combobox', { name: 'Máy in' }).click();
  await expect(page.getByRole('option', { name: DESK })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: DESK })).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(paper).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(paper).toBeHidden();
});

test('Ctrl+P where there is nothing for paper says so', async () => {
  await goTo(page, 2, 'Hồ sơ');
  await page.keyboard.press('Control+p');
  await expect(page.getByText(/^Màn hình này không có bản in/)).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('the hidden window can do nothing, and the log names nobody', async () => {
  const seen = app.electron.evaluate(
    ({ app: program }) =>
      new Promise<unknown>((resolve) => {
        program.once('browser-window-created', (_event, window) => {
          window.webContents.once('did-finish-load', async () => {
            const found: unknown = await window.webContents.executeJavaScript(
              `({ bridge: typeof window.scl, node: typeof require, process: typeof process, opened: window.open('app://bundle/index.html') !== null })`,
            );
            resolve({ ...(found as object), visible: window.isVisible() });
          });
        });
      }),
  );
  await goTo(page, 6, /^Báo cáo/);
  await expect(page.getByRole('button', { name: 'In…' })).toBeEnabled();
  await openDialog();
  await expect(dialog).toContainText('Máy in sẵn sàng.');
  await page.keyboard.press('Enter');
  expect(await seen).toEqual({
    bridge: 'undefined',
    node: 'undefined',
    process: 'undefined',
    opened: false,
    visible: false,
  });
  // Only the hidden window's session is given the paper.
  expect(
    await page.evaluate(() => fetch('app://bundle/sheets/paper.pdf').then((answer) => answer.status)),
  ).toBe(404);
  await cups.printed(6);
  const logs = join(app.dataDir, 'logs');
  for (const name of readdirSync(logs))
    expect(readFileSync(join(logs, name), 'utf8')).not.toMatch(/Máy in|mot-cua|Nguyễn|Báo cáo/);
});
