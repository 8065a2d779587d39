import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { openReceipt, receiptCode, sealReceipt } from '#electron/application/receiver/seal-receipt.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type ReceiptV1, receiptFileName } from '#shared/receiver/receipt.ts';
import { asUnitsFile } from '#shared/receiver/units.ts';
import { profile, validInputs } from '../contract/support/valid-inputs.ts';
import { keyPem, makeKey, pem } from '../report/support/keys.ts';
import { resourcesDir } from '../report/support/sample-report.ts';
import { makeP12 } from '../report/support/tools.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';
import { sha256Of } from './support/communes.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-receipts-'));
const PASS = 'mật khẩu khóa';
const task = { task: 'viec' };
let commune: Backend;
let district: Backend;
let reportFile: string;
let answer: Buffer;
let issued: Output<'receipts.issue'>;
let districtP12: string;

async function folderOf(
  name: string,
  day: LocalDate,
  unit: Partial<(typeof profile)['unit']>,
): Promise<Backend> {
  const backend = createBackend({
    dataDir: join(folder, name),
    resourcesDir,
    version: '0.0.0',
    costs: CHEAP,
    clock: frozenClock(day),
  });
  const one = { ...profile, unit: { ...profile.unit, ...unit } };
  await backend.call('app.initialise', {
    profile: one,
    login: 'thu',
    passphrase: TEST_PASSPHRASE,
    backupFolder: null,
  });
  return backend;
}

