import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '#electron/application/receiver/find-files.ts';
import { gather } from '#electron/application/receiver/gather.ts';
import { toRows } from '#electron/application/receiver/rows.ts';
import { countFlags, flagsOf } from '#renderer/features/verify/consolidation/model/flags.ts';
import { nextOrder, sortUnits } from '#renderer/features/verify/consolidation/model/sort.ts';
import { faultsOf } from '#renderer/features/verify/consolidation/model/unit-faults.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { receiverTable } from '#shared/ipc/contract/receiver.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { makeKey, trusting } from '../report/support/keys.ts';
import { DUE, gatherRequest, sha256Of, signed, unit } from './support/communes.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const units = ['Phước An', 'Long Thọ', 'Vĩnh Thanh', 'Phú Hội'].map((place, at) =>
  unit(String(26500 + at), `Ủy ban nhân dân xã ${place}`),
);
let listed: ReceiverTable;
let unlisted: ReceiverTable;

beforeAll(async () => {
  const key = await makeKey({ name: 'Xã' });
  const wish = (at: number) => ({ code: String(26500 + at), name: units[at]?.name ?? '', seed: at + 1 });
  mkdirSync(join(folder, 'sau'));
  const first = await signed(wish(0), key);
  writeFileSync(join(folder, 'a1.pdf'), first);
  writeFileSync(
    join(folder, 'a2.pdf'),
    await signed({ ...wish(0), revision: 2, supersedes: sha256Of(first) }, key),
  );
  writeFileSync(join(folder, 'b.pdf'), await signed({ ...wish(1), signedAt: '2025-09-25T02:00:00Z' }, key));
  writeFileSync(join(folder, 'sau', 'c.pdf'), await signed({ ...wish(2), period: '2025-Q2' }, key));
  const table = async (list: readonly ExpectedUnit[] | null): Promise<ReceiverTable> =>
    toRows(
      await gather(
        gatherRequest({
          // A file given beside its folder is the same file.
          paths: [folder, join(folder, 'b.pdf'), folder],
          units: list,
          due: DUE,
          trust: trusting(key),
        }),
      ),
    );
  listed = await table(units);
  unlisted = await table(null);
});

describe('the table as the window gets it', () => {
  it('takes a file that is given twice once', () => {
    expect(findFiles([folder, join(folder, 'a1.pdf')]).files).toHaveLength(4);
    expect(listed.files.filter(({ state }) => state === 'duplicate')).toEqual([]);
  });

  it('tells the figures of each unit, which add up to the sums', () => {
    expect(receiverTable.safeParse(listed).success).toBe(true);
    const total = listed.objectives.find(({ id }) => id === '2.1');
    const parts = listed.units.flatMap(({ figures }) => figures.filter(({ id }) => id === '2.1'));
    expect(parts).toHaveLength(2);
    expect(parts.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(total?.numerator);
    expect(parts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(total?.denominator);
  });

  it('takes the units from the files where nobody wrote a list', () => {
    expect(unlisted).toMatchObject({ unitsFrom: 'files', counts: { expected: 2, received: 2, missing: 0 } });
    expect(unlisted.units.map(({ code }) => code)).toEqual(['26500', '26501']);
    expect(unlisted.objectives).toEqual(listed.objectives);
  });

  it('flags units by what they and their files are', () => {
    const flags = listed.units.map((one) => flagsOf(one, listed.files));
    expect([...(flags[0] ?? [])]).toEqual(expect.arrayContaining(['received', 'superseded']));
    expect(flags[1]?.has('late')).toBe(true);
    expect(countFlags(flags)).toMatchObject({
      received: 2,
      missing: 1,
      late: 1,
      'other-file': 1,
      invalid: 0,
    });
  });

  it('sorts either way, those without a value last', () => {
    const codes = (by: string, down: boolean) =>
      sortUnits(listed.units, { by, down }).map(({ code }) => code);
    expect(codes('code', true)).toEqual(['26503', '26502', '26501', '26500']);
    expect(codes('signedAt', false)).toEqual(['26500', '26501', '26502', '26503']);
    expect(codes('signedAt', true)).toEqual(['26501', '26500', '26502', '26503']);
    expect(codes('2.1', true)).toEqual(codes('2.1', false).slice(0, 2).reverse().concat(['26502', '26503']));
    expect(nextOrder({ by: 'code', down: false }, 'code')).toEqual({ by: 'code', down: true });
    expect(nextOrder({ by: 'code', down: true }, 'name')).toEqual({ by: 'name', down: false });
  });

  it('names what is wrong with a list beside the field', () => {
    const [first, second] = units as [ExpectedUnit, ExpectedUnit];
    const wrong: ExpectedUnit[] = [
      first,
      { ...second, code: first.code },
      { ...second, name: ' ', from: '2025-02-01' as never, to: '2025-01-01' as never },
      { ...second, code: 'a b' },
    ];
    expect([...faultsOf(wrong)]).toEqual([
      [2, { name: 'name', to: 'order' }],
      [3, { code: 'code' }],
      [1, { code: 'overlap' }],
    ]);
    expect(faultsOf(units).size).toBe(0);
  });
});
