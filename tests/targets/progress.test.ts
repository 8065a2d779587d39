import { describe, expect, it } from 'vitest';
import type { ProgressObjective } from '#shared/ipc/contract/evaluation.ts';
import {
  day,
  figure,
  newOffice,
  type Office,
  ownSet,
  record,
  resolved,
  threshold,
} from './support/commune.ts';

const PERIOD = '2024-Q1';
const TODAY = '2024-02-20';

async function progressOf(office: Office, id: string): Promise<ProgressObjective> {
  const { objectives } = await office.call('evaluation.progress', { period: PERIOD });
  const found = objectives.find(({ objective }) => objective === id);
  if (found === undefined) throw new Error(`no objective ${id}`);
  return found;
}

/** Changes the dossier of an id. */
async function edit(office: Office, id: number, change: Record<string, unknown>): Promise<void> {
  const { dossier } = await office.call('dossiers.get', { id });
  await office.call('dossiers.save', {
    id,
    version: dossier.version,
    record: { ...dossier.record, ...change } as never,
    reason: null,
  });
}

describe('the records named as able to reach a target', () => {
  it('reach it when they end in time, and one fewer does not (2.1)', async () => {
    const office = await newOffice('thu', day(TODAY));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 0, other: 9 });
    await record(office, {
      receivedOn: '2024-02-01',
      dueOn: '2024-02-05',
      finishedOn: '2024-02-06',
      status: 'finished',
    });
    for (let n = 0; n < 40; n += 1)
      await record(office, { receivedOn: '2024-02-10', dueOn: n % 2 === 0 ? '2024-02-28' : '2024-03-10' });
    // Already late: cannot count any more.
    await record(office, { receivedOn: '2024-02-10', dueOn: '2024-02-15' });
    expect(await figure(office, PERIOD, '2.1')).toMatchObject({
      numerator: 9,
      denominator: 10,
      verdict: 'missed',
    });
    const { needed, way, candidates, candidatesTotal, enough } = await progressOf(office, '2.1');
    expect({ needed, way, candidatesTotal, enough }).toEqual({
      needed: 24,
      way: 'finish',
      candidatesTotal: 40,
      enough: true,
    });
    const days = candidates.map(({ by }) => by);
    expect(days).toEqual([...days].sort());
    expect(days[0]).toBe('2024-02-28');
    for (const [index, { id }] of candidates.slice(0, needed ?? 0).entries()) {
      if (index === (needed ?? 0) - 1) expect((await figure(office, PERIOD, '2.1')).verdict).toBe('missed');
      await edit(office, id, { finishedOn: TODAY, status: 'finished' });
    }
    expect(await figure(office, PERIOD, '2.1')).toMatchObject({ verdict: 'met' });
    expect(await progressOf(office, '2.1')).toMatchObject({ needed: null, way: null, candidates: [] });
  });

  it('reach it when they are put right (5.2)', async () => {
    const office = await newOffice('thu', day(TODAY));
    for (let n = 0; n < 5; n += 1)
      await record(office, {
        receivedOn: '2024-02-10',
        inSoftware: true,
        paperParallel: n < 3 ? true : null,
      });
    const { needed, way, candidates } = await progressOf(office, '5.2');
    expect([needed, way, candidates.length]).toEqual([2, 'correct', 2]);
    for (const { id } of candidates) await edit(office, id, { paperParallel: true });
    expect(await figure(office, PERIOD, '5.2')).toMatchObject({ numerator: 5, verdict: 'met' });
  });

  it('are petitions still open, by their due day (4)', async () => {
    const office = await newOffice('thu', day(TODAY));
    const petition = (code: string, dueOn: string, closedOn: string | null) =>
      office.add('petitions', {
        code,
        subject: 'Trả hồ sơ chậm',
        receivedOn: '2024-02-01',
        dueOn,
        closedOn,
        outcome: closedOn === null ? null : 'settled',
      });
    await petition('PA01', '2024-02-05', '2024-02-09');
    for (let n = 2; n <= 40; n += 1)
      await petition(
        `PA${String(n).padStart(2, '0')}`,
        `2024-03-${String(1 + (n % 14)).padStart(2, '0')}`,
        null,
      );
    const { needed, way, candidates, candidatesTotal } = await progressOf(office, '4');
    expect([needed, way, candidatesTotal]).toEqual([33, 'finish', 39]);
    expect(candidates.every(({ ledger }) => ledger === 'petitions')).toBe(true);
    for (const { id } of candidates.slice(0, needed ?? 0)) {
      const { entry } = await office.call('ledgers.get', { ledger: 'petitions', id });
      await office.call('ledgers.save', {
        ledger: 'petitions',
        id,
        version: entry.version,
        record: { ...entry.record, closedOn: TODAY, outcome: 'settled' },
        reason: null,
      });
    }
    expect(await figure(office, PERIOD, '4')).toMatchObject({
      numerator: 33,
      denominator: 34,
      verdict: 'met',
    });
  });

  it('are those of a filtered objective alone', async () => {
    const office = await newOffice('thu', day(TODAY));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 1, other: 1 });
    const open = (field: string) => record(office, { field, channel: 'online', receivedOn: '2024-02-10' });
    await open('Hộ tịch');
    await open('Đất đai');
    await office.call(
      'targets.saveOwn',
      ownSet({
        added: [
          {
            id: 'A1',
            formula: 'dossier.online.resolved.v1',
            filter: { field: ['Hộ tịch'] },
            threshold: threshold('>=', 6000),
            striven: false,
            title: { vi: 'Hộ tịch trực tuyến', en: 'Civil status online' },
            sentence: { vi: 'Ít nhất 60%.', en: 'At least 60%.' },
          },
        ],
      }),
    );
    const { needed, way, candidates, forecast } = await progressOf(office, 'A1');
    expect([needed, way, candidates.length]).toEqual([1, 'finish', 1]);
    expect(forecast?.open ?? 0).toBe(0);
    await edit(office, candidates[0]?.id ?? 0, { finishedOn: TODAY, status: 'finished' });
    expect(await figure(office, PERIOD, 'A1')).toMatchObject({
      numerator: 2,
      denominator: 3,
      verdict: 'met',
    });
  });
});

