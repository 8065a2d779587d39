import { describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { buildCms } from '#electron/report/sign/cms.ts';
import { sealHandOver } from '#electron/report/sign/seal-hand-over.ts';
import { applyHandOvers } from '#electron/report/verify/apply-hand-overs.ts';
import { checkCms } from '#electron/report/verify/cms.ts';
import { openHandOver } from '#electron/report/verify/open-hand-over.ts';
import { judgeSigner, NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { HAND_OVER_FORMAT, HAND_OVER_VERSION, type HandOverV1 } from '#shared/keys/hand-over.ts';
import { makeKey, type TestKey, trusting } from '../report/support/keys.ts';

const NOW = '2026-01-01T00:00:00Z';
const UNIT = { code: '26503', name: 'Ủy ban nhân dân xã Phước An' };
const [old, next, third, other] = (await Promise.all(
  ['Người cũ', 'Người mới', 'Người thứ ba', 'Người khác'].map((name) => makeKey({ name })),
)) as [TestKey, TestKey, TestKey, TestKey];

interface Wish {
  readonly unit?: string;
  readonly signedAt?: string;
  readonly lastDay?: string;
  readonly firstDay?: string;
}

function noteOf(from: TestKey, to: TestKey, wish: Wish = {}): HandOverV1 {
  return {
    format: HAND_OVER_FORMAT,
    version: HAND_OVER_VERSION,
    unit: { ...UNIT, code: wish.unit ?? UNIT.code },
    retiring: from.sha256,
    lastDay: localDateOf(wish.lastDay ?? '2024-06-30'),
    successor: { sha256: to.sha256, certificate: to.certificate.toString('base64') },
    firstDay: localDateOf(wish.firstDay ?? '2024-07-01'),
    reason: 'Chuyển công tác',
    signedAt: wish.signedAt ?? '2024-06-20T02:00:00Z',
  };
}

function localDateOf(text: string) {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return localDate(year, month, day);
}

const seal = (from: TestKey, to: TestKey, wish: Wish = {}, signer = from) =>
  sealHandOver(noteOf(from, to, wish), signer);
const files = (...notes: Uint8Array[]) => notes.map((bytes, n) => ({ file: `${n}.scl-handover`, bytes }));
const apply = (trust: Trust, ...notes: Uint8Array[]) => applyHandOvers(trust, files(...notes), NOW);
const why = (trust: Trust) => (trust.ignoredHandOvers ?? []).map((one) => one.why);

/** What the check says of a report of the unit signed on a day. */
async function judged(key: TestKey, day: string, trust: Trust, unit = UNIT.code): Promise<string[]> {
  const { createHash } = await import('node:crypto');
  const data = Buffer.from('báo cáo');
  const cms = await buildCms(createHash('sha256').update(data).digest(), key);
  const reasons = judgeSigner(checkCms(cms, [data]), { ...UNIT, code: unit }, `${day}T03:00:00Z`, NOW, trust);
  return reasons.map(({ code }) => code);
}

describe('a hand-over note', () => {
  const enrolled = trusting(old, { unitCode: UNIT.code, from: localDate(2024, 1, 1) });

  it('gives the unit to the successor from its first day, and takes it from the leaving key after its last', async () => {
    const trust = apply(enrolled, await seal(old, next));
    expect(why(trust)).toEqual([]);
    expect(await judged(old, '2024-06-30', trust)).toEqual([]);
    expect(await judged(old, '2024-07-01', trust)).toEqual(['SIGNER_RETIRED']);
    expect(await judged(next, '2024-07-01', trust)).toEqual([]);
    expect(await judged(next, '2024-06-30', trust)).toEqual(['SIGNER_OUTSIDE_TIME']);
    expect(await judged(next, '2024-07-01', trust, '26506')).toEqual(['SIGNER_WRONG_UNIT']);
    expect(await judged(next, '2024-07-01', enrolled)).toEqual(['SIGNER_NOT_ENROLLED']);
  });

  it('leaves a key that speaks for several units with the others', async () => {
    const trust = apply(trusting(old), await seal(old, next));
    expect(await judged(old, '2024-08-01', trust)).toEqual(['SIGNER_RETIRED']);
    expect(await judged(old, '2024-08-01', trust, '26506')).toEqual([]);
    expect(await judged(next, '2024-08-01', trust, '26506')).toEqual(['SIGNER_WRONG_UNIT']);
  });

  it('may follow another, in whatever order the files come', async () => {
    const first = await seal(old, next);
    const second = await seal(next, third, {
      signedAt: '2025-03-01T02:00:00Z',
      lastDay: '2025-03-31',
      firstDay: '2025-04-01',
    });
    for (const trust of [apply(enrolled, first, second), apply(enrolled, second, first)]) {
      expect(why(trust)).toEqual([]);
      expect(await judged(next, '2025-03-31', trust)).toEqual([]);
      expect(await judged(next, '2025-04-01', trust)).toEqual(['SIGNER_RETIRED']);
      expect(await judged(third, '2025-04-01', trust)).toEqual([]);
    }
    expect(why(apply(enrolled, second))).toEqual(['SIGNER_NOT_ENROLLED']);
  });

  it('may give the unit back', async () => {
    const trust = apply(
      enrolled,
      await seal(old, next),
      await seal(next, old, {
        signedAt: '2025-03-01T02:00:00Z',
        lastDay: '2025-03-31',
        firstDay: '2025-04-01',
      }),
    );
    expect(why(trust)).toEqual([]);
    expect(await judged(old, '2024-12-01', trust)).toEqual(['SIGNER_RETIRED']);
    expect(await judged(old, '2025-04-01', trust)).toEqual([]);
  });

  it('counts only by a key that was entitled when it signed, and the check of the successor says why not', async () => {
    const note = await seal(other, next);
    const trust = apply(enrolled, note);
    expect(why(trust)).toEqual(['SIGNER_NOT_ENROLLED']);
    expect(await judged(next, '2024-07-01', trust)).toEqual(['SIGNER_NOT_ENROLLED', 'HAND_OVER_IGNORED']);
    expect(await judged(old, '2024-08-01', trust)).toEqual([]);
    const elsewhere = await seal(old, next, { unit: '26506' });
    expect(why(apply(enrolled, elsewhere))).toEqual(['SIGNER_WRONG_UNIT']);
    const revoked = trusting(old, { revokedOn: localDate(2024, 6, 1) });
    expect(why(apply(revoked, await seal(old, next)))).toEqual(['SIGNER_REVOKED']);
    const early = await seal(old, next, { signedAt: '2023-12-31T02:00:00Z' });
    expect(why(apply(enrolled, early))).toContain('SIGNER_OUTSIDE_TIME');
    const later = await seal(old, next, {
      signedAt: '2026-02-01T02:00:00Z',
      lastDay: '2026-03-01',
      firstDay: '2026-03-02',
    });
    expect(why(apply(enrolled, later))).toEqual(['SIGNED_IN_FUTURE']);
  });

  it('by a key that has already retired does not count', async () => {
    const again = await seal(old, third, {
      signedAt: '2024-07-15T02:00:00Z',
      lastDay: '2024-07-31',
      firstDay: '2024-08-01',
    });
    const trust = apply(enrolled, again, await seal(old, next));
    expect(why(trust)).toEqual(['SIGNER_RETIRED']);
    expect(await judged(next, '2024-08-01', trust)).toEqual([]);
    expect(await judged(third, '2024-08-01', trust)).toContain('SIGNER_NOT_ENROLLED');
  });

  it('that contradicts another of the same key introduces nobody, but the key has retired', async () => {
    const trust = apply(
      enrolled,
      await seal(old, next),
      await seal(old, third, { signedAt: '2024-06-10T02:00:00Z' }),
    );
    expect(why(trust)).toEqual(['conflict', 'conflict']);
    expect(await judged(next, '2024-07-01', trust)).toEqual(['SIGNER_NOT_ENROLLED', 'HAND_OVER_IGNORED']);
    expect(await judged(old, '2024-07-01', trust)).toEqual(['SIGNER_RETIRED']);
    // A receiver that enrols the new key by hand is not held up.
    const byHand: Trust = { ...enrolled, signers: [...enrolled.signers, ...trusting(next).signers] };
    const settled = apply(byHand, await seal(old, next), await seal(old, third));
    expect(await judged(next, '2024-07-01', settled)).toEqual(['HAND_OVER_IGNORED']);
  });

  it('by a customer of an authority counts when the certificate names the unit', async () => {
    const root = await makeKey({ name: 'Gốc', authority: true });
    const named = await makeKey({ name: 'Chủ tịch', organization: UNIT.name, issuer: root });
    const trust: Trust = {
      ...NO_TRUST,
      authorities: [{ certificate: readCertificate(root.certificate), anyUnit: false }],
    };
    const applied = apply(trust, await seal(named, next));
    expect(why(applied)).toEqual([]);
    expect(await judged(next, '2024-07-01', applied)).toEqual([]);
    expect(await judged(named, '2024-07-01', applied)).toContain('SIGNER_RETIRED');
  });

  it('altered anywhere, or of no such form, is not believed', async () => {
    const good = await seal(old, next);
    expect('note' in openHandOver(good)).toBe(true);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect('fault' in openHandOver(bad), `byte ${at}`).toBe(true);
    }
    const fault = (bytes: Uint8Array) => {
      const opened = openHandOver(bytes);
      return 'fault' in opened ? opened.fault : null;
    };
    expect(fault(Buffer.from(''))).toBe('form');
    expect(fault(Buffer.concat([good, Buffer.from('\n')]))).toBe('form');
    expect(fault(good.subarray(0, 500))).toBe('form');
    const text = good.toString('utf8');
    expect(fault(Buffer.from(text.replace('2024-06-30', '2024-09-30')))).toBe('signature');
    expect(fault(Buffer.from(text.replace('"version":1', '"version":2')))).toBe('newer');
    // Signed by another key than it names; the other way round a note in somebody else's name.
    expect(fault(await seal(old, next, {}, other))).toBe('signature');
    expect(fault(await seal(old, old))).toBe('days');
    expect(fault(await seal(old, next, { lastDay: '2024-06-19' }))).toBe('days');
    expect(fault(await seal(old, next, { firstDay: '2024-06-19' }))).toBe('days');
    const swapped = {
      ...noteOf(old, next),
      successor: { ...noteOf(old, third).successor, sha256: next.sha256 },
    };
    expect(fault(await sealHandOver(swapped, old))).toBe('signature');
    expect(why(apply(NO_TRUST, Buffer.from('{}')))).toEqual(['form']);
  });
});
