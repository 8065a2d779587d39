import { readFileSync } from 'node:fs';
import { unwrap } from '#electron/application/reports/unwrap.ts';
import { reasonText, verifyWrapped } from '#electron/application/reports/verify-files.ts';
import { readCertificateFile } from '#electron/report/asn1/certificate.ts';
import { zipOf } from '../../receiver/support/zip.ts';
import { makeKey, trusting } from '../../report/support/keys.ts';
import { noteByMupdf, signByLibpdf } from '../../report/support/other-programs.ts';
import { resources } from '../../report/support/sample-report.ts';
import { mutateBytes } from '../support/mutate-bytes.ts';
import { mutateDer } from '../support/mutate-der.ts';
import { mutateZip } from '../support/mutate-zip.ts';
import type { Random } from '../support/random.ts';
import type { Target } from '../support/target.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/report/${name}`, import.meta.url));
const NOW = '2024-03-20T00:00:00Z';
const PDF_WORDS = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '/Prev 0',
  '/Prev 17',
  '/XRefStm 9',
  '/Type /ObjStm /N 99999999 /First 1',
  '/Length 99999999999',
  '/Filter [/FlateDecode /FlateDecode]',
  '/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 99 >>',
  '/Kids [1 0 R]',
  '/Parent 1 0 R',
  '/W [99 99 99]',
  '/Index [0 2147483647]',
  '/Size 2147483647',
  '0 0 R',
  '1 0 R',
  '99999999 0 R',
  'endobj\n',
  'endstream',
  'startxref\n0\n%%EOF\n',
  'xref\n0 1\n',
  'trailer\n<< >>\n',
  'stream\n',
  '/ByteRange [0 0 0 0]',
  '/ByteRange [0 99999999999 1 1]',
  '<ff>',
  '%',
  '/JS (x)',
  '[['.repeat(3000),
];
const MAIL_WORDS = [
  'Content-Type: multipart/mixed; boundary="b"\r\n',
  '--b\r\n',
  '--b--',
  '\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?B?',
  '?=',
  "filename*=utf-8''%E0%A4%A",
  'boundary=""',
  'boundary=";;;"',
  '\r\n \r\n ',
  ';',
  '"',
  'Content-Disposition: attachment; filename="a.pdf"\r\n',
];

/** Report files, what was added to them later, and what they are wrapped in. */
export function reportTargets(): Record<string, () => Promise<Target>> {
  const plain = fixture('report-v1-template-1-ec.pdf');
  const certificate = readCertificateFile(fixture('ec.pem'))[0];
  if (certificate === undefined) throw new Error('the fixture has no certificate');
  const trust = trusting(certificate);
  /** `mayStand`: what is not a part of the signed report may change without making it false. */
  const check = async (bytes: Buffer, mayStand: boolean): Promise<string> => {
    const { verdict, reasons } = await verifyWrapped(bytes, {
      trust,
      now: NOW,
      comparePages: false,
      resources,
    });
    for (const reason of reasons)
      for (const language of ['vi', 'en'] as const)
        if (reasonText(reason, language).trim() === '') throw new Error(`no words for ${reason.code}`);
    if (verdict !== 'invalid' && !mayStand && !bytes.equals(plain))
      throw new Error('an altered report stands');
    return `${verdict} ${reasons[0]?.code ?? ''}`;
  };
  return {
    report: async () => ({
      seeds: [plain],
      mutate: mutatePdf,
      run: (bytes) => check(bytes, false),
    }),
    'later saves': async () => {
      const agency = await makeKey({ type: 'RSA', name: 'Ủy ban nhân dân xã Phước An' });
      const at = '2024-03-18T02:00:00Z';
      const stamped = noteByMupdf(plain, { page: 1, left: 20, bottom: 20, width: 60, height: 12 }, '05');
      const seeds = [
        await signByLibpdf(plain, agency, { at }),
        stamped,
        await signByLibpdf(stamped, agency, { at }),
      ];
      return {
        seeds: seeds.map((bytes) => Buffer.from(bytes)),
        // Only behind the report: before it stands what `report` tries.
        mutate: (bytes, random) =>
          Buffer.concat([bytes.subarray(0, plain.length), mutatePdf(bytes.subarray(plain.length), random)]),
        run: (bytes) => check(bytes, true),
      };
    },
    wrapped: async () => {
      const mail = mailOf(plain.subarray(0, 3000));
      const zip = zipOf({ 'báo cáo.pdf': plain.subarray(0, 3000) });
      return {
        seeds: [mail, zip, zipOf({ 'thu.eml': mail }), mailOf(zip, 'bao-cao.zip'), zipOf({ 'a.zip': zip })],
        mutate: (bytes, random) =>
          (bytes[0] === 0x50 && random.chance(0.5)
            ? mutateZip(bytes, random, (_name, content) => mutateBytes(content, MAIL_WORDS, random))
            : null) ?? mutateBytes(bytes, [...MAIL_WORDS, 'PK\x05\x06', 'PK\x03\x04'], random),
        run(bytes) {
          const opened = unwrap(bytes);
          return 'refusal' in opened
            ? opened.refusal.code
            : opened.notes.map(({ code }) => code).join(' ') || 'as it is';
        },
      };
    },
  };
}

/** Changes of the file, and of the signature inside its hex digits. */
function mutatePdf(bytes: Buffer, random: Random): Buffer {
  if (random.chance(0.25)) {
    const start = bytes.indexOf('/Contents <', 0, 'latin1') + 11;
    const end = start < 11 ? -1 : bytes.indexOf('>', start, 'latin1');
    if (end > start) {
      const room = end - start;
      const der = Buffer.from(bytes.toString('latin1', start, end), 'hex');
      const hex = mutateDer(der, random).toString('hex').slice(0, room).padEnd(room, '0');
      return Buffer.concat([bytes.subarray(0, start), Buffer.from(hex, 'latin1'), bytes.subarray(end)]);
    }
  }
  return mutateBytes(bytes, PDF_WORDS, random);
}

function mailOf(content: Buffer, name = '=?UTF-8?B?YsOhbyBjw6FvLnBkZg==?='): Buffer {
  return Buffer.from(
    [
      'From: xa@example.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="=_b"',
      '',
      '--=_b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Kính gửi',
      '--=_b',
      `Content-Type: application/pdf; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--=_b--',
      '',
    ].join('\r\n'),
  );
}
