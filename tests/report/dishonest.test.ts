import { beforeAll, describe, it } from 'vitest';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { expectInvalid, key, prepare, resigned, unsigned, withData } from './support/attacked.ts';
import { type LooseObject, objectWith, rebuild } from './support/rebuild.ts';

beforeAll(prepare);

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
