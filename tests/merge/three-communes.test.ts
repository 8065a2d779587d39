import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import type { Office } from '../unit/application/support/office.ts';
import { newOffice } from '../unit/application/support/office.ts';
import {
  AFTER,
  commune,
  figuresOf,
  NEW_UNIT,
  profileOf,
  QUARTERS,
  sign,
  summed,
  UNITS,
} from './support/communes.ts';

const DECISION = 'Nghị quyết 1662/NQ-UBTVQH15 ngày 16/6/2025';
const by = { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE } as const;

describe('three communes joined into one', { timeout: 300_000 }, () => {
  it('keep every figure, every report and where each record came from', async () => {
    const separate: Record<string, [number, number]>[][] = [];
    const offices: Office[] = [];
    for (const number of [0, 1, 2]) {
      const office = await commune(number);
      await sign(office, '2024-Q1');
      separate.push(await Promise.all(QUARTERS.map((quarter) => figuresOf(office, quarter))));
      offices.push(office);
    }
    const books = await Promise.all(offices.map((office) => bookOf(office)));
    const [first, second, third] = offices as [Office, Office, Office];
    const copy = join(third.folder, 'long-tan.scl-backup');
    await third.call('backups.save', { target: third.backend.files.register(copy) });
    const files = [first.folder, second.folder].map((folder) => join(folder, 'so-chat-luong.db'));
    for (const office of offices) await office.backend.close();
    const untouched = files.map((file) => readFileSync(file));

    const office = await newOffice('thu', AFTER, profileOf(NEW_UNIT));
    const register = (path: string) => office.backend.files.register(path);
    for (const path of [first.folder, second.folder, copy])
      await office.call('merge.open', { file: register(path), by, task: 'mở' });
    const request = {
      units: [
        { from: null, to: '2025-06-30' },
        { label: 'PH', from: null, to: '2025-06-30' },
        { from: null, to: '2025-06-30' },
      ] as never,
      choices: {},
    };
    const plan = await office.call('merge.plan', request);
    expect(plan.faults).toEqual([]);
    expect(plan.books.map(({ label }) => label)).toEqual(['26485', '26470', 'PH', '26473']);
    // The dossier that is the same in two communes, the day off of all three; one list with a choice for procedures.
    expect(plan.clashes.filter(({ way }) => way === 'same').map(({ title }) => title)).toEqual([
      'LT-2024-1',
      '2024-10-10',
    ]);
    // Offices called alike in every field stay three offices.
    expect(plan.clashes.find(({ id }) => id === 'signature-units DV001')).toMatchObject({
      identical: true,
      way: 'both',
    });
    expect(plan.clashes.find(({ ledger }) => ledger === 'procedures')).toMatchObject({
      way: 'keep',
      book: 1,
    });
    const staff = plan.clashes.find(({ id }) => id === 'staff CB001');
    expect(staff?.members.map(({ mark }) => mark)).toEqual(['CB001', 'PH-CB001', '26473-CB001']);
    const side = await office.call('merge.clash', { request, clash: 'staff CB001' });
    expect(side.fields.find(({ field }) => field === 'name')?.values).toEqual([
      'Cán bộ 0.0',
      'Cán bộ 1.0',
      'Cán bộ 2.0',
    ]);

    const input = { request, decision: DECISION, reason: null, task: 'ghép' };
    const tried = await office.call('merge.preview', input);
    expect(await bookOf(office)).toEqual([]);
    const joined = await office.call('merge.join', input);
    expect(joined.done.balance).toEqual(tried);
    expect(joined).toMatchObject({ reports: 3, valid: 3, done: { number: 1, decision: DECISION } });
    expect(joined.done.units.map(({ code, name, to }) => [code, name, to])).toEqual(
      UNITS.map(({ code, name }) => [code, name, '2025-06-30']),
    );

    // Every objective of every quarter against the separate books, less the dossier that was recorded twice.
    for (const [at, quarter] of QUARTERS.entries()) {
      const all = summed(separate.map((figures) => figures[at] as Record<string, [number, number]>));
      if (quarter === '2024-Q2') {
        // LT-2024-1: received and resolved on time, directly, in the software, nothing digitised.
        const counted = {
          '2.1': [1, 1],
          '2.3': [0, 1],
          '5.1': [1, 1],
          '5.2': [0, 1],
          '7.1': [0, 1],
          '7.2': [0, 1],
          received: [0, 1],
          resolved: [0, 1],
        };
        for (const [name, [n, d]] of Object.entries(counted) as [string, [number, number]][]) {
          const [a, b] = all[name] as [number, number];
          all[name] = [a - n, b - d];
        }
      }
      expect([quarter, await figuresOf(office, quarter)]).toEqual([quarter, all]);
    }
    // Every record, under the code that the plan gave it.
    const whole = await bookOf(office);
    expect(whole).toHaveLength(books.flat().length - 1 - 2 - 2);

    // Reports are byte for byte the same, and check as valid under their old names.
    const reports = await office.call('merge.reports', {});
    expect(reports.map(({ unitCode, unitName, period }) => [unitCode, unitName, period])).toEqual(
      UNITS.map(({ code, name }) => [code, name, '2024-Q1']),
    );
    for (const { id } of reports)
      expect(await office.call('merge.verifyReport', { id })).toMatchObject({ verdict: 'valid' });
    const saved = reports.map(({ id }) => ({ id, target: register(join(office.folder, `${id}.pdf`)) }));
    for (const each of saved) await office.call('merge.exportReport', each);
    const checked = await office.call('verify.files', { files: saved.map(({ target }) => target) });
    expect(checked.map(({ verdict }) => verdict)).toEqual(['valid', 'valid', 'valid']);
    // The old key of a code that was given anew speaks for the old unit alone, and only in its time.
    const trust = await office.call('trust.list', {});
    expect(trust.map(({ unitCode, to }) => [unitCode, to])).toEqual(
      UNITS.map(({ code }) => [code, '2025-06-30']),
    );

    // Where a record came from, and the sources as they were.
    const moved = await office.call('dossiers.byCode', { code: 'PH-000.00.40.H19-240102-1003' });
    const { history } = await office.call('dossiers.get', { id: moved?.id ?? 0 });
    expect(history).toMatchObject([
      {
        kind: 'merged',
        origins: [
          {
            unitCode: '26485',
            unitName: 'UBND xã Phú Hội',
            code: '000.00.40.H19-240102-1003',
            joined: false,
          },
        ],
      },
    ]);
    const twice = await office.call('dossiers.byCode', { code: 'LT-2024-1' });
    const both = await office.call('dossiers.get', { id: twice?.id ?? 0 });
    expect(both.history[0]?.origins?.map(({ unitName, joined: one }) => [unitName, one])).toEqual([
      ['UBND xã Phước Thiền', false],
      ['UBND xã Phú Hội', true],
    ]);
    expect(await office.call('app.check', {})).toMatchObject({ ok: true, problems: [] });
    const state = await office.call('merge.state', {});
    expect(state.sources).toEqual([]);
    for (const [at, file] of files.entries())
      expect(readFileSync(file).equals(untouched[at] as Buffer)).toBe(true);
    const balance = join(office.folder, 'can-doi.xlsx');
    await office.call('merge.saveBalance', { number: 1, target: register(balance) });
    expect(readFileSync(balance).subarray(0, 2).toString()).toBe('PK');
    expect(state.done[0]?.copy).toMatch(/_merge\.scl-backup$/);
  });
});

/** Every record as `ledger title`. */
async function bookOf({ backend }: Office): Promise<string[]> {
  const { store } = await backend.workspace();
  const { LEDGER_IDS } = await import('#shared/domain/ledgers/registry.ts');
  return [
    ...[...store.dossiers.whole()].flat().map(({ record }) => `dossiers ${record.code}`),
    ...LEDGER_IDS.flatMap((ledger) => store.entries.whole(ledger).map(({ key }) => `${ledger} ${key}`)),
  ];
}
