import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRecoveryKey } from '#shared/access/recovery-key.ts';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { expect, launch, type RunningApp, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo, signIn } from './support/office.ts';

test.describe.configure({ timeout: 180_000 });

const NAME = 'Nguyễn Thị Ánh Nguyệt';

/** The recovery key on a saved sheet, as a person reads it from the paper. */
function keyOnSheet(pdf: string): string {
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
  const groups = [...text.matchAll(/[1-7]\.\s+([34679ACDEFGHJKMNPQRTWXY]{5})\b/g)].map(([, group]) => group);
  const read = readRecoveryKey(groups.join('-'));
  if (!('key' in read)) throw new Error(`no key on the sheet: ${text}`);
  return read.key;
}

/** Makes a sheet in Cài đặt or from the reminder, saves it and confirms it from the paper. */
async function confirmSheet(app: RunningApp, pdf: string): Promise<string> {
  const { page } = app;
  const sheet = page.getByRole('dialog', { name: 'Phiếu khôi phục dữ liệu' });
  await expect(sheet.locator('canvas').first()).toBeVisible();
  await app.chooseTarget(pdf);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Đã lưu “/)).toBeVisible();
  const key = keyOnSheet(pdf);
  await sheet.getByLabel('Nhóm số 1 trên tờ đã in').fill('34679');
  await page.keyboard.press('Enter');
  await expect(sheet.getByText('Không khớp với phiếu đang hiện')).toBeVisible();
  await sheet.getByLabel('Nhóm số 1 trên tờ đã in').fill(key.slice(0, 5).toLowerCase());
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  return key;
}

async function signOut(app: RunningApp): Promise<void> {
  await app.page.evaluate(() => window.scl?.call('app.signOut', {}));
  await app.page.reload();
  await expect(app.page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
}

const reminder = 'Chưa có phiếu khôi phục: nếu quên mật khẩu thì không ai mở lại được sổ.';

test('a forgotten passphrase is replaced by the sheet alone, and only by the latest', async ({ app }) => {
  const { page } = app;
  const papers = temporaryFolder();
  await foundOffice(app);
  await expect(page.getByText(reminder)).toBeVisible();
  await page.getByRole('button', { name: 'Lập phiếu…' }).click();
  const first = await confirmSheet(app, join(papers, 'phieu-1.pdf'));
  await expect(page.getByText(reminder)).toBeHidden();

  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
  await expect(page.getByText(/^Phiếu số 1, lập/)).toBeVisible();
  await page.getByRole('button', { name: 'Lập phiếu mới…' }).click();
  await expect(page.getByText('Khi xác nhận, phiếu số 1 hết giá trị.')).toBeVisible();
  const second = await confirmSheet(app, join(papers, 'phieu-2.pdf'));
  await expect(page.getByText(/^Phiếu số 2, lập/)).toBeVisible();

  await signOut(app);
  await page.keyboard.type('mật khẩu nào nhỉ');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Mật khẩu chưa đúng/)).toBeVisible();
  await page.keyboard.press('F2');
  const field = page.getByLabel('Mã khôi phục');
  await expect(field).toBeFocused();
  const slip = `${second.slice(0, 12)}${second[12] === 'A' ? 'C' : 'A'}${second.slice(13)}`;
  for (const [typed, answer] of [
    [slip, 'Nhóm 3 có ký tự nhập nhầm. Hãy so lại với phiếu.'],
    [first, 'Mã này không mở được sổ. Hãy xem đây có phải phiếu mới nhất của đơn vị không.'],
  ] as const) {
    await field.fill(typed);
    await page.getByLabel('Mật khẩu mới').fill('mật khẩu mới tinh');
    await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu mới tinh');
    await page.keyboard.press('Enter');
    await expect(page.getByText(answer)).toBeVisible();
  }
  // Typed in small letters without dashes, it stands there as on the sheet.
  await field.fill('');
  await field.pressSequentially(second.replaceAll('-', '').toLowerCase());
  await expect(field).toHaveValue(second);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await expect(page.getByText(`Đã đặt mật khẩu mới cho ${NAME}.`)).toBeVisible();

  await signOut(app);
  await page.keyboard.type(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Mật khẩu chưa đúng/)).toBeVisible();
  await page.keyboard.type('mật khẩu mới tinh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  rmSync(papers, { recursive: true });
});

