import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeKey, type TestKey } from '../report/support/keys.ts';
import {
  makeToken,
  makeUnruly,
  newTokenFolder,
  PIN,
  removeTokenFolders,
  SOFTHSM,
} from '../token/support/soft-token.ts';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import { answer, call } from './support/calls.ts';
import { choosePeriod, goTo } from './support/office.ts';

// A token on real Electron: its library in a utility process beside the service, through the bridge alone.

/** The sample commune with every warning of the first quarter answered, and a driver chosen in the dialog. */
async function prepared(app: RunningApp, driver: string): Promise<string> {
  await app.page.waitForLoadState('load');
  await answer(app, 'app.openSample', {});
  const draft = await answer(app, 'reports.draft', { period: '2024-Q1' });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
  await answer(app, 'reports.saveDraft', { period: '2024-Q1', text: { ...draft.text, reasons } });
  await app.chooseFiles(driver);
  const chosen = await answer(app, 'files.pickDriver', {});
  if (chosen === null) throw new Error('nothing chosen');
  return chosen.token;
}

test.describe('a token', () => {
  test.skip(SOFTHSM === undefined, 'SoftHSM is not installed');
  let key: TestKey;
  let folder: string;
  test.beforeAll(async () => {
    key = await makeKey({ name: 'Chủ tịch Phước An', type: 'RSA' });
    folder = newTokenFolder();
    makeToken(folder, 'Token của xã', [key]);
  });
  test.afterAll(removeTokenFolders);

  test('is listed without a PIN, refuses a wrong one, signs a report that is valid, and is remembered', async () => {
    const app = await launch();
    const driver = await prepared(app, SOFTHSM ?? '');
    const [token] = await answer(app, 'tokens.list', { driver });
    expect(token).toMatchObject({ label: 'Token của xã', pin: 'ok' });
    expect(token?.certificates).toMatchObject([{ fingerprint: key.sha256, unsuitable: null }]);
    const sign = (pin: string) =>
      call(app, 'reports.sign', {
        period: '2024-Q1',
        key: { kind: 'token', driver, slot: token?.slot ?? null, certificate: key.sha256, pin },
      });
    expect(await sign('999999')).toMatchObject({
      ok: false,
      error: { code: 'TOKEN_PIN_WRONG', params: { reason: 'low' } },
    });
    const signed = await sign(PIN);
    expect(signed).toMatchObject({ ok: true, value: { signedBy: 'Chủ tịch Phước An' } });
    if (!signed.ok) return;
    const out = join(app.dataDir, 'bao-cao.pdf');
    await app.chooseTarget(out);
    const target = await answer(app, 'files.saveAs', { proposedName: 'bao-cao.pdf', kind: 'pdf' });
    if (target === null) throw new Error('nothing chosen');
    await answer(app, 'reports.export', { id: signed.value.id, target: target.token });
    await answer(app, 'trust.addSigner', { file: target.token, unitCode: null });
    const [checked] = await answer(app, 'verify.files', { files: [target.token] });
    expect(checked).toMatchObject({ verdict: 'valid', signer: { sha256: key.sha256 } });
    const drivers = await answer(app, 'tokens.drivers', {});
    expect(drivers[0]).toMatchObject({ remembered: true, file: 'libsofthsm2.so' });
    await app.close();
  });

  for (const [mode, code] of [
    ['crash-login', 'TOKEN_CRASHED'],
    ['crash-load', 'TOKEN_CRASHED'],
  ] as const) {
    test(`whose library does ${mode} costs the window nothing`, async () => {
      const unruly = makeUnruly(folder);
      test.skip(unruly === null, 'there is no C compiler (cc) on this machine');
      const app = await launch({ env: { UNRULY_MODE: mode } });
      const driver = await prepared(app, unruly ?? '');
      const signed = await call(app, 'reports.sign', {
        period: '2024-Q1',
        key: { kind: 'token', driver, slot: null, certificate: null, pin: PIN },
      });
      expect(signed).toMatchObject({ ok: false, error: { code } });
      expect(await answer(app, 'reports.timeline', {})).not.toEqual([]);
      await app.close();
    });
  }
});

/** The report of the first quarter in the window, every warning answered, "USB token" chosen. */
async function atTheForm(app: RunningApp, driver: string): Promise<Page> {
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Xem với dữ liệu mẫu' }).click();
  await expect(page.getByText('DỮ LIỆU MẪU.')).toBeVisible({ timeout: 60_000 });
  const draft = await answer(app, 'reports.draft', { period: '2024-Q1' });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
  await answer(app, 'reports.saveDraft', { period: '2024-Q1', text: { ...draft.text, reasons } });
  await choosePeriod(page, 'Quý I năm 2024');
  await goTo(page, 6, /^Báo cáo/);
  await page.getByRole('radio', { name: 'Tệp chứng thư (.p12, .pfx)' }).focus();
  await page.keyboard.press('ArrowRight');
  await app.chooseFiles(driver);
  // Which drivers are offered first depends on the machine.
  await page.getByRole('button', { name: 'Chọn tệp khác…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Trình điều khiển của token')).toContainText('unruly.so');
  return page;
}

