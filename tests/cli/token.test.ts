import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, pem, type TestKey } from '../report/support/keys.ts';
import { makeToken, newTokenFolder, PIN, removeTokenFolders, SOFTHSM } from '../token/support/soft-token.ts';
import { initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

describe.skipIf(SOFTHSM === undefined)('keys and report with a token', () => {
  const driver = SOFTHSM ?? '';
  const env = { SCL_TOKEN_PIN: PIN };
  let key: TestKey;
  let data: string;
  let out: string;

  beforeAll(async () => {
    key = await makeKey({ name: 'Chủ tịch Phước An', type: 'RSA' });
    const folder = newTokenFolder();
    makeToken(folder, 'Token của xã', [key, await makeKey({ name: 'Văn thư' })]);
    data = await initialised();
    await runJson(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
    out = join(newFolder(), 'bao-cao.pdf');
  }, 120_000);
  afterAll(() => {
    removeTokenFolders();
  });

  const report = (...more: string[]) =>
    ['report', '--data', data, '--period', '2024-Q1', '--out', out, '--reason', 'Đã xem.', ...more] as const;

  it('lists tokens without a PIN', async () => {
    const { exit, json } = await runJson(['keys', '--token', driver]);
    expect(exit).toBe(0);
    expect(json.tokens).toHaveLength(1);
    expect(json.tokens[0]).toMatchObject({ label: 'Token của xã', pin: 'ok' });
    expect(json.tokens[0]?.certificates.map(({ subject, unsuitable }) => [subject, unsuitable])).toEqual(
      expect.arrayContaining([
        ['Chủ tịch Phước An', null],
        ['Văn thư', null],
      ]),
    );
    const { stdout } = await runCli(['keys', '--token', driver]);
    expect(stdout).toContain(key.sha256.slice(0, 4));
    expect(stdout).toContain('mã PIN bình thường');
  });

  it('says what stands in the way, and writes nothing', async () => {
    const token = ['--token', driver, '--certificate', key.sha256.slice(0, 8)];
    expect(await runFault(report(), env)).toMatchObject({ exit: 64, code: 'USAGE' });
    expect(await runFault(report('--token', driver, '--key', 'a.p12'), env)).toMatchObject({ exit: 64 });
    expect(await runFault(report('--token', driver, '--certificate', 'xyz'), env)).toMatchObject({
      exit: 64,
    });
    expect(await runFault(report('--token', '/nowhere.so'), env)).toMatchObject({
      exit: 66,
      code: 'TOKEN_DRIVER_MISSING',
    });
    expect(await runFault(report('--token', driver), env)).toMatchObject({ exit: 64, code: 'TOKEN_CHOICE' });
    const wrong = await runFault(report(...token), { SCL_TOKEN_PIN: '999999' });
    expect(wrong).toMatchObject({ exit: 77, code: 'TOKEN_PIN_WRONG' });
    expect(wrong.message).toContain('chỉ còn ít lần thử');
    expect(wrong.message).not.toContain('999999');
    expect(existsSync(out)).toBe(false);
  }, 120_000);

  it('signs a report that is valid for its certificate', async () => {
    const fingerprint = key.sha256.replace(/(.{4})/g, '$1 ').toUpperCase();
    const made = await runJson(report('--token', driver, '--certificate', fingerprint), env);
    expect(made.exit).toBe(0);
    expect(made.json.signedBy).toBe('Chủ tịch Phước An');
    const trust = join(newFolder(), 'cert.pem');
    writeFileSync(trust, pem(key.certificate));
    const checked = await runJson(['verify', out, '--trust', trust]);
    expect(checked.exit).toBe(0);
  }, 120_000);
});