test('people are let in and withdrawn, the key is replaced, a passphrase is changed', async () => {
  const dataDir = temporaryFolder();
  const app = await launch({ dataDir });
  const { page } = app;
  await foundOffice(app);
  await goTo(page, 8, 'Cài đặt');
  await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
  await page.getByRole('button', { name: 'Thêm người…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Họ và tên')).toBeFocused();
  await page.keyboard.type('Lê Văn Bảo');
  await expect(dialog.getByLabel('Tên đăng nhập')).toHaveValue('bao');
  await dialog.getByLabel('Mật khẩu đầu').fill('ngắn');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Cần ít nhất 8 ký tự')).toBeVisible();
  await dialog.getByLabel('Mật khẩu đầu').fill('mật khẩu của Bảo');
  await dialog.getByLabel('Nhập lại mật khẩu').fill('mật khẩu của Bảo');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lê Văn Bảo đã mở được sổ.')).toBeVisible();

  await page.getByRole('button', { name: 'Thu hồi: Lê Văn Bảo' }).click();
  await expect(page.getByText('Lê Văn Bảo không mở được sổ nữa.')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Lê Văn Bảo lại mở được sổ.')).toBeVisible();
  await page.getByRole('button', { name: 'Thu hồi: Lê Văn Bảo' }).click();
  await expect(page.getByText(/đã nghỉ từ/)).toBeVisible();

  const before = readFileSync(join(dataDir, 'so-chat-luong.db'));
  await page.getByRole('button', { name: 'Thay khóa mã hóa' }).click();
  await expect(page.getByText('Đã thay khóa mã hóa.')).toBeVisible();
  expect(readFileSync(join(dataDir, 'so-chat-luong.db')).equals(before)).toBe(false);

  const change = async (current: string): Promise<void> => {
    await page.getByLabel('Mật khẩu hiện tại').fill(current);
    await page.getByLabel('Mật khẩu mới').fill('mật khẩu đã đổi');
    await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu đã đổi');
    await page.keyboard.press('Enter');
  };
  await change('không phải');
  await expect(page.getByText(/^Mật khẩu chưa đúng/)).toBeVisible();
  await change(TEST_PASSPHRASE);
  await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible();
  await app.close();

  const again = await launch({ dataDir });
  await expect(again.page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await expect(again.page.getByText('Lê Văn Bảo')).toHaveCount(0);
  await again.page.keyboard.type('mật khẩu đã đổi');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('heading', { level: 1 })).toContainText('năm');
  await again.close();
  rmSync(dataDir, { recursive: true });
});

test('the system’s key store opens the book where it really encrypts, and is not offered elsewhere', async () => {
  const dataDir = temporaryFolder();
  const app = await launch({ dataDir });
  await foundOffice(app);
  const open = async ({ page }: RunningApp): Promise<void> => {
    await goTo(page, 8, 'Cài đặt');
    await page.getByRole('button', { name: 'Mật khẩu & khôi phục' }).click();
    await expect(page.getByText('Mở sổ không cần mật khẩu trên máy này')).toBeVisible();
  };
  await open(app);
  await expect(app.page.getByLabel('Nhớ tôi bằng kho khóa của hệ điều hành')).toHaveCount(0);
  await encrypting(app);
  await goTo(app.page, 1, /năm/);
  await open(app);
  await app.page.getByLabel('Nhớ tôi bằng kho khóa của hệ điều hành').click({ force: true });
  await expect(app.page.getByText(/^Từ lần sau sổ tự mở/)).toBeVisible();
  // What the key store protects is the way to the key, not the key: the file alone opens nothing.
  const keyring = readFileSync(join(dataDir, 'keyring.json'), 'utf8');
  expect(JSON.parse(keyring).keystore).toHaveLength(1);
  await app.page.evaluate(() => window.scl?.call('app.signOut', {}));
  await app.page.reload();
  // Whoever signed out is asked again.
  await expect(app.page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await signIn(app.page);
  await app.close();

  // Here the key store cannot reveal it (there is none): the passphrase is asked for as ever.
  const again = await launch({ dataDir });
  await expect(again.page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await again.close();
  rmSync(dataDir, { recursive: true });
});

/** Gives the app a key store that encrypts, as Windows has one. */
function encrypting({ electron }: RunningApp): Promise<void> {
  return electron.evaluate(({ safeStorage }) => {
    safeStorage.isEncryptionAvailable = () => true;
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
    safeStorage.encryptString = (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 90));
    safeStorage.decryptString = (bytes) => Buffer.from([...bytes].map((byte) => byte ^ 90)).toString();
  });
}

test('a folder of an older version is encrypted when somebody signs in', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(dataDir, { recursive: true });
  const root = join(import.meta.dirname, '../..');
  execFileSync(join(root, 'node_modules/.bin/node'), [
    join(root, 'tests/access/programs/make-older.ts'),
    dataDir,
  ]);
  const text = () =>
    Buffer.concat(
      readdirSync(dataDir)
        .filter((name) => name.startsWith('so-chat-luong.db'))
        .map((name) => readFileSync(join(dataDir, name))),
    );
  expect(text().includes('Nguyễn Thị Lộ')).toBe(true);
  const app = await launch({ dataDir });
  const { page } = app;
  await expect(page.getByText(/^Dữ liệu của bản cũ chưa được mã hóa/)).toBeVisible();
  await page.getByLabel('Người Chưa Có').check();
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cần ít nhất 8 ký tự')).toBeVisible();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSPHRASE);
  await page.getByLabel('Nhập lại mật khẩu').fill(TEST_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm');
  await expect(page.getByText(reminder)).toBeVisible();
  await app.close();
  expect(text().includes('Nguyễn Thị Lộ')).toBe(false);
  expect(readdirSync(dataDir)).toContain('keyring.json');
  rmSync(dataDir, { recursive: true });
});
