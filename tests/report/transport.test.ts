import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { reasonText, verifyWrapped } from '#electron/application/reports/verify-files.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import type { Verification } from '#electron/report/verify/verify-report.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { inFolder } from './support/tools.ts';

// What happens to a file between two offices, done by the programs that do it. Each gets its explanation.

let key: TestKey;
let report: Buffer;

beforeAll(async () => {
  key = await makeKey();
  report = await makeSignedReport(sampleReport(), key, resources);
});

const check = (bytes: Buffer): Promise<Verification> =>
  verifyWrapped(bytes, { trust: trusting(key), now: '2040-01-01T00:00:00Z', comparePages: false, resources });

const codes = async (bytes: Buffer): Promise<string[]> =>
  (await check(bytes)).reasons.map(({ code }) => code).filter((code) => code !== 'PAGE_NOT_COMPARED');

/** What a program makes of the report: `{in}` and `{out}` stand for the files. */
function through(program: string, ...options: string[]): Buffer {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    writeFileSync(from, report);
    execFileSync(
      program,
      options.map((option) =>
        option.replace('{in}', from).replace('{out}', to).replace('{stem}', join(folder, 'out')),
      ),
      { stdio: 'ignore', timeout: 30_000 },
    );
    const made = readdirSync(folder).find((name) => name.startsWith('out'));
    return readFileSync(join(folder, made ?? 'out.pdf'));
  });
}

/** A zip as any program writes it. */
function zip(files: Readonly<Record<string, Buffer>>, flags = 0x800): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const text = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(text.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, text, packed]);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(10), offset, text]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

function mail(...attached: [name: string, content: Buffer][]): Buffer {
  const parts = attached.map(
    ([name, content]) =>
      `--b1\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename="${name}"\r\n\r\n${content
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n')}\r\n`,
  );
  return Buffer.from(
    `Received: from mail.example by x; Mon, 18 Mar 2024 08:00:00 +0700\r\nFrom: a@example\r\nTo: b@example\r\nSubject: Bao cao\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKính gửi\r\n${parts.join('')}--b1--\r\n`,
  );
}

describe('put into something on the way: opened, and said', () => {
  const cases: [string, string[], () => Buffer][] = [
    ['a zip', ['UNPACKED_ZIP'], () => zip({ 'báo cáo quý I.pdf': report })],
    [
      'a zip in a zip',
      ['UNPACKED_ZIP', 'UNPACKED_ZIP'],
      () => zip({ 'a.zip': zip({ 'thu-muc/a.pdf': report }) }),
    ],
    [
      'a zip of macOS',
      ['UNPACKED_ZIP'],
      () => zip({ 'a.pdf': report, '__MACOSX/._a.pdf': Buffer.from('x') }),
    ],
    ['a mail', ['UNPACKED_MAIL'], () => mail(['=?UTF-8?B?YsOhbyBjw6FvLnBkZg==?=', report])],
    ['a zip in a mail', ['UNPACKED_MAIL', 'UNPACKED_ZIP'], () => mail(['a.zip', zip({ 'a.pdf': report })])],
  ];
  it.each(cases)('%s', async (_name, expected, make) => {
    const checked = await check(make());
    expect(await codes(make())).toEqual(expected);
    expect([checked.verdict, checked.report]).toEqual(['valid', sampleReport()]);
  });

  it('under a name with letters of its own', async () => {
    const { reasons } = await check(mail(['=?UTF-8?B?YsOhbyBjw6FvLnBkZg==?=', report]));
    expect(reasons.at(-1)?.params).toEqual({ name: 'báo cáo.pdf' });
  });
});

