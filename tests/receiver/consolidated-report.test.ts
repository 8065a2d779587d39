import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gathering, gather } from '#electron/application/receiver/gather.ts';
import { signConsolidated } from '#electron/application/receiver/sign-consolidated.ts';
import { renderConsolidated } from '#electron/report/pdf/consolidated.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { consolidatedSchemaErrors } from '#electron/report/verify/judge-consolidated.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ConsolidatedV1 } from '#shared/receiver/consolidated-v1.ts';
import { recheckConsolidated } from '#shared/receiver/recheck-consolidated.ts';
import { profile } from '../contract/support/valid-inputs.ts';
import { makeKey, type TestKey, trusting } from '../report/support/keys.ts';
import { objectWith, rebuild } from '../report/support/rebuild.ts';
import { resources, resourcesDir } from '../report/support/sample-report.ts';
import { flatText } from '../report/support/tools.ts';
import { DUE, gatherRequest, NOW, signed, unit } from './support/communes.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-consolidated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let key: TestKey;
let gathering: Gathering;
let pdf: Buffer;
let value: ConsolidatedV1;

const check = (bytes: Buffer, trust: Trust = trusting(key, { unitCode: '742' }), comparePages = true) =>
  verifyReport(bytes, { trust, now: NOW, comparePages, resources });
const codesOf = async (bytes: Buffer, trust?: Trust): Promise<string[]> =>
  (await check(bytes, trust)).reasons.map(({ code }) => code);

beforeAll(async () => {
  key = await makeKey({ name: 'Phòng Kinh tế' });
  const commune = await makeKey({ name: 'Xã' });
  const units = ['Phước An', 'Long Thọ', 'Vĩnh Thanh', 'Phú Hội'].map((place, index) =>
    unit(String(26500 + index), `Ủy ban nhân dân xã ${place}`),
  );
  for (const [index, { code, name }] of units.slice(0, 3).entries())
    writeFileSync(join(folder, `${code}.pdf`), await signed({ code, name, seed: index + 1 }, commune));
  gathering = await gather(
    gatherRequest({
      paths: [folder],
      units,
      due: DUE,
      trust: trusting(commune),
    }),
  );
  const { users: _users, ...commoner } = profile;
  pdf = await signConsolidated(
    gathering,
    {
      profile: {
        ...commoner,
        unit: { ...profile.unit, code: '742', name: 'Ủy ban nhân dân huyện Nhơn Trạch', kind: 'huyen' },
        receiver: { to: 'Ủy ban nhân dân tỉnh Đồng Nai', through: null },
      },
      number: '12/BC-UBND',
      date: '2025-09-25' as LocalDate,
      version: '0.1.0',
      sample: false,
      createdAt: '2025-09-25T02:00:00Z',
      resourcesDir,
    },
    key,
  );
  value = (await check(pdf)).report as ConsolidatedV1;
});

describe('the signed consolidated report', () => {
  it('is checked like a report: valid, unknown signer, key of another unit', async () => {
    expect(await check(pdf)).toMatchObject({ verdict: 'valid', reasons: [] });
    expect(await codesOf(pdf, trusting({ sha256: 'a'.repeat(64) }))).toEqual(['SIGNER_NOT_ENROLLED']);
    expect(await codesOf(pdf, trusting(key, { unitCode: '743' }))).toEqual(['SIGNER_WRONG_UNIT']);
    expect((await check(pdf, trusting(key), false)).reasons.map(({ code }) => code)).toEqual([
      'PAGE_NOT_COMPARED',
    ]);
    expect(value.units.filter(({ report }) => report !== null)).toHaveLength(3);
  });

  it('says on its page what its data say', () => {
    const text = flatText(pdf);
    expect(text).toContain('Tổng hợp kết quả thực hiện mục tiêu chất lượng quý III năm 2025');
    expect(text).toContain('Đã nhận 3 trên 4 báo cáo phải gửi');
    expect(text).toContain('tong-hop.json');
    const total = value.objectives.find(({ id }) => id === '2.1');
    expect(text).toContain(`${total?.numerator}/${total?.denominator}`);
  });

  it('is refused where page or bytes differ', async () => {
    const other = rebuild(pdf, (objects) => {
      const page = objects.find(({ stream }) => stream?.includes('BT') === true && stream.includes('Tm'));
      if (page?.stream === null || page === undefined) throw new Error('no page');
      page.stream = Buffer.concat([page.stream, Buffer.from('\n')]);
    });
    expect(await codesOf(await signPdf(other, key))).toEqual(['PAGE_DIFFERS']);
    const renamed = rebuild(pdf, (objects) => {
      const file = objectWith(objects, '/Filespec');
      file.head = file.head.replaceAll('tong-hop.json', 'khac-hop.json');
    });
    expect((await check(await signPdf(renamed, key))).verdict).toBe('invalid');
    const flipped = Buffer.from(pdf);
    flipped[2000] = (flipped[2000] ?? 0) ^ 1;
    expect((await check(flipped)).verdict).toBe('invalid');
  });

  it('is refused where a sum does not follow from its summands, though signed rightly', async () => {
    const [first, ...rest] = value.objectives.filter(({ numerator }) => numerator !== null);
    const objectives = [
      { ...first, numerator: (first?.numerator ?? 0) + 1 },
      ...rest,
    ] as ConsolidatedV1['objectives'];
    const lie = await signPdf(await renderConsolidated({ ...value, objectives }, resources), key);
    expect(await codesOf(lie)).toContain('ARITHMETIC');
  });

  it('contradicts itself whichever figure is changed alone', () => {
    expect(recheckConsolidated(value)).toEqual([]);
    const leaves: string[][] = [];
    const walk = (at: unknown, path: string[]): void => {
      if (typeof at === 'number') leaves.push(path);
      if (at !== null && typeof at === 'object')
        for (const [name, member] of Object.entries(at)) walk(member, [...path, name]);
    };
    for (const name of ['units', 'objectives', 'flow'] as const) walk(value[name], [name]);
    const figures = leaves.filter((path) => !path.includes('threshold') && path.at(-1) !== 'revision');
    expect(figures.length).toBeGreaterThan(100);
    for (const path of figures) {
      const copy = structuredClone(value) as unknown as Record<string, unknown>;
      const parent = path
        .slice(0, -1)
        .reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy);
      const last = path.at(-1) as string;
      parent[last] = (parent[last] as number) + 1;
      const found = recheckConsolidated(copy as unknown as ConsolidatedV1);
      expect(found.length, path.join('.')).toBeGreaterThan(0);
    }
  });

  it('has room for nothing that its schema does not name', () => {
    const extra = { ...value, citizen: 'x' } as unknown as ConsolidatedV1;
    expect(consolidatedSchemaErrors(extra, resources)).not.toEqual([]);
    const [one, ...others] = value.units;
    const within = { ...value, units: [{ ...one, citizen: 'x' }, ...others] } as unknown as ConsolidatedV1;
    expect(consolidatedSchemaErrors(within, resources)).not.toEqual([]);
  });

  it('is no report of a unit: it never enters sums itself', async () => {
    const path = join(folder, 'TongHop.pdf');
    writeFileSync(path, pdf);
    const again = await gather(
      gatherRequest({
        paths: [path],
        units: [unit('742', 'Ủy ban nhân dân huyện Nhơn Trạch')],
        trust: trusting(key),
      }),
    );
    expect(again.table.files[0]?.state).toBe('no-report');
    expect(again.table.units[0]?.counted).toBeNull();
  });
});
