import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { newStore } from './support.ts';

const day = (text: string) => text as LocalDate;

describe('the records of the office', () => {
  it('keeps documents by key', async () => {
    const store = newStore();
    await store.write((tx) => {
      tx.putDocument('draft/2024-Q1', { narrative: 'Đã xong' });
      tx.putDocument('draft/2024-Q2', null);
      tx.putDocument('profile', [1, 'hai']);
    });
    await store.write((tx) => tx.putDocument('profile', 3));
    expect(store.documents.keys('draft/')).toEqual(['draft/2024-Q1', 'draft/2024-Q2']);
    expect(store.documents.get('draft/2024-Q1')).toEqual({ narrative: 'Đã xong' });
    expect(store.documents.get('draft/2024-Q2')).toBeNull();
    expect(store.documents.get('profile')).toBe(3);
    await store.write((tx) => tx.removeDocument('profile'));
    expect(store.documents.get('profile')).toBeUndefined();
  });

  it('keeps people, and replaces one by the login', async () => {
    const store = newStore();
    await store.write((tx) => {
      tx.putUser({ login: 'thu', name: 'Thử', role: 'head', passphraseHash: null });
      tx.putUser({ login: 'chutich', name: 'Mẫu', role: 'chairman', passphraseHash: 'h' });
      tx.putUser({ login: 'thu', name: 'Thử', role: 'clerk', passphraseHash: 'x' });
    });
    expect(store.users.list().map(({ login, role }) => [login, role])).toEqual([
      ['thu', 'clerk'],
      ['chutich', 'chairman'],
    ]);
    expect(store.users.get('thu')?.passphraseHash).toBe('x');
    expect(store.users.get('nobody')).toBeNull();
  });

  it('keeps keys with their envelope', async () => {
    const store = newStore();
    const key = {
      name: 'Khóa 1',
      envelope: Uint8Array.of(1, 2, 0),
      certificate: Uint8Array.of(9),
      info: { subject: 'CN=X' },
      createdAt: '2024-01-01T00:00:00Z',
      createdBy: 'thu',
    };
    const id = await store.write((tx) => tx.insertKey(key));
    const found = store.keys.get(id);
    expect({
      ...found,
      envelope: [...(found?.envelope ?? [])],
      certificate: [...(found?.certificate ?? [])],
    }).toEqual({ ...key, id, envelope: [1, 2, 0], certificate: [9] });
    expect(store.keys.list()).toHaveLength(1);
  });

  it('archives reports once and for all', async () => {
    const store = newStore();
    const report = {
      reportId: 'r-1',
      revision: 1,
      period: '2024-Q1',
      from: day('2023-12-15'),
      to: day('2024-03-14'),
      signedAt: '2024-03-15T02:00:00Z',
      signedBy: 'CN=Mẫu',
      sha256: 'a'.repeat(64),
      fileName: 'bao-cao.pdf',
    };
    const id = await store.write((tx) =>
      tx.insertReport(report, { format: 1 }, Uint8Array.of(37, 80, 68, 70)),
    );
    expect(store.reports.get(id)).toEqual({ ...report, id, size: 4 });
    expect(store.reports.json(id)).toEqual({ format: 1 });
    expect([...(store.reports.pdf(id) ?? [])]).toEqual([37, 80, 68, 70]);
    expect(store.reports.list('2024-Q2')).toEqual([]);
    expect(store.reports.list()).toHaveLength(1);
    await expect(store.write((tx) => tx.insertReport(report, {}, new Uint8Array()))).rejects.toThrow(
      /UNIQUE/,
    );
    expect(store.reports.pdf(99)).toBeNull();
  });

  it('keeps trusted signers, one per certificate', async () => {
    const store = newStore();
    const signer = {
      subject: 'CN=Mẫu',
      fingerprint: 'b'.repeat(64),
      certificate: Uint8Array.of(48),
      unitCode: '26503',
      from: day('2024-01-01'),
      to: null,
      revokedOn: null,
    };
    const id = await store.write((tx) => tx.putEnrolment(signer));
    const again = await store.write((tx) => tx.putEnrolment({ ...signer, revokedOn: day('2024-05-01') }));
    expect(again).toBe(id);
    expect(
      store.enrolments.list().map(({ unitCode, from, to, revokedOn }) => ({ unitCode, from, to, revokedOn })),
    ).toEqual([{ unitCode: '26503', from: '2024-01-01', to: null, revokedOn: '2024-05-01' }]);
  });
});
