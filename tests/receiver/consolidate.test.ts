import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#electron/application/receiver/consolidate-workbook.ts';
import { type Gathering, type GatherRequest, gather } from '#electron/application/receiver/gather.ts';
import { toRows } from '#electron/application/receiver/rows.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { receiverTable } from '#shared/ipc/contract/receiver.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { makeKey, type TestKey } from '../report/support/keys.ts';
import { DUE, gatherRequest, sha256Of, signed, unit } from './support/communes.ts';
import { zipOf } from './support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-receiver-'));
const inbox = join(folder, 'inbox');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const UBND = 'Ủy ban nhân dân';
let keys: Record<string, TestKey>;
let units: ExpectedUnit[];
let request: GatherRequest;
let found: Gathering;

/** Twelve communes, each in another state; and files that are nobody's. */
beforeAll(async () => {
  mkdirSync(join(inbox, 'zalo'), { recursive: true });
  const names = ['a', 'b', 'd', 'e', 'f', 'g', 'old', 'new', 'stranger', 'i', 'j', 'k', 'l'];
  keys = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await makeKey({ name })])));
  const key = (name: string): TestKey => keys[name] as TestKey;
  const put = (name: string, bytes: Buffer): Buffer => {
    writeFileSync(join(inbox, name), bytes);
    return bytes;
  };
  const commune = (code: string, place: string) => ({ code, name: `${UBND} xã ${place}` });
  units = [
    unit('26503', `${UBND} xã Phước An`),
    unit('26500', `${UBND} xã Phước Khánh`),
    unit('26497', `${UBND} xã Vĩnh Thanh`),
    unit('26494', `${UBND} xã Long Thọ`),
    unit('26491', `${UBND} xã Đại Phước`),
    unit('26488', `${UBND} xã Phú Thạnh`),
    unit('26485', `${UBND} xã Phú Hội`, { to: '2025-06-30' as LocalDate, keys: [key('old').sha256] }),
    unit('26485', `${UBND} xã Nhơn Trạch`, { from: '2025-07-01' as LocalDate, keys: [key('new').sha256] }),
    unit('26482', `${UBND} xã Phú Hữu`),
    unit('26479', `${UBND} thị trấn Hiệp Phước`),
    unit('26476', `${UBND} xã Long Tân`),
    unit('26473', `${UBND} xã Phú Đông`),
    unit('26470', `${UBND} xã Phước Thiền`),
  ];

  put('a.pdf', await signed({ ...commune('26503', 'Phước An'), seed: 1 }, key('a')));
  put(
    'b-late.pdf',
    await signed({ ...commune('26500', 'Phước Khánh'), seed: 2, signedAt: '2025-09-19T17:30:00Z' }, key('b')),
  );
  const twice = put('d-1.pdf', await signed({ ...commune('26494', 'Long Thọ'), seed: 4 }, key('d')));
  writeFileSync(join(inbox, 'zalo', 'd-2.pdf'), twice);
  put('e-1.pdf', await signed({ ...commune('26491', 'Đại Phước'), seed: 5 }, key('e')));
  put('e-2.pdf', await signed({ ...commune('26491', 'Đại Phước'), seed: 56 }, key('e')));
  const first = await signed({ ...commune('26488', 'Phú Thạnh'), seed: 6 }, key('f'));
  const second = await signed(
    { ...commune('26488', 'Phú Thạnh'), seed: 66, revision: 2, supersedes: sha256Of(first) },
    key('f'),
  );
  writeFileSync(
    join(inbox, 'f.zip'),
    zipOf({
      'f-1.pdf': first,
      'thu/ghi-chu.txt': Buffer.from('x'),
      'lan-2.zip': zipOf({ 'f-2.pdf': second }),
    }),
  );
  put('g-new.pdf', await signed({ ...commune('26485', 'Nhơn Trạch'), seed: 7 }, key('new')));
  put('g-old.pdf', await signed({ ...commune('26485', 'Phú Hội'), seed: 77 }, key('old')));
  put('g-stolen.pdf', await signed({ ...commune('26485', 'Nhơn Trạch'), seed: 78 }, key('old')));
  put('h.pdf', await signed({ ...commune('26482', 'Phú Hữu'), seed: 8 }, key('stranger')));
  const altered = await signed({ ...commune('26479', 'Hiệp Phước'), seed: 9 }, key('i'));
  altered[altered.indexOf('startxref') - 400] = (altered[altered.indexOf('startxref') - 400] ?? 0) ^ 1;
  put('BaoCao_26479_2025-Q3_R1.pdf', altered);
  put('j.pdf', await signed({ ...commune('26476', 'Long Tân'), seed: 10, period: '2025-Q2' }, key('j')));
  const older = put('k-1.pdf', await signed({ ...commune('26473', 'Phú Đông'), seed: 11 }, key('k')));
  put(
    'k-2.pdf',
    await signed(
      { ...commune('26473', 'Phú Đông'), seed: 12, revision: 2, supersedes: sha256Of(older.subarray(1)) },
      key('k'),
    ),
  );
  put('l.pdf', await signed({ ...commune('26470', 'Phước Thiền'), seed: 13 }, key('l')));
  put('m-elsewhere.pdf', await signed({ code: '99999', name: `${UBND} xã Khác`, seed: 14 }, key('a')));
  put(
    'n-sample.pdf',
    await signed({ ...commune('26503', 'Phước An'), seed: 15, change: { sample: true } }, key('a')),
  );
  put('o-text.pdf', Buffer.from('không phải báo cáo'));
  put('readme.txt', Buffer.from('x'));

  const owner: Record<string, string> = {
    a: '26503',
    b: '26500',
    d: '26494',
    e: '26491',
    f: '26488',
    old: '26485',
    new: '26485',
    i: '26479',
    j: '26476',
    k: '26473',
    l: '26470',
  };
  const trust = {
    ...NO_TRUST,
    signers: [
      ...Object.entries(owner).map(([name, unitCode]) => ({
        sha256: key(name).sha256,
        unitCode,
        from: null,
        to: null,
        revokedOn: null,
      })),
      { sha256: key('a').sha256, unitCode: '99999', from: null, to: null, revokedOn: null },
    ],
  };
  request = gatherRequest({
    paths: [inbox],
    units,
    due: DUE,
    trust,
  });
  found = await gather(request);
});

