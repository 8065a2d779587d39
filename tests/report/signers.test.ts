import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { check, codes, expectInvalid, honest, key, prepare } from './support/attacked.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { resources, sampleReport } from './support/sample-report.ts';

beforeAll(prepare);

describe('who signed', () => {
  it('nobody knows the signer: cannot tell, with everything else read', async () => {
    const checked = await check(honest, NO_TRUST);
    expect(checked.verdict).toBe('unknown');
    expect(checked.reasons).toEqual([{ code: 'SIGNER_NOT_ENROLLED', params: { fingerprint: key.sha256 } }]);
    expect(checked.report).toEqual(sampleReport());
  });

  it('another unit’s key, a revoked one, one outside its time', async () => {
    await expectInvalid(honest, 'SIGNER_WRONG_UNIT', trusting(key, { unitCode: '26500' }));
    expect((await check(honest, trusting(key, { unitCode: '26503' }))).verdict).toBe('valid');
    await expectInvalid(honest, 'SIGNER_REVOKED', trusting(key, { revokedOn: '2024-03-15' as LocalDate }));
    await expectInvalid(honest, 'SIGNER_OUTSIDE_TIME', trusting(key, { from: '2024-03-16' as LocalDate }));
    await expectInvalid(honest, 'SIGNER_OUTSIDE_TIME', trusting(key, { to: '2024-03-14' as LocalDate }));
    expect(
      (await check(honest, trusting(key, { from: '2024-03-15' as LocalDate, to: '2024-03-15' as LocalDate })))
        .verdict,
    ).toBe('valid');
    expect(await codes(honest, trusting(key, { revokedOn: '2024-03-16' as LocalDate }))).toEqual([
      'SIGNED_BEFORE_REVOCATION',
    ]);
  });

  it('a revocation outweighs another enrolment of the same key', async () => {
    const [free] = trusting(key).signers;
    const [revoked] = trusting(key, { revokedOn: '2024-01-01' as LocalDate }).signers;
    if (free && revoked)
      await expectInvalid(honest, 'SIGNER_REVOKED', { ...NO_TRUST, signers: [free, revoked] });
  });

  it('a time in the future, or before the certificate began', async () => {
    await expectInvalid(honest, 'SIGNED_IN_FUTURE', trusting(key), '2024-03-15T01:00:00Z');
    const late = await makeKey({ notBefore: '2024-03-16T00:00:00Z' });
    await expectInvalid(
      await makeSignedReport(sampleReport(), late, resources),
      'SIGNER_OUTSIDE_TIME',
      trusting(late),
    );
  });

  it('weak keys and keys for other purposes', async () => {
    const short = await makeKey({ type: 'RSA', bits: 1024 });
    await expectInvalid(
      await makeSignedReport(sampleReport(), short, resources),
      'WEAK_ALGORITHM',
      trusting(short),
    );
    const other = await makeKey({ usage: 8 });
    await expectInvalid(
      await makeSignedReport(sampleReport(), other, resources),
      'SIGNER_NOT_FOR_SIGNING',
      trusting(other),
    );
  });
});

describe('certification authorities', () => {
  it('vouch for a certificate that names the unit; for another they leave it open', async () => {
    const root = await makeKey({ name: 'CA gốc', authority: true });
    const middle = await makeKey({ name: 'CA trung gian', authority: true, issuer: root });
    const named = await makeKey({ organization: 'Ủy ban nhân dân xã Phước An', issuer: middle });
    const nameless = await makeKey({ issuer: middle });
    const authority = {
      certificate: (await import('#electron/report/asn1/certificate.ts')).readCertificate(root.certificate),
      anyUnit: false,
    };
    const trust: Trust = { ...NO_TRUST, authorities: [authority] };
    const sign = (leaf: TestKey, chain: Buffer[]) =>
      makeSignedReport(sampleReport(), { ...leaf, chain }, resources);
    const good = await check(await sign(named, [middle.certificate]), trust);
    expect(good.reasons.map(({ code }) => code)).toEqual(['REVOCATION_NOT_CHECKED']);
    expect(good.verdict).toBe('valid');
    expect((await check(await sign(nameless, [middle.certificate]), trust)).verdict).toBe('unknown');
    expect(
      (
        await check(await sign(nameless, [middle.certificate]), {
          ...trust,
          authorities: [{ ...authority, anyUnit: true }],
        })
      ).verdict,
    ).toBe('valid');
    // The chain is cut, or a leaf plays authority.
    expect((await check(await sign(named, []), trust)).verdict).toBe('unknown');
    const byLeaf = await makeKey({ organization: 'Ủy ban nhân dân xã Phước An', issuer: named });
    await expectInvalid(
      await sign(byLeaf, [named.certificate, middle.certificate]),
      'CERTIFICATE_UNEXPECTED',
      trust,
    );
  });
});