const token = (backend: Backend, path: string): string => backend.files.register(path);

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.code} ${error.params.code ?? ''}`.trim();
  }
}

beforeAll(async () => {
  commune = await folderOf('commune', localDate(2024, 3, 15), {});
  district = await folderOf('district', localDate(2024, 3, 18), {
    code: '742',
    name: 'Ủy ban nhân dân huyện Nhơn Trạch',
    kind: 'huyen',
  });
  const key = await commune.call('keys.create', { name: 'Chủ tịch', passphrase: PASS });
  await commune.callUnparsed('dossiers.save', validInputs['dossiers.save']);
  const draft = await commune.call('reports.draft', { period: '2024-Q1' });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'lý do']));
  await commune.call('reports.saveDraft', { period: '2024-Q1', text: { ...draft.text, reasons } });
  const entry = await commune.call('reports.sign', {
    period: '2024-Q1',
    key: { kind: 'app', keyId: key.id, passphrase: PASS },
  });
  reportFile = join(folder, entry.fileName);
  await commune.call('reports.export', { id: entry.id, target: token(commune, reportFile) });
  await commune.call('keys.saveCertificate', {
    keyId: key.id,
    target: token(commune, join(folder, 'c.pem')),
  });

  const districtKey = await makeKey({
    name: 'Phòng Kinh tế',
    organization: 'Ủy ban nhân dân huyện Nhơn Trạch',
  });
  districtP12 = join(folder, 'd.p12');
  writeFileSync(districtP12, makeP12(pem(districtKey.certificate), keyPem(districtKey.key), PASS));
});

afterAll(async () => {
  await commune.close();
  await district.close();
  rmSync(folder, { recursive: true, force: true });
});

const districtKeyInput = () =>
  ({ kind: 'p12', file: token(district, districtP12), passphrase: PASS }) as const;

describe('an answer from the receiver to the unit', () => {
  it('is not given before the signer is trusted, and not without reasons where it is returned', async () => {
    const request = { file: token(district, reportFile), reasons: [], key: districtKeyInput(), target: null };
    expect(await faultOf(district.call('receipts.issue', { ...request, verdict: 'accepted' }))).toBe(
      'RECEIPT_INVALID not-valid',
    );
    expect(await faultOf(district.call('receipts.issue', { ...request, verdict: 'returned' }))).toBe(
      'RECEIPT_INVALID reasons',
    );
  });

  it('is not given to oneself', async () => {
    const request = { file: token(commune, reportFile), verdict: 'returned' as const, target: null };
    const reasons = [{ where: null, text: 'Thử.' }];
    const key = { kind: 'app' as const, keyId: 1, passphrase: PASS };
    expect(await faultOf(commune.call('receipts.issue', { ...request, reasons, key }))).toBe(
      'RECEIPT_INVALID self',
    );
  });

  it('is issued, taken in, and changes the state of the report', async () => {
    await district.call('trust.add', {
      certificate: token(district, join(folder, 'c.pem')),
      unitCode: '26503',
      from: null,
      to: null,
    });
    const target = join(folder, 'answer.scl-receipt');
    issued = await district.call('receipts.issue', {
      file: token(district, reportFile),
      verdict: 'accepted',
      reasons: [],
      key: districtKeyInput(),
      target: token(district, target),
    });
    answer = readFileSync(target);
    expect(await district.call('receipts.issued', { file: token(district, reportFile) })).toEqual([
      issued.receipt,
    ]);
    expect(issued.receipt).toMatchObject({
      verdict: 'accepted',
      reportId: 'BC-26503-2024-Q1',
      revision: 1,
      sha256: sha256Of(readFileSync(reportFile)),
      receiver: { code: '742' },
    });

    const before = await commune.call('reports.timeline', {});
    expect(before.find(({ period }) => period === '2024-Q1')?.receipt).toBeNull();
    // Its own clock stands before the answer: a claimed time in the future is refused.
    expect(await faultOf(commune.call('receipts.take', { file: token(commune, target) }))).toBe(
      'RECEIPT_INVALID signer',
    );
    await commune.close();
    commune = createBackend({
      dataDir: join(folder, 'commune'),
      resourcesDir,
      version: '0.0.0',
      costs: CHEAP,
      clock: frozenClock(localDate(2024, 3, 20)),
    });
    await commune.signIn('thu', TEST_PASSPHRASE);
    const untrusted = await commune.call('receipts.take', { file: token(commune, target) });
    expect(untrusted.trusted).toBe(false);
    const asked = { report: untrusted.sha256, signer: untrusted.signer.sha256 };
    expect(await faultOf(commune.call('receipts.trustSigner', { ...asked, signer: '0'.repeat(64) }))).toBe(
      'RECORD_UNKNOWN',
    );
    expect(await commune.call('receipts.trustSigner', asked)).toMatchObject({
      fingerprint: untrusted.signer.sha256,
      unitCode: '742',
    });
    // What came in before counts from then on.
    expect(await commune.call('receipts.list', {})).toMatchObject([{ trusted: true }]);
    expect((await commune.call('receipts.take', { file: token(commune, target) })).trusted).toBe(true);
    const after = await commune.call('reports.timeline', {});
    expect(after.find(({ period }) => period === '2024-Q1')?.receipt).toEqual({
      verdict: 'accepted',
      trusted: true,
      issuedAt: issued.receipt.issuedAt,
      reasons: [],
    });
    expect(await commune.call('receipts.list', {})).toHaveLength(1);
  });

  it('can be told by eight digits over the phone', async () => {
    const { code } = issued.receipt;
    expect(code).toMatch(/^\d{8}$/);
    const spoken = `${code.slice(0, 4)} ${code.slice(4)}`;
    expect(await commune.call('receipts.byCode', { code: spoken })).toMatchObject({
      wellFormed: true,
      match: { reportId: 'BC-26503-2024-Q1', revision: 1, verdict: 'accepted' },
    });
    const returned = receiptCode(issued.receipt.sha256, 'returned', profile.receiver.to);
    expect((await commune.call('receipts.byCode', { code: returned })).match?.verdict).toBe('returned');
    const wrong = `${code.slice(0, 7)}${(Number(code[7]) + 1) % 10}`;
    expect(await commune.call('receipts.byCode', { code: wrong })).toEqual({
      wellFormed: false,
      match: null,
    });
    const other = receiptCode('0'.repeat(64), 'accepted', profile.receiver.to);
    expect(await commune.call('receipts.byCode', { code: other })).toEqual({ wellFormed: true, match: null });
  });

  it('carries the reasons of what is returned, and the later answer stands', async () => {
    const target = join(folder, 'returned.scl-receipt');
    await district.close();
    district = createBackend({
      dataDir: join(folder, 'district'),
      resourcesDir,
      version: '0.0.0',
      costs: CHEAP,
      clock: frozenClock(localDate(2024, 3, 19)),
    });
    await district.signIn('thu', TEST_PASSPHRASE);
    const reasons = [
      { where: '2.3', text: 'Chưa giải trình.' },
      { where: null, text: 'Thiếu số văn bản.' },
    ];
    await district.call('receipts.issue', {
      file: token(district, reportFile),
      verdict: 'returned',
      reasons,
      key: districtKeyInput(),
      target: token(district, target),
    });
    await commune.call('receipts.take', { file: token(commune, target) });
    const timeline = await commune.call('reports.timeline', {});
    expect(timeline.find(({ period }) => period === '2024-Q1')?.receipt).toMatchObject({
      verdict: 'returned',
      reasons,
    });
  });

  it('is refused when any byte of it is another', async () => {
    const path = join(folder, 'mutant.scl-receipt');
    const take = async (bytes: Buffer): Promise<string> => {
      writeFileSync(path, bytes);
      return faultOf(commune.call('receipts.take', { file: token(commune, path) }));
    };
    for (let at = 0; at < answer.length; at += 1) {
      const mutant = Buffer.from(answer);
      mutant[at] = (answer[at] ?? 0) ^ (1 << (at % 8));
      expect('fault' in openReceipt(mutant), `byte ${at}`).toBe(true);
    }
    expect(await take(answer.subarray(0, -1))).toBe('RECEIPT_INVALID form');
    expect(await take(Buffer.concat([answer, Buffer.from('\n')]))).toBe('RECEIPT_INVALID form');
    const edited = answer.toString('utf8').replace('"revision":1', '"revision":2');
    expect(await take(Buffer.from(edited))).toBe('RECEIPT_INVALID signature');
    expect(await take(answer)).toBe('none');
  });

  it('fits its published schema, which has room for nothing else', () => {
    const schema = (name: string) =>
      new Ajv2020({ strict: true, strictTypes: false }).compile(
        JSON.parse(readFileSync(join(resourcesDir, 'schema', name), 'utf8')) as object,
      );
    const receipt = schema('receipt-v1.schema.json');
    const value = JSON.parse(answer.toString('utf8')) as { receipt: Record<string, unknown> };
    expect(receipt(value)).toBe(true);
    expect(receipt({ ...value, more: 1 })).toBe(false);
    expect(receipt({ ...value, receipt: { ...value.receipt, code: '1' } })).toBe(false);
    const units = schema('units-v1.schema.json');
    const unit = { code: '26485', name: 'Xã', level: 'commune' as const, from: null, to: null, keys: [] };
    expect(units(asUnitsFile([unit]))).toBe(true);
    expect(units(asUnitsFile([{ ...unit, code: 'a b' }]))).toBe(false);
  });

  it('is refused with any member changed, whatever the change', () => {
    const value = JSON.parse(answer.toString('utf8')) as Record<string, unknown>;
    fc.assert(
      fc.property(
        fc.constantFrom(...leavesOf(value)),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        (path, other) => {
          const copy = structuredClone(value);
          const parent = path
            .slice(0, -1)
            .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
          const last = path.at(-1) as string;
          fc.pre(parent[last] !== other);
          parent[last] = other;
          expect('fault' in openReceipt(Buffer.from(JSON.stringify(copy)))).toBe(true);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });

  it('is refused when it is signed rightly but does not belong', async () => {
    const opened = openReceipt(answer);
    if ('fault' in opened) throw new Error(opened.fault);
    const { receipt } = opened;
    const key = await makeKey({ name: 'Người khác' });
    const own = await makeKey({ name: 'Được ghi nhận cho đơn vị khác' });
    const pemPath = join(folder, 'own.pem');
    writeFileSync(pemPath, pem(own.certificate));
    await commune.call('trust.add', {
      certificate: token(commune, pemPath),
      unitCode: '999',
      from: null,
      to: null,
    });
    const take = async (change: Partial<ReceiptV1>, by = key): Promise<string> => {
      const { unit, period, revision } = receipt.report;
      const name = receiptFileName({ unitCode: unit.code, period, revision }, receipt.verdict);
      expect(name).toBe('TraLoi_26503_2024-Q1_R1_TiepNhan.scl-receipt');
      const path = join(folder, name);
      writeFileSync(path, await sealReceipt({ ...receipt, ...change }, by));
      return faultOf(commune.call('receipts.take', { file: token(commune, path) }));
    };
    const { report } = receipt;
    expect(await take({ report: { ...report, sha256: '1'.repeat(64) } })).toBe('RECEIPT_INVALID report');
    const elsewhere = { ...report, sha256: '1'.repeat(64), unit: { code: '26485', name: 'Xã khác' } };
    expect(await take({ report: elsewhere })).toBe('RECEIPT_INVALID other-unit');
    expect(await take({ report: { ...report, revision: 2 } })).toBe('RECEIPT_INVALID identity');
    expect(await take({ report: { ...report, id: 'BC-26503-2024-Q2' } })).toBe('RECEIPT_INVALID identity');
    expect(await take({ code: receiptCode(report.sha256, 'returned', profile.receiver.to) })).toBe(
      'RECEIPT_INVALID code',
    );
    expect(await take({ issuedAt: '2024-01-01T00:00:00Z' })).toBe('RECEIPT_INVALID time');
    expect(await take({ issuedAt: '2024-13-41T00:00:00Z' })).toBe('RECEIPT_INVALID time');
    expect(await take({ receiver: { ...receipt.receiver, code: '26503' } })).toBe('RECEIPT_INVALID signer');
    expect(await take({}, own)).toBe('RECEIPT_INVALID signer');
    const newer = JSON.parse(answer.toString('utf8')) as { receipt: { version: number } };
    newer.receipt.version = 2;
    writeFileSync(join(folder, 'newer'), JSON.stringify(newer));
    expect(
      await faultOf(commune.call('receipts.take', { file: token(commune, join(folder, 'newer')) })),
    ).toBe('RECEIPT_INVALID newer');
  });
});

describe("the receiver's own folder", () => {
  it('keeps units and deadline, and gathers by them', async () => {
    const unit = {
      code: '26503',
      name: profile.unit.name,
      level: 'commune' as const,
      from: null,
      to: null,
      keys: [],
    };
    const csv = join(folder, 'units.csv');
    writeFileSync(
      csv,
      '\ufeffMã đơn vị;Tên đơn vị;Cấp;Từ ngày;Đến ngày;Dấu vân tay\n26503;Ủy ban nhân dân xã Phước An;xã;;;\n02001;Ủy ban nhân dân xã Khác;xã;01/07/2025;;\n',
    );
    const listed = await district.call('receiver.readUnits', { file: token(district, csv) });
    expect(listed).toEqual([
      unit,
      { ...unit, code: '02001', name: 'Ủy ban nhân dân xã Khác', from: '2025-07-01' },
    ]);
    await district.call('receiver.saveUnits', { units: listed });
    await district.call('receiver.saveSettings', { dueDays: 0 });
    expect(
      await faultOf(district.call('receiver.saveUnits', { units: [unit, { ...unit, name: 'x' }] })),
    ).toBe('UNITS_INVALID');
    const request = {
      files: [token(district, reportFile)],
      period: '2024-Q1',
      due: null,
      received: null,
      pages: 'all' as const,
      ...task,
    };
    const table = await district.call('receiver.check', request);
    expect(table.due).toBe('2024-03-14');
    expect(table.units).toMatchObject([{ code: '26503', state: 'received', late: { signed: true } }]);
    expect(table.level).toBe('district');
    const target = join(folder, 'bang.xlsx');
    const { saved } = await district.call('receiver.export', { ...request, target: token(district, target) });
    expect(saved.size).toBeGreaterThan(3000);
  });
});

function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}
