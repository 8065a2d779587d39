import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDraft, renderReport } from '#electron/report/pdf/render.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import { NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { type LooseObject, objectWith, rebuild } from './support/rebuild.ts';
import { resources, sampleReport } from './support/sample-report.ts';

const NOW = '2024-03-20T00:00:00Z';
let key: TestKey;
let honest: Buffer;
let unsigned: Buffer;
let draft: Buffer;

beforeAll(async () => {
  key = await makeKey();
  unsigned = (await renderReport(sampleReport(), resources)).bytes;
  honest = await makeSignedReport(sampleReport(), key, resources);
  draft = await renderDraft(sampleReport(), resources);
});

const check = (pdf: Uint8Array, trust: Trust = trusting(key), now = NOW): Promise<Verification> =>
  verifyReport(pdf, { trust, now, comparePages: true, resources });
const codes = async (pdf: Uint8Array, trust?: Trust, now?: string): Promise<VerifyCode[]> =>
  (await check(pdf, trust, now)).reasons.map(({ code }) => code);

async function expectInvalid(pdf: Uint8Array, code: VerifyCode, trust?: Trust, now?: string): Promise<void> {
  const { verdict, reasons } = await check(pdf, trust, now);
  expect(reasons.map((reason) => reason.code)).toContain(code);
  expect(verdict).toBe('invalid');
}

/** The honest file with its objects edited and signed again by the same, trusted key. */
async function resigned(edit: (objects: LooseObject[]) => void): Promise<Buffer> {
  return signPdf(rebuild(unsigned, edit), key);
}

/** The honest page over other data, signed again. */
function withData(change: (data: string) => string): Promise<Buffer> {
  return resigned((objects) => {
    const attachment = objectWith(objects, '/Type /EmbeddedFile');
    attachment.stream = Buffer.from(change((attachment.stream as Buffer).toString('utf8')), 'utf8');
    attachment.head = attachment.head.replace(/\/Size \d+/, `/Size ${attachment.stream.length}`);
  });
}

describe('an honest file', () => {
  it('is valid, and taking it apart and signing it again changes nothing', async () => {
    expect(await codes(honest)).toEqual([]);
    expect((await check(await resigned(() => {}))).verdict).toBe('valid');
  });
});