describe('damaged, or something else: explained, with what to ask for', () => {
  const unsigned = (): Buffer => through('qpdf', '{in}', '--pages', '.', '1', '--', '{out}');
  const cases: [string, VerifyCode, () => Buffer][] = [
    ['empty', 'EMPTY_FILE', () => Buffer.alloc(0)],
    ['download stopped half-way', 'TRUNCATED', () => report.subarray(0, report.length >> 1)],
    ['room reserved, nothing received', 'TRUNCATED', () => Buffer.alloc(50_000)],
    ['saved anew by qpdf', 'REWRITTEN', () => through('qpdf', '{in}', '{out}')],
    [
      'saved anew with object streams',
      'REWRITTEN',
      () => through('qpdf', '--object-streams=generate', '{in}', '{out}'),
    ],
    ['made smaller by MuPDF', 'REWRITTEN', () => through('mutool', 'clean', '-z', '{in}', '{out}')],
    ['one page taken out', 'REWRITTEN', unsigned],
    [
      'printed to PDF, which keeps nothing of it',
      'NOT_A_REPORT',
      () => through('pdftocairo', '-pdf', '{in}', '{out}'),
    ],
    [
      'password added',
      'PASSWORD_ADDED',
      () => through('qpdf', '--encrypt', 'a', 'b', '256', '--', '{in}', '{out}'),
    ],
    [
      'line ends converted',
      'LINE_ENDS_CONVERTED',
      () => Buffer.from(report.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    ],
    [
      'a photograph sent by Zalo',
      'IMAGE',
      () => through('pdftoppm', '-jpeg', '-r', '40', '-f', '1', '-singlefile', '{in}', '{stem}'),
    ],
    [
      'a picture of the page',
      'IMAGE',
      () => through('pdftoppm', '-png', '-r', '40', '-f', '1', '-singlefile', '{in}', '{stem}'),
    ],
    ['a scan', 'SCANNED', () => scan()],
    [
      'a page that asks to sign in',
      'WEB_PAGE',
      () => Buffer.from('\ufeff<!DOCTYPE html>\n<html><body>Đăng nhập</body></html>'),
    ],
    ['a zip of several reports', 'ZIPPED_MANY', () => zip({ 'a.pdf': report, 'b.pdf': report })],
    ['a zip without a report', 'ZIPPED', () => zip({ 'a.txt': report })],
    ['a zip with a password', 'ZIPPED_LOCKED', () => zip({ 'a.pdf': report }, 0x801)],
    ['a zip cut short', 'TRUNCATED', () => zip({ 'a.pdf': report }).subarray(0, 20_000)],
    [
      'an Excel file',
      'OFFICE_FILE',
      () => zip({ '[Content_Types].xml': Buffer.from('<x/>'), 'xl/a.pdf': report }),
    ],
    ['an old Word file', 'OFFICE_FILE', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a RAR archive', 'OTHER_ARCHIVE', () => Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['a mail without a report', 'MAIL_WITHOUT_REPORT', () => mail()],
    ['a mail with two', 'MAIL_WITHOUT_REPORT', () => mail(['a.pdf', report], ['b.pdf', report])],
    ['the data alone', 'DATA_ALONE', () => Buffer.from(canonicalJson(sampleReport()))],
    ['mail headers before it', 'PREFIXED', () => Buffer.concat([Buffer.from('X\r\n\r\n'), report])],
    ['bytes behind it', 'BYTES_APPENDED', () => Buffer.concat([report, Buffer.from('\0\0\0')])],
    ['any text', 'NOT_PDF', () => Buffer.from('Báo cáo quý I')],
  ];
  it.each(cases)('%s: %s', async (_name, code, make) => {
    const bytes = make();
    const { verdict, reasons } = await check(bytes);
    expect(reasons.map((reason) => reason.code).filter((one) => one !== 'PAGE_NOT_COMPARED')).toEqual([code]);
    expect(verdict).toBe('invalid');
    for (const reason of reasons) expect(reasonText(reason, 'vi')).not.toMatch(/\{\{|undefined/);
  });

  /** A page that is one picture, as scanners make it. */
  function scan(): Buffer {
    const jpeg = through('pdftoppm', '-jpeg', '-r', '30', '-f', '1', '-singlefile', '{in}', '{stem}');
    const stream = `<< /Type /XObject /Subtype /Image /Width 248 /Height 351 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
    return Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n${stream}`),
      jpeg,
      Buffer.from(
        '\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 2 0 R >>\nstartxref\n9\n%%EOF\n',
      ),
    ]);
  }
});
