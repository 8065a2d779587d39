import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { verifyFiles } from '#electron/application/reports/verify-files.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { resourcesDir } from './support/sample-report.ts';
import { pdfsig, pdftotext } from './support/tools.ts';

const PERIOD = '2024-Q1';
const PASSPHRASE = 'mật khẩu đủ dài';
const REASON = 'Phần mềm một cửa không xuất thông tin này.';

let folder: string;
let backend: Backend;
let keyId: number;
const path = (name: string): string => join(folder, name);
const token = (name: string): string => backend.files.register(path(name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scl-reports-'));
  backend = createBackend({
    dataDir: join(folder, 'data'),
    resourcesDir,
    version: '0.1.0',
    clock: frozenClock('2024-03-20' as LocalDate),
  });
  await backend.callUnparsed('app.openSample', {});
  keyId = (await backend.call('keys.create', { name: 'Trần Thị Mẫu', passphrase: PASSPHRASE })).id;
}, 120_000);
afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

const isOfChain = (code: string): boolean => code.startsWith('CHAIN_');
const sign = (passphrase = PASSPHRASE) =>
  backend.call('reports.sign', { period: PERIOD, key: { kind: 'app', keyId, passphrase } });

describe('from draft to archive', () => {
  it('proposes a paragraph for each missed objective, from its figures', async () => {
    const { text, checks, periodOver, evaluation } = await backend.call('reports.draft', { period: PERIOD });
    expect(text.narrative).toContain(
      'Mục tiêu 2.3 “Hồ sơ giải quyết trực tuyến” chưa đạt: 146/439 bằng 33,25%, chỉ tiêu ≥\u00a035%. Còn thiếu 8 hồ sơ để đạt.',
    );
    const missed = evaluation.objectives.filter(({ verdict }) => verdict === 'missed').map(({ id }) => id);
    expect(missed).toEqual(expect.arrayContaining(['2.1', '2.3']));
    const paragraphs = text.narrative.split('\n');
    expect(paragraphs.slice(0, -1).map((each) => /^Mục tiêu (?:phấn đấu )?(\S+) /.exec(each)?.[1])).toEqual(
      missed,
    );
    expect(text.narrative).toContain(
      'Trong số chưa đạt có: nộp trực tiếp hoặc qua bưu chính (293 hồ sơ). Biện pháp theo kế hoạch: Bố trí một máy',
    );
    expect(paragraphs.at(-1)).toContain(
      'Mục tiêu 2.3: 146 hồ sơ giải quyết trong kỳ được nộp trực tuyến, trên 439 hồ sơ giải quyết trong kỳ, bằng 33,25%.',
    );
    expect(paragraphs.at(-1)).toMatch(
      /^Giải trình tỷ lệ: .*Không tính \d+ hồ sơ: .*từ chối giải quyết \(\d+ hồ sơ\)/,
    );
    expect(periodOver).toBe(true);
    expect(checks.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(checks.map(({ code }) => code)).toEqual([
      'MISSING_DATA:2.1',
      'MISSING_DATA:5.2',
      'MISSING_DATA:7.1',
      'OVERDUE_PENDING',
    ]);
  });

  it('is held back while a warning has no reason', async () => {
    await expect(sign()).rejects.toMatchObject({ code: 'REPORT_HELD_BACK' });
  });

  it('keeps a draft, in composed letters', async () => {
    const draft = await backend.call('reports.draft', { period: PERIOD });
    const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, REASON.normalize('NFD')]));
    await backend.call('reports.saveDraft', {
      period: PERIOD,
      text: {
        ...draft.text,
        number: ' 05/BC-UBND ',
        date: '2024-03-20' as LocalDate,
        remarks: { '2.3': 'Đã tổ chức hướng dẫn nộp trực tuyến.'.normalize('NFD') },
        reasons,
      },
    });
    const { text } = await backend.call('reports.draft', { period: PERIOD });
    expect(text.number).toBe('05/BC-UBND');
    expect(text.reasons.OVERDUE_PENDING).toBe(REASON);
    expect(text.remarks).toEqual({ '2.3': 'Đã tổ chức hướng dẫn nộp trực tuyến.' });
  });

  it('shows the very page, marked as a draft', async () => {
    const { pdf } = await backend.call('reports.preview', { period: PERIOD });
    const text = pdftotext(pdf, '-raw');
    expect(text).toContain('146/439');
    expect(text.replace(/\s/g, '')).toContain('DỰTHẢO');
  });

  it('signs, archives, exports; the file is valid once its signer is enrolled', async () => {
    await expect(sign('không phải')).rejects.toMatchObject({ code: 'KEY_PASSPHRASE_WRONG' });
    const entry = await sign();
    expect(entry).toMatchObject({
      reportId: 'BC-26503-2024-Q1',
      revision: 1,
      period: PERIOD,
      fileName: 'BaoCao_26503_2024-Q1_R1_MAU.pdf',
    });
    await backend.call('reports.export', { id: entry.id, target: token('r1.pdf') });
    expect(pdfsig(readFileSync(path('r1.pdf')))).toContain('Signature is Valid.');
    const [before] = await backend.call('verify.files', { files: [token('r1.pdf')] });
    expect(before?.verdict).toBe('unknown');
    await backend.call('trust.addSigner', { file: token('r1.pdf'), unitCode: '26503' });
    const [after] = await backend.call('verify.files', { files: [token('r1.pdf')] });
    expect(after?.verdict).toBe('valid');
    // A key speaks for its unit: a file does not move it to another one, or let it speak for any.
    for (const unitCode of ['26500', null])
      await expect(
        backend.call('trust.addSigner', { file: token('r1.pdf'), unitCode }),
      ).rejects.toMatchObject({ code: 'RECORD_INVALID', params: { reason: 'otherUnit', unit: '26503' } });
    const report = after?.report as ReportV1;
    expect(report.sample).toBe(true);
    expect(report.warnings.map(({ code }) => code)).toContain('MISSING_DATA:2.1');
    expect(report.records.count).toBe(447);
    const [entryOfTimeline] = (await backend.call('reports.timeline', {})).filter(
      ({ period }) => period === PERIOD,
    );
    expect(entryOfTimeline).toMatchObject({ state: 'signed', report: { id: entry.id } });
  });

  it('holds no citizen’s data: no code, name or number of a dossier', async () => {
    const json = JSON.stringify(
      (await backend.call('verify.files', { files: [token('r1.pdf')] }))[0]?.report,
    );
    const { ids } = await backend.call('dossiers.index', { filter: {} });
    const { store, clock } = await backend.workspace();
    for (const { record } of store.dossiers.rows([...ids.slice(0, 500)], clock.today())) {
      expect(json).not.toContain(record.code);
      if (record.personId) expect(json).not.toContain(record.personId);
      if (record.applicantName && record.applicantName !== 'Trần Thị Mẫu')
        expect(json).not.toContain(record.applicantName);
    }
  });

  it('signing again supersedes: next revision, hash of the former', async () => {
    const [first] = (await backend.call('reports.timeline', {})).flatMap(({ report }) => report ?? []);
    await expect(sign()).rejects.toMatchObject({ code: 'ALREADY_SIGNED', params: { revision: 1 } });
    const amend = (amends: string | undefined, reason: string) =>
      backend.call('reports.sign', {
        period: PERIOD,
        key: { kind: 'app', keyId, passphrase: PASSPHRASE },
        amends,
        reason,
      });
    await expect(amend('0'.repeat(64), 'Sai.')).rejects.toMatchObject({ code: 'ALREADY_SIGNED' });
    await expect(amend(first?.sha256, ' ')).rejects.toMatchObject({ code: 'ALREADY_SIGNED' });
    expect((await backend.call('reports.draft', { period: PERIOD })).amends).toMatchObject({
      sha256: first?.sha256,
      revision: 1,
    });
    const entry = await amend(first?.sha256, 'Ghi thêm số văn bản.');
    expect(entry.revision).toBe(2);
    await backend.call('reports.export', { id: entry.id, target: token('r2.pdf') });
    const [checked] = await backend.call('verify.files', { files: [token('r2.pdf')] });
    const report = (checked?.report as ReportV1 | undefined)?.report;
    expect(report?.supersedes).toEqual({ reportId: first?.reportId, revision: 1, sha256: first?.sha256 });
    expect(report?.previous).toEqual(report?.supersedes);
    expect(report?.reason).toBe('Ghi thêm số văn bản.');
    expect(pdftotext(readFileSync(path('r2.pdf')), '-raw').replace(/\s+/g, ' ')).toContain(
      'Lý do thay thế: Ghi thêm số văn bản.',
    );
    expect(checked?.verdict).toBe('valid');
    // Checked together, the two are told as what they are to each other; each verdict is its own file's.
    const both = await backend.call('verify.files', { files: [token('r2.pdf'), token('r1.pdf')] });
    expect(
      both.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code).filter(isOfChain)]),
    ).toEqual([
      ['valid', 'CHAIN_AMENDS'],
      ['valid', 'CHAIN_SUPERSEDED'],
    ]);
    expect(both[1]?.reasons.at(-1)?.message).toContain('BC-26503-2024-Q1 (lần 2)');
  });

  it('a revoked signer is refused', async () => {
    const [enrolment] = await backend.call('trust.list', {});
    await backend.call('trust.revoke', { id: enrolment?.id ?? 0, revokedOn: '2024-03-01' as LocalDate });
    const [checked] = await backend.call('verify.files', { files: [token('r1.pdf')] });
    expect([checked?.verdict, checked?.reasons[0]?.code]).toEqual(['invalid', 'SIGNER_REVOKED']);
    expect(checked?.reasons[0]?.message).toContain('01/03/2024');
  });

  it('and does not come back by any way', async () => {
    const refused = { code: 'RECORD_INVALID', params: { reason: 'revoked' } };
    await expect(
      backend.call('trust.addSigner', { file: token('r1.pdf'), unitCode: '26503' }),
    ).rejects.toMatchObject(refused);
    await backend.call('keys.saveCertificate', { keyId, target: token('again.pem') });
    const [own] = await backend.call('keys.list', {});
    expect(await backend.call('trust.readCertificate', { certificate: token('again.pem') })).toEqual({
      subject: expect.stringContaining(own?.subject ?? 'nobody'),
      fingerprint: own?.fingerprint,
    });
    await expect(
      backend.call('trust.add', { certificate: token('again.pem'), unitCode: '26503', from: null, to: null }),
    ).rejects.toMatchObject(refused);
    const [checked] = await backend.call('verify.files', { files: [token('r1.pdf')] });
    expect(checked?.verdict).toBe('invalid');
  });
});

