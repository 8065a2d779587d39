import { beforeEach, describe, expect, it } from 'vitest';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { close, day, refusalOf } from './support/closed.ts';

const REASON = 'Theo Nghị quyết sắp xếp đơn vị hành chính.';
let office: Office;

beforeEach(async () => {
  office = await newOffice('thu', day('2024-04-10'));
  await office.call('dossiers.save', {
    id: null,
    version: null,
    record: plainDossier({ code: 'A1', receivedOn: '2024-02-01' }),
    reason: null,
  });
});

const saveWith = async (
  change: (profile: Awaited<ReturnType<typeof settings>>['profile']) => object,
  reason: string | null = null,
) => {
  const now = await settings();
  return office.call('settings.save', {
    ...now,
    profile: { ...now.profile, ...change(now.profile) },
    reason,
  });
};
const settings = () => office.call('settings.get', {});
const scheme = (periodScheme: 'nd09' | 'calendar') => () => ({ periodScheme });
const unit = (change: object) => (profile: { readonly unit: object }) => ({
  unit: { ...profile.unit, ...change },
});

describe('settings on which signed reports rest', () => {
  it('change freely while nothing is signed', async () => {
    await saveWith(scheme('calendar'));
    await saveWith(unit({ code: '26500', kind: 'huyen' }));
    expect((await settings()).profile).toMatchObject({ periodScheme: 'calendar', unit: { code: '26500' } });
  });

  it('change only for a reason once a period is signed, and nothing is written without one', async () => {
    await close(office, '2024-Q1');
    const before = await settings();
    for (const [change, figures] of [
      [scheme('calendar'), 'periodScheme'],
      [unit({ kind: 'huyen' }), 'unitKind'],
      [unit({ code: '26500' }), 'unitCode'],
    ] as const) {
      expect(await refusalOf(saveWith(change))).toEqual({
        code: 'PERIOD_CLOSED',
        params: { period: '2024-Q1', figures },
      });
      expect((await refusalOf(saveWith(change, '   ')))?.code).toBe('PERIOD_CLOSED');
    }
    expect(await settings()).toEqual(before);
    await saveWith(unit({ code: '26500' }), REASON);
    expect((await settings()).profile.unit.code).toBe('26500');
  });

  it('leave free what no signed figure rests on', async () => {
    await close(office, '2024-Q1');
    await saveWith(unit({ name: 'Ủy ban nhân dân phường Phước An', kind: 'phuong', place: 'Phước An' }));
    await saveWith(() => ({ receiver: { to: 'Ủy ban nhân dân tỉnh', through: null } }));
    expect((await settings()).profile.receiver.to).toBe('Ủy ban nhân dân tỉnh');
  });

  it('make no report replace one of other days or of another code', async () => {
    await close(office, '2024-Q1');
    const errors = async () =>
      (await office.call('reports.draft', { period: '2024-Q1' })).checks
        .filter(({ severity }) => severity === 'error')
        .map(({ code, params }) => [code, params]);
    expect(await errors()).toEqual([]);
    await saveWith(scheme('calendar'), REASON);
    expect(await errors()).toEqual([['SIGNED_OTHER_DAYS', { from: '2023-12-15', to: '2024-03-14' }]]);
    const signed = (await office.call('reports.timeline', {})).find(({ period }) => period === '2024-Q1');
    expect([signed?.from, signed?.to]).toEqual(['2023-12-15', '2024-03-14']);
    await saveWith(scheme('nd09'), REASON);
    await saveWith(unit({ code: '26500' }), REASON);
    expect(await errors()).toEqual([['SIGNED_OTHER_UNIT', { report: 'BC-26503-2024-Q1', code: '26500' }]]);
  });
});
