import { beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import {
  check,
  codes,
  draft,
  expectInvalid,
  honest,
  key,
  prepare,
  resigned,
  unsigned,
} from './support/attacked.ts';
import { makeKey, trusting } from './support/keys.ts';
import { objectWith, rebuild } from './support/rebuild.ts';
import { resources, sampleReport } from './support/sample-report.ts';

beforeAll(prepare);

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