const row = (code: string) => {
  const one = found.table.units.find((each) => each.unit.code === code);
  if (one === undefined) throw new Error(`no row for ${code}`);
  return one;
};
const stateOf = (name: string) => found.table.files.find(({ file }) => file.name.endsWith(name))?.state;

describe('the table of expected units', () => {
  it('has one row for each unit that exists at the end of the period', () => {
    expect(found.table.units.map((one) => one.unit.code)).toEqual([
      '26470',
      '26473',
      '26476',
      '26479',
      '26482',
      '26485',
      '26488',
      '26491',
      '26494',
      '26497',
      '26500',
      '26503',
    ]);
    expect(row('26485').unit.name).toContain('Nhơn Trạch');
  });

  it('tells received, missing and late', () => {
    expect(row('26503')).toMatchObject({ state: 'received', late: { signed: false }, chain: 'first' });
    expect(row('26497')).toMatchObject({ state: 'missing', counted: null, late: null });
    // 17:30 UTC on the due day is half past midnight in Vietnam, the day after.
    expect(row('26500')).toMatchObject({ state: 'received', late: { signed: true, received: false } });
  });

  it('counts the same content once and a contradiction not at all', () => {
    expect(row('26494')).toMatchObject({ state: 'received', duplicates: 1 });
    expect(row('26491')).toMatchObject({ state: 'contradiction', counted: null });
    expect([stateOf('e-1.pdf'), stateOf('e-2.pdf')]).toEqual(['contradiction', 'contradiction']);
  });

  it('lets the highest revision count and follows the chain by hash', () => {
    expect(row('26488')).toMatchObject({ state: 'received', superseded: 1, chain: 'whole' });
    expect(row('26488').counted?.file.name).toBe('inbox/f.zip/lan-2.zip/f-2.pdf');
    expect(row('26473')).toMatchObject({ state: 'received', superseded: 1, chain: 'broken' });
  });

  it('knows a unit by its code in its time, and its key', () => {
    expect(row('26485').counted?.file.name).toBe('inbox/g-new.pdf');
    expect(stateOf('g-old.pdf')).toBe('not-expected');
    expect(stateOf('g-stolen.pdf')).toBe('other-key');
  });

  it('keeps out what cannot be trusted', () => {
    expect(row('26482')).toMatchObject({ state: 'unknown-signer', counted: null });
    expect(row('26479')).toMatchObject({ state: 'invalid', counted: null });
    expect(row('26476')).toMatchObject({ state: 'other-file', counted: null });
    expect(stateOf('j.pdf')).toBe('wrong-period');
    expect(stateOf('m-elsewhere.pdf')).toBe('not-expected');
    expect(stateOf('n-sample.pdf')).toBe('sample');
    expect(stateOf('o-text.pdf')).toBe('no-report');
  });

  it('drops nothing silently', () => {
    expect(found.passedOver).toEqual(['inbox/f.zip/thu/ghi-chu.txt', 'inbox/readme.txt']);
    expect(found.table.files).toHaveLength(20);
    const said = found.table.files.map(({ file }) => file.reasons.map(({ code }) => code));
    expect(said.flat().filter((code) => code === 'PAGE_NOT_COMPARED').length).toBeGreaterThan(10);
  });

  it('names what each unit missed by its own threshold', () => {
    expect(row('26470').missed).toContain('2.1');
    const total = found.table.objectives.find(({ id }) => id === '2.1');
    expect(total?.missedBy).toContain('26470');
    expect(total?.units).toBe(7);
  });

  it('is the same in whatever order the files come', async () => {
    const again = await gather({ ...request, paths: [inbox] });
    const single = await gather({
      ...request,
      paths: [join(inbox, 'l.pdf'), join(inbox, 'f.zip'), join(inbox, 'a.pdf')],
    });
    expect(toRows(again)).toEqual(toRows(found));
    expect(
      single.table.units.filter(({ state }) => state === 'received').map((one) => one.unit.code),
    ).toEqual(['26470', '26488', '26503']);
  });

  it('fits its contract, and says late by the day of receipt where one is given', async () => {
    expect(() => receiverTable.parse(toRows(found))).not.toThrow();
    const later = await gather({
      ...request,
      received: '2025-09-20' as LocalDate,
      paths: [join(inbox, 'a.pdf')],
    });
    expect(later.table.units.find((one) => one.unit.code === '26503')?.late).toEqual({
      signed: false,
      received: true,
    });
  });

  it('compares the pages when asked to', async () => {
    const compared = await gather({ ...request, pages: 'all', paths: [join(inbox, 'a.pdf')] });
    expect(compared.table.files[0]?.file.reasons).toEqual([]);
  });

  it('opens a saved mail', async () => {
    const path = join(folder, 'thu.eml');
    const body = readFileSync(join(inbox, 'a.pdf')).toString('base64').replace(/.{76}/g, '$&\r\n');
    writeFileSync(
      path,
      [
        'From: xa@example.vn',
        'To: huyen@example.vn',
        'Subject: bao cao',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Kinh gui',
        '--b',
        'Content-Type: application/pdf; name="a.pdf"',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="a.pdf"',
        '',
        body,
        '--b--',
        '',
      ].join('\r\n'),
    );
    const mailed = await gather({ ...request, paths: [path] });
    expect(mailed.table.files[0]?.state).toBe('counted');
    expect(mailed.table.files[0]?.file.reportSha256).toBe(sha256Of(readFileSync(join(inbox, 'a.pdf'))));
  });

  it('can be cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(gather({ ...request, signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('the workbook', () => {
  it('has four sheets whose texts stay texts', async () => {
    const path = join(folder, 'tong-hop.xlsx');
    const trap = structuredClone(found);
    const one = trap.table.units[0];
    if (one !== undefined) Object.assign(one.unit, { name: '=1+1' });
    await writeWorkbook(trap, path, 'vi');
    const workbook = await read(readFileSync(path));
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Từng mục tiêu',
      'Biểu II.06a',
      'Tệp đã nhận',
    ]);
    const cells = workbook.sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain('=1+1');
    expect(cells).toContain('26503');
    const formulas = workbook.sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    expect(formulas.filter((cell) => (cell as { formula?: unknown }).formula !== undefined)).toEqual([]);
    const flow = workbook.sheets[2]?.rows.at(-1);
    const total = found.table.flow.at(-1);
    expect(flow?.[1]).toBe(total?.received.total);
  });
});