describe('what happens to files on the way is explained', () => {
  const cases: [string, VerifyCode, () => Buffer][] = [
    ['empty', 'EMPTY_FILE', () => Buffer.alloc(0)],
    ['text', 'NOT_PDF', () => Buffer.from('Báo cáo quý I')],
    ['zipped', 'ZIPPED', () => Buffer.concat([Buffer.from('PK\x03\x04'), honest])],
    [
      'mail headers before it',
      'PREFIXED',
      () => Buffer.concat([Buffer.from('Content-Type: application/pdf\n\n'), honest]),
    ],
    ['cut at half', 'TRUNCATED', () => honest.subarray(0, honest.length >> 1)],
    ['cut by one byte', 'BYTES_APPENDED', () => honest.subarray(0, honest.length - 1)],
    ['a byte more', 'BYTES_APPENDED', () => Buffer.concat([honest, Buffer.from('\n')])],
    [
      'line ends converted',
      'LINE_ENDS_CONVERTED',
      () => Buffer.from(honest.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    ],
    [
      'another PDF',
      'NOT_A_REPORT',
      () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'),
    ],
    ['a draft', 'SIGNATURE_MISSING', () => draft],
    [
      'an incremental update',
      'CHANGED_AFTER_SIGNING',
      () =>
        Buffer.concat([
          honest,
          Buffer.from(
            `1 0 obj\n<<\n>>\nendobj\nxref\n0 0\ntrailer\n<<\n/Size 1\n/Root 3 0 R\n/Prev 100\n>>\nstartxref\n${honest.length}\n%%EOF\n`,
          ),
        ]),
    ],
    ['the file twice', 'CHANGED_AFTER_SIGNING', () => Buffer.concat([honest, honest])],
  ];
  it.each(cases)('%s: %s', async (_what, code, make) => {
    expect(await codes(make())).toEqual([code]);
  });
});

describe('tampering without the key', () => {
  const inHex = (change: (hex: string) => string): Buffer => {
    const text = honest.toString('latin1');
    return Buffer.from(
      text.replace(
        /(\/Contents <)([0-9a-f]+)(>)/,
        (_, a: string, hex: string, b: string) => a + change(hex) + b,
      ),
      'latin1',
    );
  };
  const cases: [string, VerifyCode, () => Buffer | Promise<Buffer>][] = [
    ['zeroed signature', 'SIGNATURE_ENCODING', () => inHex((hex) => '0'.repeat(hex.length))],
    ['padding that is not zero', 'SIGNATURE_ENCODING', () => inHex((hex) => `${hex.slice(0, -2)}01`)],
    ['upper-case hex', 'STRUCTURE_ALTERED', () => inHex((hex) => hex.toUpperCase())],
    ['shorter signature field', 'STRUCTURE_ALTERED', () => inHex((hex) => hex.slice(2))],
    ['blanks in the gap', 'STRUCTURE_ALTERED', () => inHex((hex) => `${hex.slice(0, -2)}  `)],
    [
      'range that leaves the end out',
      'BYTE_RANGE',
      () =>
        Buffer.from(
          honest
            .toString('latin1')
            .replace(
              /(\/ByteRange \[0 \d+ \d+ )(\d+)\]/,
              (_, a: string, n: string) => `${a}${Number(n) - 1}]`,
            ),
          'latin1',
        ),
    ],
    [
      'range that begins later',
      'BYTE_RANGE',
      () => Buffer.from(honest.toString('latin1').replace('/ByteRange [0', '/ByteRange [1'), 'latin1'),
    ],
    [
      'older sub-filter',
      'SIGNATURE_FIELD',
      () =>
        Buffer.from(
          honest.toString('latin1').replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached'),
          'latin1',
        ),
    ],
    [
      'another number in the data',
      'DIGEST_DIFFERS',
      async () => {
        const other = rebuild(unsigned, (objects) => {
          const attachment = objectWith(objects, '/Type /EmbeddedFile');
          attachment.stream = Buffer.from(
            (attachment.stream as Buffer).toString('utf8').replace('"numerator":146', '"numerator":156'),
            'utf8',
          );
        });
        const text = (await signPdf(other, key)).toString('latin1');
        const hex = /\/Contents <([0-9a-f]+)>/.exec(honest.toString('latin1'))?.[1] ?? '';
        return Buffer.from(text.replace(/\/Contents <[0-9a-f]+>/, `/Contents <${hex}>`), 'latin1');
      },
    ],
  ];
  it.each(cases)('%s: %s', async (_what, code, make) => {
    expect(await codes(await make())).toEqual([code]);
  });

  it('a look-alike certificate with the same name and serial number is not taken for the signer', async () => {
    const twin = await makeKey({ serial: '0102030405060708' });
    const real = await makeKey({ serial: '0102030405060708' });
    const signer = { ...real, certificate: twin.certificate };
    await expectInvalid(
      await makeSignedReport(sampleReport(), signer, resources),
      'SIGNATURE_INVALID',
      trusting(real),
    );
    await expectInvalid(
      await makeSignedReport(sampleReport(), { ...twin, certificate: real.certificate }, resources),
      'SIGNATURE_INVALID',
      trusting(real),
    );
  });

  it('two certificates of one name do not confuse it', async () => {
    const twin = await makeKey({ serial: '0102030405060708' });
    const real = await makeKey({ serial: '0102030405060708' });
    await expectInvalid(
      await makeSignedReport(sampleReport(), { ...real, chain: [twin.certificate] }, resources),
      'CERTIFICATE_UNEXPECTED',
      trusting(real),
    );
  });
});

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

describe('a dishonest program that holds a trusted key', () => {
  const json = (change: (report: ReportV1) => unknown) =>
    withData((data) => canonicalJson(change(JSON.parse(data) as ReportV1)));
  const first = (report: ReportV1, change: object, id = '2.3') => ({
    ...report,
    objectives: report.objectives.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  const cases: [string, VerifyCode, () => Promise<Buffer>][] = [
    [
      'page says one thing, data another',
      'PAGE_DIFFERS',
      () => json((report) => ({ ...report, narrative: 'Mọi mục tiêu đều đạt.' })),
    ],
    [
      'page text changed',
      'PAGE_DIFFERS',
      () =>
        resigned((objects) => {
          const page = objectWith(objects, '/Length') as LooseObject;
          const content = objects.find(({ stream }) => stream?.includes(' Tf'));
          (content ?? page).stream = Buffer.concat([
            (content ?? page).stream as Buffer,
            Buffer.from('\nq Q\n'),
          ]);
        }),
    ],
    ['verdict', 'ARITHMETIC', () => json((report) => first(report, { verdict: 'met' }))],
    ['percentage', 'ARITHMETIC', () => json((report) => first(report, { percent: '35.00' }))],
    ['short by', 'ARITHMETIC', () => json((report) => first(report, { shortBy: 1 }))],
    [
      'numerator beyond the denominator',
      'ARITHMETIC',
      () => json((report) => first(report, { numerator: 500 })),
    ],
    [
      'a cell of the flow table',
      'ARITHMETIC',
      () =>
        json((report) => ({
          ...report,
          flow: report.flow.map((row, index) =>
            index === 0 ? { ...row, resolved: { ...row.resolved, late: 0 } } : row,
          ),
        })),
    ],
    [
      'dates of the period',
      'ARITHMETIC',
      () => json((report) => ({ ...report, period: { ...report.period, from: '2024-01-01' } })),
    ],
    [
      'revision without predecessor',
      'ARITHMETIC',
      () => json((report) => ({ ...report, report: { ...report.report, revision: 2 } })),
    ],
    ['hidden characters', 'ARITHMETIC', () => json((report) => ({ ...report, narrative: 'đạt\u202e' }))],
    [
      'an undeclared member',
      'DATA_SCHEMA',
      () => json((report) => ({ ...report, applicant: 'Nguyễn Văn A' })),
    ],
    ['a missing member', 'DATA_SCHEMA', () => json(({ records: _records, ...rest }) => rest)],
    ['another format', 'NOT_A_REPORT', () => json((report) => ({ ...report, format: 'khác' }))],
    ['not JSON', 'DATA_FORM', () => withData(() => 'không phải JSON')],
    ['blanks in the JSON', 'DATA_FORM', () => withData((data) => data.replace(',', ', '))],
    [
      'a member twice',
      'DATA_FORM',
      () => withData((data) => data.replace('"sample":false', '"sample":true,"sample":false')),
    ],
    [
      'other claimed time',
      'TIMES_DIFFER',
      () =>
        json((report) => ({ ...report, report: { ...report.report, createdAt: '2024-03-14T02:00:00Z' } })),
    ],
    [
      'wrong size',
      'ATTACHMENT',
      () =>
        resigned((objects) => {
          const one = objectWith(objects, '/Type /EmbeddedFile');
          one.head = one.head.replace(/\/Size \d+/, '/Size 7');
        }),
    ],
    [
      'attachment renamed',
      'ATTACHMENT',
      () =>
        resigned((objects) => {
          for (const one of objects) one.head = one.head.replaceAll('(bao-cao.json)', '(bao-cao.jsom)');
        }),
    ],
    [
      'attachment untied',
      'ATTACHMENT',
      () =>
        resigned((objects) => {
          const one = objectWith(objects, '/Type /Catalog');
          one.head = one.head.replace(/\/AF \[[^\]]*\]/, '/AF []');
        }),
    ],
    [
      'a bomb',
      'STRUCTURE_ALTERED',
      () =>
        resigned((objects) => {
          objectWith(objects, '/Type /EmbeddedFile').stream = Buffer.alloc(40 * 1024 * 1024);
        }),
    ],
    [
      'two attachments',
      'ATTACHMENT',
      () =>
        resigned((objects) => {
          objects.push({
            id: objects.length + 1,
            head: objectWith(objects, '/Type /EmbeddedFile').head,
            stream: Buffer.from('{}'),
          });
        }),
    ],
    [
      'script at opening',
      'FORBIDDEN_CONTENT',
      () =>
        resigned((objects) => {
          const one = objectWith(objects, '/Type /Catalog');
          one.head = one.head.replace('/Pages', '/OpenAction 1 0 R\n/Pages');
        }),
    ],
    [
      'an unknown entry of the catalogue',
      'FORBIDDEN_CONTENT',
      () =>
        resigned((objects) => {
          const one = objectWith(objects, '/Type /Catalog');
          one.head = one.head.replace('/Pages', '/Outlines 1 0 R\n/Pages');
        }),
    ],
    [
      'a note on the page',
      'FORBIDDEN_CONTENT',
      () =>
        resigned((objects) => {
          objects.push({
            id: objects.length + 1,
            head: '<<\n/Type /Annot\n/Subtype /FreeText\n>>\n',
            stream: null,
          });
        }),
    ],
    [
      'a second signature dictionary',
      'SIGNATURE_FIELD',
      () =>
        resigned((objects) => {
          objects.push({
            id: objects.length + 1,
            head: '<<\n/SubFilter /ETSI.CAdES.detached\n>>\n',
            stream: null,
          });
        }),
    ],
    [
      'an object too many',
      'PAGE_DIFFERS',
      () =>
        resigned((objects) => {
          objects.push({ id: objects.length + 1, head: '<<\n/A 1\n>>\n', stream: null });
        }),
    ],
    [
      'a key twice',
      'STRUCTURE_ALTERED',
      () =>
        resigned((objects) => {
          const one = objectWith(objects, '/Type /Catalog');
          one.head = one.head.replace('/Pages', '/Lang (en)\n/Pages');
        }),
    ],
  ];
  it.each(cases)('%s: %s', async (_what, code, make) => {
    await expectInvalid(await make(), code);
  });

  it('a gap between objects, even one of blanks', async () => {
    const { bytes, signatureAt } = rebuild(unsigned, () => {});
    const at = bytes.indexOf('\nxref\n0 ', 0, 'latin1') + 1;
    const gap = Buffer.concat([bytes.subarray(0, at), Buffer.from('% \n'), bytes.subarray(at)]);
    const moved = Buffer.from(
      gap.toString('latin1').replace(/startxref\n(\d+)/, (_, n: string) => `startxref\n${Number(n) + 3}`),
      'latin1',
    );
    await expectInvalid(await signPdf({ bytes: moved, signatureAt }, key), 'STRUCTURE_ALTERED');
  });
});

describe('other versions', () => {
  it('a newer format is not judged, an unknown template is not compared', async () => {
    const newer = await check(
      await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), version: 2, more: true })),
    );
    expect([newer.verdict, ...newer.reasons.map(({ code }) => code)]).toEqual(['unknown', 'NEWER_FORMAT']);
    const template = await check(
      await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), template: 99 })),
    );
    expect([template.verdict, ...template.reasons.map(({ code }) => code)]).toEqual([
      'valid',
      'PAGE_NOT_COMPARED',
    ]);
  });

  it('a newer format that was altered is invalid all the same', async () => {
    const newer = await withData((data) => canonicalJson({ ...(JSON.parse(data) as object), version: 2 }));
    const at = newer.indexOf('/Type /Page\n', 0, 'latin1');
    newer[at + 2] = 0x78;
    expect((await check(newer)).verdict).toBe('invalid');
  });
});

describe('the file as evidence', () => {
  it('two signatures over one report share everything but the signature', async () => {
    const again = await makeSignedReport(sampleReport(), key, resources);
    const strip = (pdf: Buffer): string =>
      createHash('sha256')
        .update(pdf.toString('latin1').replace(/\/Contents <[0-9a-f]+>/, ''), 'latin1')
        .digest('hex');
    expect(strip(again)).toBe(strip(honest));
  });
});
