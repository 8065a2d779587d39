import type { Page } from '@playwright/test';
import { TEST_PASSPHRASE } from '../../support/passphrase.ts';
import { expect, type RunningApp } from './app.ts';

const COMMUNE = { place: 'Phước An', code: '26503', to: 'Ủy ban nhân dân huyện Nhơn Trạch' };

/** Answers the first start's three questions with what they need at least; a commune unless told otherwise. */
export async function foundOffice({ page }: RunningApp, { place, code, to } = COMMUNE): Promise<void> {
  await page.getByLabel('Tên địa danh').fill(place);
  await page.getByLabel('Mã đơn vị').fill(code);
  await page.getByLabel('Nơi nhận báo cáo').fill(to);
  await page.keyboard.press('Enter');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Ánh Nguyệt');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Thư mục sao lưu')).toBeVisible();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.getByLabel('Nhập lại mật khẩu').fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  // The recovery sheet is put off.
  const sheet = page.getByRole('dialog', { name: 'Phiếu khôi phục dữ liệu' });
  await expect(sheet.getByLabel('Nhóm số 1 trên tờ đã in')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
}

/** Picks a list on the screen Nhập từ Excel and goes on to its preview. */
export async function previewList(app: RunningApp, file: string): Promise<void> {
  const { page } = app;
  await app.chooseFiles(file);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' })).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('button', { name: /^Xem trước/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^đọc \d/)).toBeVisible();
}

/** Imports a list as a clerk does. */
export async function importList(app: RunningApp, file: string): Promise<void> {
  await previewList(app, file);
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByText(/^✓? ?Đã nhập “/)).toBeVisible();
}

/** Goes to a screen by its digit. */
export async function goTo(page: Page, digit: number, title: string | RegExp): Promise<void> {
  await page.keyboard.press(`Alt+${digit}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Looks at a period by the menu of periods. */
export async function choosePeriod(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Chọn kỳ/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${title}`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
}

/** Signs in to a folder whose people all have the passphrase of tests; the one who was here last, or first. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}
