import { describe, expect, it } from 'vitest';
import { added, day, figure, newOffice, ownSet, resolved, threshold } from './support/commune.ts';

describe('the commune’s own set', () => {
  it('raises a threshold and judges by it', async () => {
    const office = await newOffice('thu', day('2024-04-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 4, other: 6 });
    expect(await figure(office, '2024-Q1', '2.3')).toMatchObject({ verdict: 'met', numerator: 4 });
    const saved = await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4500) } }));
    expect(saved).toMatchObject({ id: 'nhon-trach-2024-own', version: 1, origin: 'own' });
    expect(await figure(office, '2024-Q1', '2.3')).toMatchObject({
      threshold: threshold('>=', 4500),
      verdict: 'missed',
      shortBy: 1,
    });
    const { targetSet } = await office.call('evaluation.evaluate', { period: '2024-Q1' });
    expect(targetSet).toEqual({ id: saved.id, version: 1, sha256: saved.sha256 });
  });

  it.each([
    ['a lower percentage', '2.3', threshold('>=', 3400)],
    ['"at least" in the place of "more than"', '3.1', threshold('>=', 9000)],
    ['anything but 100 % where that is given', '5.1', threshold('>=', 9900)],
  ])('never lowers: %s', async (_what, id, lower) => {
    const office = await newOffice();
    expect(await office.refusal('targets.saveOwn', ownSet({ raised: { [id]: lower } }))).toEqual({
      code: 'TARGET_LOWERED',
      fields: { [`raised.${id}`]: 'LOWERED' },
    });
    expect((await office.call('targets.list', {})).map(({ origin }) => origin)).toEqual(['program']);
  });

  it('says of everything that is wrong where it is', async () => {
    const office = await newOffice();
    const wrong = ownSet({
      validFrom: day('2023-01-01'),
      raised: { '9.9': threshold('>=', 9000) },
      added: [
        added({ id: '2.3' }),
        added({ id: 'A1', formula: 'khong.co.v1' }),
        added({ id: 'A2', filter: { màu: ['đỏ'] } }),
      ],
    });
    expect(await office.refusal('targets.saveOwn', wrong)).toEqual({
      code: 'TARGET_INVALID',
      fields: {
        validFrom: 'VALIDITY',
        'raised.9.9': 'OBJECTIVE_UNKNOWN',
        'added.2.3': 'DUPLICATE_ID',
        'added.A1': 'FORMULA_UNKNOWN',
        'added.A2': 'FILTER_FIELD',
      },
    });
    expect((await office.refusal('targets.saveOwn', ownSet({ base: 'khong-co' }))).fields).toEqual({
      base: 'BASE_UNKNOWN',
    });
  });

  it('is not kept where it could not be read again: empty words, more objectives than a report holds', async () => {
    const office = await newOffice();
    const blank = ownSet({ added: [added({ id: 'A1', title: { vi: ' \u200b ', en: 'x' } })] });
    expect(await office.refusal('targets.saveOwn', blank)).toEqual({
      code: 'TARGET_INVALID',
      fields: { 'objectives.13.title.vi': 'FORM' },
    });
    const unnamed = ownSet({ decision: { ...ownSet().decision, number: '' } });
    expect((await office.refusal('targets.saveOwn', unnamed)).code).toBe('TARGET_INVALID');
    expect(await office.call('targets.list', {})).toHaveLength(1);
  });

  it('adds an objective over some of the dossiers, with its very records', async () => {
    const office = await newOffice('thu', day('2024-04-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 3, other: 1 });
    await resolved(office, '2024-02-01', 'Đất đai', { online: 0, other: 5 });
    await office.call(
      'targets.saveOwn',
      ownSet({ added: [added({ id: 'A1', filter: { field: ['Hộ tịch'] } })] }),
    );
    expect(await figure(office, '2024-Q1', '2.3')).toMatchObject({ numerator: 3, denominator: 9 });
    expect(await figure(office, '2024-Q1', 'A1')).toMatchObject({
      numerator: 3,
      denominator: 4,
      verdict: 'met',
    });
    const explained = await office.call('evaluation.explain', {
      period: '2024-Q1',
      objective: 'A1',
      list: 'against',
      offset: 0,
      limit: 10,
    });
    expect(explained.totals).toEqual({ counted: 3, against: 1, excluded: 0 });
    expect(explained.rows).toEqual(explained.totals);
    expect(explained.entries).toMatchObject([{ ledger: null, cause: 'not-online', count: 1 }]);
  });

  it('counts by hand with evidence; a year’s count stands for those within it', async () => {
    const office = await newOffice('thu', day('2025-01-10'));
    await office.call('targets.saveOwn', ownSet({ added: [added({ id: 'A2', formula: 'hand.ratio.v1' })] }));
    expect(await figure(office, '2024-Q1', 'A2')).toMatchObject({ verdict: 'not-recorded', numerator: null });
    const count = (from: string, to: string, numerator: number, denominator: number) =>
      office.add('hand-counts', {
        objective: 'A2',
        from,
        to,
        numerator,
        denominator,
        evidence: 'Sổ theo dõi tiếp công dân, trang 12',
        counter: 'Lê Cán Bộ',
        note: null,
      });
    await count('2023-12-15', '2024-03-14', 3, 4);
    await count('2024-03-15', '2024-06-14', 1, 4);
    expect(await figure(office, '2024-Q1', 'A2')).toMatchObject({
      numerator: 3,
      denominator: 4,
      verdict: 'met',
    });
    expect(await figure(office, '2024-H1', 'A2')).toMatchObject({
      numerator: 4,
      denominator: 8,
      verdict: 'met',
    });
    await count('2023-12-15', '2024-12-14', 9, 20);
    expect(await figure(office, '2024-Y', 'A2')).toMatchObject({
      numerator: 9,
      denominator: 20,
      verdict: 'missed',
    });
    const { entries, totals, rows } = await office.call('evaluation.explain', {
      period: '2024-Y',
      objective: 'A2',
      list: 'counted',
      offset: 0,
      limit: 10,
    });
    expect(totals).toMatchObject({ counted: 9, against: 11 });
    expect(rows).toMatchObject({ counted: 1, against: 1 });
    expect(entries).toMatchObject([{ ledger: 'hand-counts', count: 9 }]);
  });

  it('is a new version at every change, and none where nothing changes', async () => {
    const office = await newOffice();
    const one = await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4000) } }));
    const same = await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4000) } }));
    const two = await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 4200) } }));
    expect([one.version, same.version, two.version]).toEqual([1, 1, 2]);
    expect(one.sha256).not.toBe(two.sha256);
    const list = await office.call('targets.list', {});
    expect(list.map(({ id, version, current }) => [id, version, current])).toEqual([
      ['nhon-trach-2024-own', 2, true],
      ['nhon-trach-2024-own', 1, false],
      ['nhon-trach-2024', 1, false],
    ]);
    expect(list[1]?.own).toEqual(ownSet({ raised: { '2.3': threshold('>=', 4000) } }));
    expect(list[1]?.objectives.find(({ id }) => id === '2.3')?.threshold.basisPoints).toBe(4000);
  });

  it('is for the head and the chairman', async () => {
    const office = await newOffice('canbo');
    expect((await office.refusal('targets.saveOwn', ownSet())).code).toBe('FORBIDDEN');
  });

  it('offers the formulas with the values in use', async () => {
    const office = await newOffice();
    await resolved(office, '2024-02-01', 'Lĩnh vực riêng', { online: 1, other: 0 });
    const formulas = await office.call('targets.formulas', {});
    const online = formulas.find(({ id }) => id === 'dossier.online.resolved.v1');
    expect(online?.kind).toBe('dossier');
    expect(online?.filters.field).toContain('Lĩnh vực riêng');
    expect(online?.filters.channel).toEqual(['direct', 'online', 'post']);
    expect(online?.filters.procedureCode).toContain('1.001193');
    expect(formulas.find(({ id }) => id === 'hand.ratio.v1')).toEqual({
      id: 'hand.ratio.v1',
      kind: 'hand',
      filters: {},
    });
    expect(formulas.find(({ id }) => id === 'petition.on-time.v1')?.filters.source).toContain('portal');
  });
});
