import { beforeAll, describe, expect, it } from 'vitest';
import { createAppKey, openAppKey } from '#electron/report/sign/app-key.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { keyPem, makeKey, pem, type TestKey, trusting } from './support/keys.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { makeP12, opensslVerify, pdfsig } from './support/tools.ts';

const NOW = '2024-03-15T02:00:00Z';
const PASSPHRASE = 'Mật khẩu của ủy ban';
const options = { now: NOW, comparePages: true, resources };
let ec: TestKey;
let rsa: TestKey;

beforeAll(async () => {
  [ec, rsa] = await Promise.all([makeKey(), makeKey({ type: 'RSA' })]);
});

describe('signed reports', () => {
  it.each(['EC', 'RSA'] as const)('are valid for this program, pdfsig and openssl (%s)', async (type) => {
    const key = type === 'EC' ? ec : rsa;
    const pdf = await makeSignedReport(sampleReport(), key, resources);
    const checked = await verifyReport(pdf, { ...options, trust: trusting(key) });
    expect(checked.reasons).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(sampleReport());
    const other = pdfsig(pdf);
    expect(other).toContain('Signature is Valid.');
    expect(other).toContain('\n  - Total document signed');
    expect(other).toContain('ETSI.CAdES.detached');
    expect(opensslVerify(pdf, pem(key.certificate))).toBe(0);
  });

  it('carries the intermediate certificate, named in the signature', async () => {
    const root = await makeKey({ name: 'CA gốc', authority: true });
    const middle = await makeKey({ name: 'CA trung gian', authority: true, issuer: root });
    const leaf = await makeKey({
      name: 'Chủ tịch',
      organization: 'Ủy ban nhân dân xã Phước An',
      issuer: middle,
    });
    const pdf = await makeSignedReport(sampleReport(), { ...leaf, chain: [middle.certificate] }, resources);
    expect(opensslVerify(pdf, pem(root.certificate))).toBe(0);
    expect(pdfsig(pdf)).toContain('Signature is Valid.');
    expect((await verifyReport(pdf, { ...options, trust: trusting(leaf) })).verdict).toBe('valid');
  });
});

describe('.p12 files', () => {
  it.each([
    ['EC', []],
    ['EC', ['-legacy']],
    ['RSA', []],
    ['RSA', ['-legacy']],
  ] as const)('%s %j open with a Vietnamese passphrase in either normal form', async (type, extra) => {
    const key = type === 'EC' ? ec : rsa;
    const file = makeP12(pem(key.certificate), keyPem(key.key), PASSPHRASE.normalize('NFC'), ...extra);
    const signer = await openP12(file, PASSPHRASE.normalize('NFD'), NOW);
    expect(signer.certificate.equals(key.certificate)).toBe(true);
    expect(signer.keyType).toBe(type);
    await expect(openP12(file, 'sai', NOW)).rejects.toMatchObject({ code: 'KEY_PASSPHRASE_WRONG' });
  });

  it('takes the certificate of the key, whatever stands first, and leaves the root out', async () => {
    const root = await makeKey({ name: 'CA gốc', authority: true });
    const leaf = await makeKey({ issuer: root });
    const file = makeP12(pem(root.certificate) + pem(leaf.certificate), keyPem(leaf.key), 'x');
    const signer = await openP12(file, 'x', NOW);
    expect(signer.certificate.equals(leaf.certificate)).toBe(true);
    expect(signer.chain).toEqual([]);
  });

  it('tells what cannot be read from what cannot sign', async () => {
    await expect(openP12(Buffer.from('không phải khóa'), 'x', NOW)).rejects.toMatchObject({
      code: 'KEY_UNREADABLE',
    });
    await expect(openP12(Buffer.alloc(0), 'x', NOW)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
    const whole = makeP12(pem(ec.certificate), keyPem(ec.key), 'x');
    await expect(openP12(whole.subarray(0, whole.length - 60), 'x', NOW)).rejects.toMatchObject({
      code: 'KEY_UNREADABLE',
    });
    const unfit: [Parameters<typeof makeKey>[0], string][] = [
      [{ type: 'RSA', bits: 1024 }, 'too-short'],
      [{ curve: 'P-521' }, 'algorithm'],
      [{ notAfter: '2024-02-01T00:00:00Z' }, 'expired'],
      [{ notBefore: '2024-04-01T00:00:00Z' }, 'not-yet-valid'],
      [{ usage: 8 }, 'not-for-signing'],
    ];
    for (const [wish, reason] of unfit) {
      const key = await makeKey(wish);
      await expect(
        openP12(makeP12(pem(key.certificate), keyPem(key.key), 'x'), 'x', NOW),
        reason,
      ).rejects.toMatchObject({ code: 'KEY_UNSUITABLE', params: { reason } });
    }
  });
});

describe('keys made by the app', () => {
  it('sign only under their passphrase, and the envelope holds no key in clear', async () => {
    const key = await createAppKey(
      { name: 'Trần Thị Mẫu', unitName: 'Ủy ban nhân dân xã Phước An', unitCode: '26503' },
      PASSPHRASE,
      NOW,
    );
    await expect(openAppKey(key, `${PASSPHRASE}!`, NOW)).rejects.toMatchObject({
      code: 'KEY_PASSPHRASE_WRONG',
    });
    await expect(openAppKey({ ...key, envelope: Buffer.from('{}') }, PASSPHRASE, NOW)).rejects.toMatchObject({
      code: 'KEY_UNREADABLE',
    });
    await expect(openAppKey(key, PASSPHRASE, '2030-01-01T00:00:00Z')).rejects.toMatchObject({
      code: 'KEY_UNSUITABLE',
    });
    const pdf = await makeSignedReport(
      sampleReport(),
      await openAppKey(key, PASSPHRASE.normalize('NFD'), NOW),
      resources,
    );
    const checked = await verifyReport(pdf, {
      ...options,
      trust: { signers: [], authorities: [], crls: [] },
    });
    expect(checked.verdict).toBe('unknown');
    expect(checked.reasons.map(({ code }) => code)).toEqual(['SIGNER_NOT_ENROLLED']);
    expect(checked.signer?.subject).toBe('Trần Thị Mẫu, Ủy ban nhân dân xã Phước An');
    expect(opensslVerify(pdf, pem(key.certificate))).toBe(0);
  });
});
