import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { launchUnderNode } from '#electron/token/node-launcher.ts';
import { listTokens, openToken, type TokenChoice } from '#electron/token/token-signer.ts';
import { makeKey, pem, type TestKey, trusting } from '../report/support/keys.ts';
import { resources, sampleReport } from '../report/support/sample-report.ts';
import { opensslVerify, pdfsig } from '../report/support/tools.ts';
import { makeToken, newTokenFolder, PIN, removeTokenFolders, SOFTHSM } from './support/soft-token.ts';

const NOW = '2024-04-01T02:00:00Z';
const driver = SOFTHSM ?? '';

describe.skipIf(SOFTHSM === undefined)('a token (SoftHSM)', () => {
  let keys: { rsa: TestKey; p256: TestKey; p384: TestKey; root: TestKey; issuer: TestKey; issued: TestKey };

  beforeAll(async () => {
    const root = await makeKey({ name: 'Gốc', authority: true });
    const issuer = await makeKey({ name: 'Tổ chức cấp', authority: true, issuer: root });
    keys = {
      rsa: await makeKey({ type: 'RSA', name: 'Khóa RSA' }),
      p256: await makeKey({ name: 'Khóa P-256' }),
      p384: await makeKey({ name: 'Khóa P-384', curve: 'P-384' }),
      root,
      issuer,
      issued: await makeKey({ name: 'Người ký', type: 'RSA', issuer }),
    };
    const folder = newTokenFolder();
    process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
    makeToken(folder, 'Tự ký', [keys.rsa, keys.p256, keys.p384]);
    makeToken(folder, 'Được cấp', [keys.issued], [keys.issuer, keys.root]);
  }, 60_000);
  afterAll(removeTokenFolders);

  const choice = (key: TestKey, more: Partial<TokenChoice> = {}): TokenChoice => ({
    driver,
    slot: null,
    certificate: key.sha256.slice(0, 12),
    pin: PIN,
    finalTry: false,
    ...more,
  });

  it('lists tokens and the certificates with keys, without a PIN', async () => {
    const tokens = await listTokens(launchUnderNode, driver);
    expect(tokens.map(({ label, pin }) => [label, pin]).sort()).toEqual([
      ['Tự ký', 'ok'],
      ['Được cấp', 'ok'],
    ]);
    const own = tokens.find(({ label }) => label === 'Tự ký');
    expect(own?.certificates.map(({ certificate }) => certificate.sha256).sort()).toEqual(
      [keys.rsa, keys.p256, keys.p384].map(({ sha256 }) => sha256).sort(),
    );
    const issued = tokens.find(({ label }) => label === 'Được cấp');
    expect(issued?.certificates.map(({ subject }) => subject)).toEqual(['Người ký']);
    expect(issued?.authorities).toHaveLength(2);
  });

  it.each([
    ['rsa', 'RSA 2048 (PSS), SHA-256'],
    ['p256', 'ECDSA P-256, SHA-256'],
    ['p384', 'ECDSA P-384, SHA-256'],
  ] as const)('signs a whole report with %s', async (name, algorithm) => {
    const signer = await openToken(launchUnderNode, choice(keys[name]), NOW);
    const pdf = await makeSignedReport(sampleReport(), signer, resources);
    await signer.close();
    const checked = await verifyReport(pdf, {
      trust: trusting(keys[name]),
      now: NOW,
      comparePages: true,
      resources,
    });
    expect(checked).toMatchObject({ verdict: 'valid', signer: { algorithm } });
    const said = pdfsig(pdf);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(opensslVerify(pdf, pem(keys[name].certificate))).toBe(0);
  });

  it('sends the certificates of authorities along, but not the root', async () => {
    const signer = await openToken(launchUnderNode, choice(keys.issued), NOW);
    const pdf = await makeSignedReport(sampleReport(), signer, resources);
    await signer.close();
    expect(signer.chain.map((der) => readCertificate(der).sha256)).toEqual([keys.issuer.sha256]);
    const trust = {
      ...NO_TRUST,
      authorities: [{ certificate: readCertificate(keys.root.certificate), anyUnit: true }],
    };
    const { verdict } = await verifyReport(pdf, { trust, now: NOW, comparePages: false, resources });
    expect(verdict).toBe('valid');
  });

  it('asks which certificate where several fit, and knows what is not there', async () => {
    await expect(
      openToken(launchUnderNode, choice(keys.rsa, { certificate: null }), NOW),
    ).rejects.toMatchObject({
      code: 'TOKEN_CHOICE',
      params: { count: 4 },
    });
    const other = await makeKey();
    await expect(openToken(launchUnderNode, choice(other), NOW)).rejects.toMatchObject({
      code: 'TOKEN_CERTIFICATE_UNKNOWN',
    });
    await expect(openToken(launchUnderNode, choice(keys.rsa, { slot: 987 }), NOW)).rejects.toMatchObject({
      code: 'TOKEN_ABSENT',
    });
    const late = openToken(launchUnderNode, choice(keys.rsa), '2050-01-01T00:00:00Z');
    await expect(late).rejects.toMatchObject({ code: 'KEY_UNSUITABLE', params: { reason: 'expired' } });
  });

  it('says that a PIN is wrong, and that few tries are left', async () => {
    const wrong = openToken(launchUnderNode, choice(keys.p256, { pin: '999999' }), NOW);
    await expect(wrong).rejects.toMatchObject({ code: 'TOKEN_PIN_WRONG', params: { reason: 'low' } });
    const [token] = (await listTokens(launchUnderNode, driver)).filter(({ label }) => label === 'Tự ký');
    expect(token?.pin).toBe('low');
    const signer = await openToken(launchUnderNode, choice(keys.p256), NOW);
    await signer.close();
    const [after] = (await listTokens(launchUnderNode, driver)).filter(({ label }) => label === 'Tự ký');
    expect(after?.pin).toBe('ok');
  });

  it('knows files that are no driver', async () => {
    const list = (path: string) => listTokens(launchUnderNode, path);
    await expect(list('/nowhere.so')).rejects.toMatchObject({ code: 'TOKEN_DRIVER_MISSING' });
    await expect(list('/etc/hostname')).rejects.toMatchObject({ code: 'TOKEN_DRIVER_UNUSABLE' });
    // A library, but none of a token.
    await expect(list(process.execPath)).rejects.toMatchObject({ code: 'TOKEN_DRIVER_UNUSABLE' });
  });
});
