import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeReport } from '#electron/application/reports/compose-report.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import {
  added,
  day,
  figure,
  newOffice,
  type Office,
  ownSet,
  record,
  resolved,
  threshold,
} from './support/commune.ts';

const PASSPHRASE = 'mật khẩu đủ dài';

/** A given set of another year: other ids, thresholds, tests and formulas. */
const NEXT_YEAR = {
  format: 1,
  id: 'muc-tieu-2025',
  version: 1,
  name: { vi: 'Mục tiêu chất lượng năm 2025', en: 'Quality objectives for 2025' },
  decision: { number: '99/QĐ-UBND', date: '2024-12-10', issuer: 'Chủ tịch Ủy ban nhân dân huyện' },
  validFrom: '2024-12-15',
  validTo: '2025-12-31',
  objectives: [
    {
      id: '2.3',
      annexPoint: '2',
      formula: 'dossier.online.received.v1',
      threshold: {
        commune: { op: '>', basisPoints: 6000 },
        district: { op: '>', basisPoints: 7000 },
      },
      striven: true,
      title: { vi: 'Tiếp nhận trực tuyến', en: 'Received online' },
      sentence: { vi: 'Trên 60% hồ sơ tiếp nhận trực tuyến.', en: 'More than 60% received online.' },
    },
    {
      id: 'X',
      annexPoint: '9',
      formula: 'petition.settled-on-time.v1',
      filter: { source: ['portal'] },
      threshold: {
        commune: { op: '>=', basisPoints: 9000 },
        district: { op: '>=', basisPoints: 9000 },
      },
      striven: false,
      title: { vi: 'Phản ánh trên cổng', en: 'Petitions on the portal' },
      sentence: { vi: 'Ít nhất 90%.', en: 'At least 90%.' },
    },
  ],
} as const;

