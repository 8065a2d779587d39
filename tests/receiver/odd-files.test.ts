import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#electron/application/receiver/consolidate-workbook.ts';
import { type Gathering, type GatherRequest, gather } from '#electron/application/receiver/gather.ts';
import { unwrap } from '#electron/application/reports/unwrap.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { makeKey, type TestKey } from '../report/support/keys.ts';
import { communeReport, gatherRequest, signed, unit } from './support/communes.ts';
import { zipOf, zipOfEntries } from './support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-odd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const A = { code: '26503', name: 'Ủy ban nhân dân xã Phước An' };
const B = { code: '26500', name: 'Ủy ban nhân dân xã Phước Khánh' };
let keyA: TestKey;
let keyB: TestKey;
let stranger: TestKey;
let fromA: Buffer;
let fromB: Buffer;

beforeAll(async () => {
  [keyA, keyB, stranger] = await Promise.all([
    makeKey({ name: 'a' }),
    makeKey({ name: 'b' }),
    makeKey({ name: 'lạ' }),
  ]);
  fromA = await signed({ ...A, seed: 1 }, keyA);
  fromB = await signed({ ...B, seed: 2 }, keyB);
});

const put = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const gatherFrom = (paths: string[], change: Partial<GatherRequest> = {}): Promise<Gathering> =>
  gather(
    gatherRequest({
      paths,
      units: [unit(A.code, A.name), unit(B.code, B.name)],
      trust: {
        ...NO_TRUST,
        signers: [
          { sha256: keyA.sha256, unitCode: A.code, from: null, to: null, revokedOn: null },
          { sha256: keyB.sha256, unitCode: B.code, from: null, to: null, revokedOn: null },
        ],
      },
      ...change,
    }),
  );
const states = ({ table }: Gathering): string[] =>
  table.units.map(({ unit: { code }, state }) => `${code} ${state}`);

describe('a zip as old programs make it', () => {
  it('drops none of two files with one name', async () => {
    const name = Buffer.from('BaoCao.pdf');
    const zip = zipOfEntries([
      [name, fromA],
      [name, fromB],
    ]);
    const found = await gatherFrom([put('same.zip', zip)]);
    expect(states(found)).toEqual(['26500 received', '26503 received']);
    // Checked as one file it is not taken for the last of them.
    expect(unwrap(zip)).toEqual({ refusal: { code: 'ZIPPED_MANY', params: { count: 2 } } });
  });

  it('drops none whose names of an old encoding read alike', async () => {
    const zip = zipOfEntries([
      [Buffer.from([0x42, 0xe1, 0x6f, 0x2e, 0x70, 0x64, 0x66]), fromA],
      [Buffer.from([0x42, 0xe9, 0x6f, 0x2e, 0x70, 0x64, 0x66]), fromB],
    ]);
    expect(states(await gatherFrom([put('old.zip', zip)]))).toEqual(['26500 received', '26503 received']);
  });

  it('takes names that lead out of it for names, and folders by their backslashes', async () => {
    const zip = zipOf({
      '../../../tmp/a.pdf': fromA,
      'C:\\bao cao\\b.pdf': fromB,
      '/etc/passwd': Buffer.from('x'),
    });
    const found = await gatherFrom([put('ways.zip', zip)]);
    expect(states(found)).toEqual(['26500 received', '26503 received']);
    expect(found.passedOver).toEqual(['ways.zip/etc/passwd']);
  });
});

describe('odd files', () => {
  it('a bomb is told as too large, not as a broken download', async () => {
    const bomb = zipOf({ 'a.pdf': Buffer.alloc(80 * 1024 * 1024) });
    const found = await gatherFrom([put('bomb.zip', bomb)]);
    expect(found.table.files.map(({ file }) => file.reasons[0]?.code)).toEqual(['FILE_TOO_LARGE']);
    expect(unwrap(bomb)).toEqual({ refusal: { code: 'FILE_TOO_LARGE', params: {} } });
  });

  it('a name that reads backwards is shown as it is', async () => {
    const found = await gatherFrom([put('BaoCao\u202efdp.pdf', fromA)]);
    expect(found.table.files.map(({ file }) => file.name)).toEqual(['BaoCao\ufffdfdp.pdf']);
  });

  it('texts that begin like formulas stay texts in the workbook', async () => {
    const evil = { code: '=1+1', name: '=HYPERLINK("http://x","y")' };
    const pdf = await signed({ ...evil, seed: 3, change: { narrative: '@SUM(1)' } }, keyA);
    const found = await gatherFrom([put('+evil.pdf', pdf)], {
      units: [unit(evil.code, evil.name)],
      trust: {
        ...NO_TRUST,
        signers: [{ sha256: keyA.sha256, unitCode: evil.code, from: null, to: null, revokedOn: null }],
      },
    });
    expect(states(found)).toEqual(['=1+1 received']);
    await writeWorkbook(found, join(folder, 'out.xlsx'), 'vi');
    const { sheets } = await read(readFileSync(join(folder, 'out.xlsx')));
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain(evil.name);
    for (const sheet of [1, 2, 3, 4]) {
      const xml = execFileSync('unzip', ['-p', join(folder, 'out.xlsx'), `xl/worksheets/sheet${sheet}.xml`]);
      expect(xml.toString('utf8')).not.toMatch(/<f[ >]|hyperlink/i);
    }
  });
});

describe('a report that wants to look better', () => {
  const missing = (report: ReportV1): string[] =>
    report.objectives.filter(({ verdict }) => verdict === 'missed').map(({ id }) => id);

  it('does not turn a missed target into one that is only striven for', async () => {
    const honest = communeReport({ ...A, seed: 13 });
    expect(missing(honest)).toContain('2.1');
    const objectives = honest.objectives.map((one) => ({ ...one, striven: true }));
    const path = put('striven.pdf', await signed({ ...A, seed: 13, change: { objectives } }, keyA));
    const { table } = await gatherFrom([path]);
    const row = table.units.find(({ unit: { code } }) => code === A.code);
    expect(row?.state).toBe('received');
    expect(row?.missed).toContain('2.1');
    expect(row?.missedStriven).not.toContain('2.1');
  });

  it('is not named, and its level not told, by a stranger of a higher revision', async () => {
    const own = put('own.pdf', fromA);
    const strange = await signed(
      {
        ...A,
        seed: 3,
        revision: 9999,
        change: {
          unit: { code: A.code, name: 'Tên do kẻ khác đặt', kind: 'huyen', place: 'x', superior: null },
        },
      },
      stranger,
    );
    const found = await gatherFrom([put('strange.pdf', strange), own], { units: null });
    expect(found.table.units).toMatchObject([
      { unit: { code: A.code, name: A.name, level: 'commune' }, state: 'received', nameDiffers: false },
    ]);
  });
});
