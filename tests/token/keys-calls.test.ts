import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { makeKey, pem, type TestKey } from '../report/support/keys.ts';
import { resourcesDir } from '../report/support/sample-report.ts';
import { flatText } from '../report/support/tools.ts';

// Enrolment sheet and hand-over through the calls of the window, on the sample commune.

const PASSPHRASE = 'mật khẩu đủ dài';
let folder: string;
let backend: Backend;
let keyId: number;
let next: TestKey;
const token = (name: string): string => backend.files.register(join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scl-keys-'));
  backend = createBackend({
    dataDir: join(folder, 'data'),
    resourcesDir,
    version: '0.1.0',
    clock: frozenClock('2024-03-20' as LocalDate),
  });
  await backend.callUnparsed('app.openSample', {});
  keyId = (await backend.call('keys.create', { name: 'Trần Thị Mẫu', passphrase: PASSPHRASE })).id;
  next = await makeKey({ name: 'Lê Văn Kế' });
  writeFileSync(join(folder, 'next.pem'), pem(next.certificate));
}, 120_000);
afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the enrolment sheet', () => {
  it('is one page with unit, holder and the fingerprint in groups, the same at every drawing', async () => {
    const [key] = await backend.call('keys.list', {});
    const { pdf } = await backend.call('keys.enrolmentSheet', { keyId });
    const text = flatText(pdf);
    expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
    expect(text).toContain('PHIẾU ĐĂNG KÝ KHÓA KÝ');
    expect(text).toContain('Trần Thị Mẫu');
    expect(text).toContain('26503');
    for (const group of key?.fingerprint.toUpperCase().match(/.{4}/g) ?? []) expect(text).toContain(group);
    const { saved } = await backend.call('keys.saveEnrolmentSheet', { keyId, target: token('phieu.pdf') });
    expect(saved.name).toBe('phieu.pdf');
    expect(readFileSync(join(folder, 'phieu.pdf')).equals(Buffer.from(pdf))).toBe(true);
    await expect(backend.call('keys.enrolmentSheet', { keyId: 99 })).rejects.toMatchObject({
      code: 'RECORD_UNKNOWN',
    });
  });
});

describe('a hand-over in the trust store', () => {
  const make = (passphrase = PASSPHRASE) =>
    backend.call('keys.handOver', {
      key: { kind: 'app', keyId, passphrase },
      successor: { certificate: token('next.pem') },
      lastDay: localDate(2024, 3, 31),
      firstDay: localDate(2024, 4, 1),
      reason: 'Nghỉ hưu',
      target: token('note.scl-handover'),
    });

  it('leaves no file when the passphrase is wrong', async () => {
    await expect(make('sai')).rejects.toMatchObject({ code: 'KEY_PASSPHRASE_WRONG' });
    expect(existsSync(join(folder, 'note.scl-handover'))).toBe(false);
  });

  it('is taken only when the leaving key is trusted, and stops counting when that is revoked', async () => {
    const { note } = await make();
    expect(note).toMatchObject({
      unitCode: '26503',
      successor: { subject: 'Lê Văn Kế', fingerprint: next.sha256 },
    });
    const take = () => backend.call('trust.takeHandOver', { file: token('note.scl-handover') });
    await expect(take()).rejects.toMatchObject({ code: 'HAND_OVER_INVALID', params: { reason: 'signer' } });
    expect(await backend.call('trust.handOvers', {})).toEqual([]);
    await backend.call('keys.saveCertificate', { keyId, target: token('old.pem') });
    const enrolled = await backend.call('trust.add', {
      certificate: token('old.pem'),
      unitCode: '26503',
      from: null,
      to: null,
    });
    expect(await take()).toEqual(note);
    expect(await take()).toEqual(note);
    expect(await backend.call('trust.handOvers', {})).toMatchObject([{ ...note, ignored: null }]);
    await backend.call('trust.revoke', { id: enrolled.id, revokedOn: localDate(2024, 3, 1) });
    expect(await backend.call('trust.handOvers', {})).toMatchObject([{ ignored: 'signer' }]);
  });

  it('that was altered is refused with its reason', async () => {
    const text = readFileSync(join(folder, 'note.scl-handover'), 'utf8');
    writeFileSync(join(folder, 'bad.scl-handover'), text.replace('2024-04-01', '2024-04-02'));
    await expect(
      backend.call('trust.takeHandOver', { file: token('bad.scl-handover') }),
    ).rejects.toMatchObject({ code: 'HAND_OVER_INVALID', params: { reason: 'signature' } });
  });
});

describe('drivers of tokens', () => {
  it('are proposed only where they are on this machine; without a process for them none is used', async () => {
    for (const { driver, remembered } of await backend.call('tokens.drivers', {})) {
      expect(existsSync(backend.files.resolve(driver))).toBe(true);
      expect(remembered).toBe(false);
    }
    await expect(backend.call('tokens.list', { driver: token('next.pem') })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_HERE',
    });
  });
});