function fileOf(office: Office, name: string, value: unknown): string {
  const path = join(office.folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return office.backend.files.register(path);
}
const setOf = async (office: Office, period: string) => {
  const { id, version } = await office.call('evaluation.targetSet', { period });
  return `${id} ${version}`;
};
async function sign(office: Office, period: string) {
  const [known] = await office.call('keys.list', {});
  const { id: keyId } = known ?? (await office.call('keys.create', { name: 'Khóa', passphrase: PASSPHRASE }));
  const { text, checks, amends } = await office.call('reports.draft', { period });
  const reasons = Object.fromEntries(checks.map(({ code }) => [code, 'Đã kiểm tra.']));
  await office.call('reports.saveDraft', { period, text: { ...text, reasons } });
  const amendment = amends === null ? {} : { amends: amends.sha256, reason: 'Ký lại.' };
  return office.call('reports.sign', {
    period,
    key: { kind: 'app', keyId, passphrase: PASSPHRASE },
    ...amendment,
  });
}

describe('which set judges a period', () => {
  it('the one valid on its last day, own before given, over two years', async () => {
    const office = await newOffice('thu', day('2025-02-01'));
    await office.call('targets.importFile', { file: fileOf(office, '2025.json', NEXT_YEAR) });
    await office.call(
      'targets.saveOwn',
      ownSet({ validFrom: day('2024-06-15'), validTo: day('2024-09-14'), added: [added({ id: 'A1' })] }),
    );
    expect(await setOf(office, '2024-Q2')).toBe('nhon-trach-2024 1');
    expect(await setOf(office, '2024-Q3')).toBe('nhon-trach-2024-own 1');
    expect(await setOf(office, '2024-Q4')).toBe('nhon-trach-2024 1');
    expect(await setOf(office, '2025-Q1')).toBe('muc-tieu-2025 1');
    // Before and after all of them: the set of the profile.
    expect(await setOf(office, '2022-Q1')).toBe('nhon-trach-2024 1');
    expect(await setOf(office, '2026-Q1')).toBe('nhon-trach-2024 1');
    expect(await office.call('targets.list', {})).toMatchObject([
      { id: 'muc-tieu-2025', origin: 'imported', current: true },
      { id: 'nhon-trach-2024-own', origin: 'own', current: false },
      { id: 'nhon-trach-2024', origin: 'program', current: false },
    ]);
  });

  it('judges with its own formulas, filters and tests; the trend keeps each period’s set', async () => {
    const office = await newOffice('thu', day('2025-02-01'));
    await office.call('targets.importFile', { file: fileOf(office, '2025.json', NEXT_YEAR) });
    await resolved(office, '2024-11-01', 'Hộ tịch', { online: 2, other: 2 });
    await resolved(office, '2025-01-10', 'Hộ tịch', { online: 3, other: 2 });
    await record(office, { channel: 'online', receivedOn: '2025-01-20' });
    const petition = (code: string, source: string, closedOn: string | null, reComplained: boolean | null) =>
      office.add('petitions', {
        code,
        source,
        subject: 'Trả hồ sơ chậm',
        receivedOn: '2025-01-02',
        dueOn: '2025-01-20',
        closedOn,
        outcome: closedOn === null ? null : 'settled',
        reComplained,
      });
    await petition('PA1', 'portal', '2025-01-10', null);
    await petition('PA2', 'portal', '2025-01-11', true);
    await petition('PA3', 'counter', null, null);
    expect(await figure(office, '2025-Q1', '2.3')).toMatchObject({
      formula: 'dossier.online.received.v1',
      numerator: 4,
      denominator: 6,
      verdict: 'met',
    });
    expect(await figure(office, '2025-Q1', 'X')).toMatchObject({
      numerator: 1,
      denominator: 2,
      verdict: 'missed',
    });
    const { trend } = await office.call('evaluation.overview', { period: '2025-Q1' });
    expect(trend.find(({ objective }) => objective === '2.3')?.points).toMatchObject([
      { period: '2024-Q4', numerator: 2, denominator: 4 },
      { period: '2025-Q1', numerator: 4, denominator: 6 },
    ]);
    expect(trend.find(({ objective }) => objective === 'X')?.points[0]).toEqual({
      period: '2024-Q4',
      numerator: null,
      denominator: null,
      threshold: null,
      verdict: null,
    });
  });

  it('a signed period keeps the set it was judged by, whatever comes after', async () => {
    const office = await newOffice('thu', day('2024-07-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 4, other: 6 });
    await resolved(office, '2024-04-01', 'Hộ tịch', { online: 4, other: 6 });
    await sign(office, '2024-Q1');
    await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4500) } }));
    expect(await setOf(office, '2024-Q1')).toBe('nhon-trach-2024 1');
    expect((await figure(office, '2024-Q1', '2.3')).verdict).toBe('met');
    expect(await setOf(office, '2024-Q2')).toBe('nhon-trach-2024-own 1');
    expect((await figure(office, '2024-Q2', '2.3')).verdict).toBe('missed');
    // Signed again, it is still judged as before.
    const again = await sign(office, '2024-Q1');
    expect(again.revision).toBe(2);
    expect(await setOf(office, '2024-Q1')).toBe('nhon-trach-2024 1');
  });
});

