import { join } from 'node:path';
import type { Channel, Input, Output } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
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

// A token on real Electron: its library in a utility process beside the service, through the bridge alone.

function call<C extends Channel>(app: RunningApp, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  return app.page.evaluate(
    ([name, value]) =>
      (window.scl as never as { call(c: unknown, i: unknown): Promise<never> }).call(name, value),
    [channel, input] as const,
  );
}

async function answer<C extends Channel>(app: RunningApp, channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await call(app, channel, input);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

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
