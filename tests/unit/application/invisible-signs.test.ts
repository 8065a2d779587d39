import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { plainDossier } from '../domain/sample-dossier.ts';
import { newOffice, type Office } from './support/office.ts';

/** Signs that nobody sees and that come along when text is pasted from a page, a chat or a scanned file. */
const INVISIBLE = ['\u200b', '\u200d', '\u202e', '\u00ad', '\u0085', '\ufeff', '\uffff', 'e\u200b\u0301'];

async function exported(office: Office, kind: ImportKind): Promise<string> {
  const target = office.backend.files.register(join(office.folder, `${kind}.xlsx`));
  if (kind === 'dossiers') await office.call('dossiers.export', { filter: {}, target, task: 'x' });
  else await office.call('ledgers.export', { ledger: kind, filter: {}, target });
  return target;
}

async function importedBack(office: Office, kind: ImportKind) {
  const file = await exported(office, kind);
  const { result } = await office.call('imports.preview', { file, options: { kind }, task: 'y' });
  return result;
}

describe('invisible signs in what a record is recognised by', () => {
  it('double no entry when an export is imported back', async () => {
    const office = await newOffice();
    for (const [n, sign] of INVISIBLE.entries()) {
      await office.add('petitions', { code: `PA${sign}${n}`, receivedOn: '2024-01-02', subject: 'Trả chậm' });
      await office.add('measures', {
        objective: '2.3',
        measure: `Hướng ${sign}dẫn ${n}`,
        owner: 'Văn phòng',
        dueOn: '2024-06-30',
      });
    }
    for (const kind of ['petitions', 'measures'] as const)
      expect(await importedBack(office, kind)).toMatchObject({ added: 0, unchanged: INVISIBLE.length });
  });

  it('double no dossier', async () => {
    const office = await newOffice();
    for (const [n, sign] of INVISIBLE.entries()) {
      const record = plainDossier({ code: `H19-240102-${sign}000${n}` });
      await office.call('dossiers.save', { id: null, version: null, record, reason: null });
    }
    expect(await importedBack(office, 'dossiers')).toMatchObject({ added: 0, unchanged: INVISIBLE.length });
  });

  it('make no second thing of the same', async () => {
    const office = await newOffice();
    const petition = { code: 'PA1', receivedOn: '2024-01-02', subject: 'Trả chậm' };
    await office.add('petitions', petition);
    const input = { id: null, version: null, reason: null };
    expect(
      await office.refusal('ledgers.save', {
        ledger: 'petitions',
        record: { ...petition, code: 'P\u200bA1\u200f' },
        ...input,
      }),
    ).toMatchObject({ fields: { code: 'DUPLICATE_KEY' } });
    expect(
      await office.refusal('ledgers.save', {
        ledger: 'petitions',
        record: { ...petition, code: '\u200b\u200f' },
        ...input,
      }),
    ).toMatchObject({ fields: { code: 'REQUIRED' } });
  });
});