test.describe('a token in the window', () => {
  test.skip(SOFTHSM === undefined, 'SoftHSM is not installed');
  let folder: string;
  test.beforeAll(async () => {
    folder = newTokenFolder();
    const keys = [
      await makeKey({ name: 'Chủ tịch Phước An', type: 'RSA' }),
      await makeKey({
        name: 'Chủ tịch cũ',
        notBefore: '2023-01-01T00:00:00Z',
        notAfter: '2023-12-31T00:00:00Z',
      }),
    ];
    makeToken(folder, 'Token của xã', keys);
  });
  test.afterAll(removeTokenFolders);

  test('is chosen, warns of what a wrong PIN costs, and signs; all by keyboard', async ({
    playwright: _,
  }, info) => {
    test.setTimeout(240_000);
    const unruly = makeUnruly(folder);
    test.skip(unruly === null, 'there is no C compiler (cc) on this machine');
    const state = (value: number) => writeFileSync(join(folder, 'tries'), String(value));
    state(0);
    const app = await launch({ env: { UNRULY_MODE: 'count' } });
    const page = await atTheForm(app, unruly ?? '');
    const keys = page.keyboard;
    const form = page.getByRole('region', { name: 'Ký báo cáo' });
    const pin = form.getByLabel('Mã PIN của token');
    const submit = form.getByRole('button', { name: 'Ký báo cáo' });

    await test.step('the only certificate that can sign is chosen; the other says why it cannot', async () => {
      await expect(form.getByRole('group', { name: 'Token của xã' })).toBeVisible({ timeout: 20_000 });
      await expect(form.getByRole('radio', { name: /^Chủ tịch Phước An/ })).toBeChecked();
      await expect(form.getByRole('radio', { name: /^Chủ tịch cũ/ })).toBeDisabled();
      await expect(form.getByText('Đã hết hạn, không ký được.')).toBeVisible();
      await pin.scrollIntoViewIfNeeded();
      await page.screenshot({ path: info.outputPath('token.png') });
    });

    await test.step('a wrong PIN empties the field, gives the keyboard back and says that few tries are left', async () => {
      await pin.focus();
      await keys.type('000000');
      await keys.press('Enter');
      await expect(form.getByText(/Mã PIN chưa đúng và token chỉ còn ít lần thử/)).toBeVisible({
        timeout: 20_000,
      });
      await expect(form.getByText(/token chỉ còn ít lần thử/)).toBeVisible();
      await expect(pin).toHaveValue('');
      await expect(pin).toBeFocused();
      await page.screenshot({ path: info.outputPath('low.png') });
    });

    await test.step('the last try wants a tick, which is gone after it', async () => {
      await keys.type('000000');
      await keys.press('Enter');
      const tick = form.getByRole('checkbox', { name: /đồng ý dùng lần thử cuối cùng/ });
      await expect(tick).toBeVisible({ timeout: 20_000 });
      await expect(submit).toBeDisabled();
      await page.screenshot({ path: info.outputPath('final-try.png') });
      await keys.press('Shift+Tab');
      await expect(tick).toBeFocused();
      await keys.press('Space');
      await keys.press('Tab');
      await keys.type('000000');
      await keys.press('Enter');
      await expect(form.getByText(/Hãy mở khóa bằng mã PUK trong phần mềm đi kèm token/)).toBeVisible({
        timeout: 20_000,
      });
      await expect(pin).toBeHidden();
      await expect(submit).toBeDisabled();
      await page.screenshot({ path: info.outputPath('locked.png') });
    });

    await test.step('a token without a PIN, one pulled out, and one whose reader has keys', async () => {
      state(7);
      await keys.press('F5');
      await expect(form.getByText(/Token này chưa được đặt mã PIN/)).toBeVisible({ timeout: 20_000 });
      state(9);
      await keys.press('F5');
      await expect(form.getByText('Chưa thấy token nào.', { exact: false })).toBeVisible({ timeout: 20_000 });
      await expect(submit).toBeDisabled();
      state(8);
      await keys.press('F5');
      await expect(form.getByText(/gõ trên chính đầu đọc thẻ/)).toBeVisible({ timeout: 20_000 });
      await expect(pin).toBeHidden();
      await expect(submit).toBeEnabled();
    });

    await test.step('pulled out just before signing: said, nothing lost', async () => {
      state(0);
      await keys.press('F5');
      await expect(pin).toBeVisible({ timeout: 20_000 });
      state(9);
      await pin.fill(PIN);
      await keys.press('Enter');
      await expect(form.getByText('Không thấy USB token. Hãy cắm token rồi thử lại.')).toBeVisible({
        timeout: 20_000,
      });
    });

    await test.step('plugged in again it signs', async () => {
      state(0);
      await keys.press('F5');
      await expect(pin).toBeVisible({ timeout: 20_000 });
      await pin.fill(PIN);
      await keys.press('Enter');
      await expect(page.getByText('Đã ký Quý I năm 2024')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText('Chủ tịch Phước An').first()).toBeVisible();
      await page.screenshot({ path: info.outputPath('signed.png') });
    });
    await app.close();
  });
});