describe('year to date', () => {
  it('is the formula over the year’s first day to the period’s end, not a sum of quarters', async () => {
    const office = await newOffice('thu', day('2024-06-20'));
    // A petition due in the first quarter and closed late in the second counts in both, but once in the year.
    await office.add('petitions', {
      code: 'PA1',
      subject: 'Trả hồ sơ chậm',
      receivedOn: '2024-03-01',
      dueOn: '2024-03-10',
      closedOn: '2024-03-20',
      outcome: 'settled',
    });
    const figures = [await figure(office, '2024-Q1', '4'), await figure(office, '2024-Q2', '4')];
    expect(figures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const { objectives } = await office.call('evaluation.progress', { period: '2024-Q2' });
    const own = objectives.find(({ objective }) => objective === '4');
    expect(own?.yearToDate).toEqual({ numerator: 0, denominator: 1, verdict: 'missed' });
    expect(own?.yearToDate).toMatchObject({
      denominator: (await figure(office, '2024-H1', '4')).denominator,
    });
  });
});

describe('what is due', () => {
  it('over dossiers and all ledgers, soonest first', async () => {
    const office = await newOffice('thu', day(TODAY));
    const late = await record(office, { receivedOn: '2024-02-01', dueOn: '2024-02-19' });
    const soon = await record(office, { receivedOn: '2024-02-01', dueOn: '2024-02-21' });
    await record(office, { receivedOn: '2024-02-01', dueOn: '2024-05-21' });
    await office.add('petitions', {
      code: 'PA1',
      subject: 'Trả hồ sơ chậm',
      receivedOn: '2024-02-01',
      dueOn: '2024-02-20',
    });
    await office.add('measures', {
      objective: '2.3',
      measure: 'Hướng dẫn nộp trực tuyến',
      owner: 'Lê Cán Bộ',
      dueOn: '2024-02-10',
    });
    const { due, dueTotal } = await office.call('evaluation.progress', { period: PERIOD });
    expect(dueTotal).toBe(4);
    expect(due.map(({ ledger, title, dueOn, state }) => [ledger, title, dueOn, state])).toEqual([
      ['measures', '2.3 · Hướng dẫn nộp trực tuyến', '2024-02-10', 'overdue'],
      [null, late.code, '2024-02-19', 'overdue'],
      ['petitions', 'PA1', '2024-02-20', 'due-soon'],
      [null, soon.code, '2024-02-21', 'due-soon'],
    ]);
    expect(due[0]?.detail).toBe('Lê Cán Bộ');
    const { todo } = await office.call('evaluation.overview', { period: PERIOD });
    expect(todo).toMatchObject({ overdue: 1, dueSoon: 1 });
    expect(todo.ledgers).toEqual([
      { ledger: 'petitions', overdue: 0, dueSoon: 1, lacks: 0 },
      { ledger: 'measures', overdue: 1, dueSoon: 0, lacks: 0 },
    ]);
  });
});

describe('periods with figures', () => {
  it('are known from ledgers too', async () => {
    const office = await newOffice('thu', day('2024-06-20'));
    expect(await office.call('evaluation.periods', {})).toEqual({ current: '2024-Q3', withData: [] });
    await office.add('survey-batches', {
      code: 'D1',
      countedOn: '2024-02-01',
      forms: 10,
      verySatisfied: 5,
      satisfied: 4,
      dissatisfied: 1,
      invalid: 0,
    });
    const { current, withData } = await office.call('evaluation.periods', {});
    expect(current).toBe('2024-Q1');
    expect(withData).toEqual(['2024-Y', '2024-9M', '2024-H1', '2024-Q1', '2024-M02']);
  });
});