describe('whom the command line trusts', () => {
  const check = async (trust: string | null, language: 'vi' | 'en' = 'vi') =>
    (await verifyFiles([path('r1.pdf')], { trust, resourcesDir, now: '2024-03-21T00:00:00Z', language }))[0];

  it('a bare certificate, PEM or DER, for any unit', async () => {
    await backend.call('keys.saveCertificate', { keyId, target: token('cert.pem') });
    expect((await check(path('cert.pem')))?.verdict).toBe('valid');
    const pem = readFileSync(path('cert.pem'), 'latin1').replace(/-----[^-]+-----|\s/g, '');
    writeFileSync(path('cert.der'), Buffer.from(pem, 'base64'));
    expect((await check(path('cert.der')))?.verdict).toBe('valid');
    expect((await check(null))?.verdict).toBe('unknown');
    expect((await check(null, 'en'))?.reasons[0]?.message).toContain('not enrolled');
  });

  it('a folder of enrolments', async () => {
    const [key] = await backend.call('keys.list', {});
    const trust = (entries: unknown) => {
      writeFileSync(path('enrolments.json'), JSON.stringify(entries));
      return check(folder);
    };
    expect(
      (
        await trust([
          {
            certificate: 'cert.pem',
            unitCode: '26503',
            from: '2024-01-01',
            to: '2024-12-31',
            revokedOn: null,
          },
        ])
      )?.verdict,
    ).toBe('valid');
    expect(
      (await trust([{ sha256: key?.fingerprint.toUpperCase().match(/.{2}/g)?.join(':'), unitCode: '26503' }]))
        ?.verdict,
    ).toBe('valid');
    expect((await trust([{ certificate: 'cert.pem', unitCode: '26500' }]))?.reasons[0]?.code).toBe(
      'SIGNER_WRONG_UNIT',
    );
    expect((await trust([{ certificate: 'cert.pem', revokedOn: '2024-03-20' }]))?.reasons[0]?.code).toBe(
      'SIGNER_REVOKED',
    );
    expect((await trust([{ certificate: 'cert.pem', to: '2024-02-29' }]))?.reasons[0]?.code).toBe(
      'SIGNER_OUTSIDE_TIME',
    );
    expect((await trust([]))?.verdict).toBe('unknown');
    await expect(trust([{ certificate: 'cert.pem', until: '2024' }])).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
    });
    await expect(trust([{ certificate: 'khong-co.pem' }])).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(check(path('khong-co'))).rejects.toMatchObject({ code: 'INPUT_MISSING' });
  });
});