describe('a report judged by the commune’s own set', () => {
  it('carries what a reader needs, and passes the receiver’s check', async () => {
    const office = await newOffice('thu', day('2024-04-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 4, other: 6 });
    await resolved(office, '2024-02-01', 'Đất đai', { online: 0, other: 3 });
    const own = await office.call(
      'targets.saveOwn',
      ownSet({
        raised: { '2.3': threshold('>=', 4500) },
        added: [
          added({ id: 'A1', filter: { field: ['Hộ tịch'] } }),
          added({ id: 'A2', filter: { field: ['Hộ tịch'], channel: ['online', ''] } }),
          added({ id: 'A3', formula: 'hand.ratio.v1' }),
        ],
      }),
    );
    const entry = await sign(office, '2024-Q1');
    const path = join(office.folder, 'bao-cao.pdf');
    const file = office.backend.files.register(path);
    await office.call('reports.export', { id: entry.id, target: file });
    await office.call('trust.addSigner', { file, unitCode: null });
    const [checked] = await office.call('verify.files', { files: [file] });
    expect(checked?.verdict).toBe('valid');
    const report = checked?.report as ReportV1;
    expect(report.targetSet).toMatchObject({
      id: own.id,
      version: 1,
      sha256: own.sha256,
      base: { id: 'nhon-trach-2024', version: 1, decision: { number: '420/QĐ-UBND' } },
    });
    const of = (id: string) => report.objectives.find((one) => one.id === id);
    expect(of('2.3')).toMatchObject({ threshold: threshold('>=', 4500), given: threshold('>=', 3500) });
    expect(of('2.1')).not.toHaveProperty('given');
    expect(of('A1')).toMatchObject({
      given: null,
      filter: { field: ['Hộ tịch'] },
      sentence: 'Câu của mục tiêu A1.',
      numerator: 4,
      denominator: 10,
    });
    expect(of('A2')).toMatchObject({ numerator: 4, denominator: 4 });
    expect(report).not.toHaveProperty('entries');
  });
});

describe('the digest of the entries behind a report', () => {
  it('stays while they say the same, and changes with what they say', async () => {
    const office = await newOffice('thu', day('2024-04-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 1, other: 0 });
    const entry = await office.add('petitions', {
      code: 'PA1',
      subject: 'Trả hồ sơ chậm',
      receivedOn: '2024-02-01',
      dueOn: '2024-02-20',
      closedOn: '2024-02-10',
      outcome: 'settled',
    });
    const digest = async () => {
      const { text } = await office.call('reports.draft', { period: '2024-Q1' });
      return composeReport(await office.backend.workspace(), '2024-Q1', { text }).report.entries;
    };
    const first = await digest();
    expect(first?.count).toBe(1);
    expect(await digest()).toEqual(first);
    const save = (version: number, change: Record<string, string>) =>
      office.call('ledgers.save', {
        ledger: 'petitions',
        id: entry.id,
        version,
        record: { ...entry.record, ...change },
        reason: null,
      });
    // What no figure asks for changes nothing.
    const noted = await save(entry.version, { note: 'Đã gọi điện' });
    expect(await digest()).toEqual(first);
    await save(noted.entry.version, { closedOn: '2024-02-21' });
    expect(await digest()).toMatchObject({ count: 1 });
    expect(await digest()).not.toEqual(first);
  });
});

describe('target sets as files', () => {
  it('go from one folder to another with the same hash', async () => {
    const office = await newOffice();
    const own = await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4500) } }));
    const path = join(office.folder, 'own.json');
    const target = office.backend.files.register(path);
    await office.call('targets.exportFile', { id: own.id, version: own.version, target });
    const other = await newOffice();
    const taken = await other.call('targets.importFile', {
      file: fileOf(other, 'in.json', readFileSync(path, 'utf8')),
    });
    expect(taken).toMatchObject({ id: own.id, version: 1, sha256: own.sha256, origin: 'imported' });
    // Taken in once more it is the same.
    await other.call('targets.importFile', { file: fileOf(other, 'in.json', readFileSync(path, 'utf8')) });
    expect(await other.call('targets.list', {})).toHaveLength(2);
  });

  it('are refused with the place that is wrong, and never change', async () => {
    const office = await newOffice();
    const where = async (value: unknown) => {
      const file = fileOf(office, 'set.json', value);
      const fault = await office.backend
        .call('targets.importFile', { file })
        .catch((error: unknown) => error);
      return [(fault as { code?: string }).code, (fault as { params?: { where?: string } }).params?.where];
    };
    const [first, second] = NEXT_YEAR.objectives;
    expect(await where('không phải JSON')).toEqual(['TARGET_FILE_INVALID', '']);
    expect(
      await where({ ...NEXT_YEAR, objectives: [first, { ...second, filter: { màu: ['đỏ'] } }] }),
    ).toEqual(['TARGET_FILE_INVALID', 'objectives.1.filter.màu']);
    expect(await where({ ...NEXT_YEAR, objectives: [{ ...first, formula: 'lạ' }] })).toEqual([
      'TARGET_FILE_INVALID',
      'objectives.0.formula',
    ]);
    await office.call('targets.importFile', { file: fileOf(office, 'set.json', NEXT_YEAR) });
    expect(await where({ ...NEXT_YEAR, validTo: '2025-12-30' })).toEqual(['TARGET_FILE_INVALID', 'version']);
  });

  it('may be the set of the profile', async () => {
    const office = await newOffice('thu', day('2026-03-20'));
    const { profile, reportDueDays } = await office.call('settings.get', {});
    const save = { profile: { ...profile, targetSet: 'muc-tieu-2025' }, reportDueDays };
    expect((await office.refusal('settings.save', save)).code).toBe('INPUT_MISSING');
    await office.call('targets.importFile', { file: fileOf(office, 'set.json', NEXT_YEAR) });
    await office.call('settings.save', save);
    expect(await setOf(office, '2026-Q1')).toBe('muc-tieu-2025 1');
  });
});
