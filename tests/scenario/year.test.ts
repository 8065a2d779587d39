import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJson } from '../cli/support/run-cli.ts';
import { PlainBook } from './support/deeds.ts';
import { catalogueIssues, objectivesOf, ownSetOf } from './support/objectives.ts';
import { Office } from './support/office.ts';
import { expectedFlow, expectedOf, months, type OraclePeriod } from './support/oracle.ts';
import { officeYear } from './support/year.ts';

/** The day from which the commune asks more of itself. */
const STRICTER_FROM = '2024-06-15';
const [ON_TIME, ON_TIME_LATER] = [9750, 9850] as const;

const PERIODS: readonly [id: string, first: number, last: number][] = [
  ['2024-Q1', 1, 3],
  ['2024-Q2', 4, 6],
  ['2024-Q3', 7, 9],
  ['2024-Q4', 10, 12],
  ['2024-H1', 1, 6],
  ['2024-H2', 7, 12],
  ['2024-9M', 1, 9],
  ['2024-M02', 2, 2],
  ['2024-M11', 11, 11],
  ['2024-Y', 1, 12],
];
const SCHEMES = ['nd09', 'calendar'] as const;

// biome-ignore lint/suspicious/noExplicitAny: the answer of the program, compared field by field.
type Answer = any;

/** What the program answered, in the oracle's words. */
function told(answer: Answer) {
  return {
    objectives: Object.fromEntries(
      answer.objectives.map(({ id, numerator, denominator, missingData, verdict }: Answer) => [
        id,
        { numerator, denominator, missing: missingData, verdict },
      ]),
    ),
    total: (({ field: _field, ...cells }) => cells)(answer.flow.at(-1)),
  };
}

function expected(book: PlainBook, period: OraclePeriod) {
  const objectives = objectivesOf(period.to >= STRICTER_FROM ? ON_TIME_LATER : ON_TIME);
  return {
    objectives: Object.fromEntries(
      objectives.map((objective) => [objective.id, expectedOf(book, objective, period, catalogueIssues)]),
    ),
    total: expectedFlow(book, period),
  };
}

describe.each([20_240_226, 7])('a commune’s year in all ledgers (seed %i)', (seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'scl-year-'));
  const office = new Office(folder);
  const book = new PlainBook();
  const deeds = officeYear(seed);

  /** Works until a day, the own target sets being saved on their days. */
  async function workUntil(day: string): Promise<void> {
    for (;;) {
      const deed = deeds[0];
      if (deed === undefined || deed.on > day) break;
      deeds.shift();
      await office.do(deed);
      book.do(deed);
    }
    office.goTo(day);
  }

  async function check(id: string, scheme: 'nd09' | 'calendar', asOf: string): Promise<void> {
    const [, first, last] = PERIODS.find(([known]) => known === id) as (typeof PERIODS)[number];
    const period = { ...months(2024, first, last, scheme), asOf, scheme };
    const answer = await office.call('evaluation.evaluate', { period: id, scheme, asOf });
    expect(told(answer), `${id} ${scheme} as of ${asOf}`).toEqual(expected(book, period));
  }

  beforeAll(async () => {
    await office.found();
    office.goTo('2024-01-05');
    await office.call('targets.saveOwn', ownSetOf('2023-12-15', ON_TIME));
    await office.call('targets.saveOwn', ownSetOf(STRICTER_FROM, ON_TIME_LATER));
  });

  afterAll(async () => {
    await office.backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['2024-Q1', '2024-02-29'],
    ['2024-Q1', '2024-03-20'],
    ['2024-Q2', '2024-05-13'],
    ['2024-Q2', '2024-06-20'],
    ['2024-Q3', '2024-08-31'],
    ['2024-Q3', '2024-09-30'],
    ['2024-Q4', '2024-11-11'],
    ['2024-Y', '2024-12-30'],
  ])(
    '%s is right on %s',
    async (id, day) => {
      await workUntil(day);
      for (const scheme of SCHEMES) await check(id, scheme, day);
    },
    120_000,
  );

  test('every period is right at the end, also as it was seen on earlier days', async () => {
    await workUntil('2024-12-31');
    for (const scheme of SCHEMES)
      for (const [id] of PERIODS)
        for (const asOf of ['2024-12-31', '2024-07-07']) {
          const begun = months(
            2024,
            (PERIODS.find(([known]) => known === id) ?? PERIODS[0] ?? ['', 1, 1])[1],
            12,
            scheme,
          );
          if (begun.from <= asOf) await check(id, scheme, asOf);
        }
  }, 120_000);

  test('the lists of explain add up to the figures', async () => {
    const { objectives } = await office.call('evaluation.evaluate', { period: '2024-Y' });
    for (const { id, numerator, denominator } of objectives) {
      const { totals } = await office.call('evaluation.explain', {
        period: '2024-Y',
        objective: id,
        list: 'counted',
        offset: 0,
        limit: 10,
      });
      expect([id, totals.counted, totals.counted + totals.against]).toEqual([
        id,
        numerator ?? 0,
        denominator ?? 0,
      ]);
    }
  });

  test('the book is sound, and the command line gives the same figures', async () => {
    expect(await office.call('app.check', {})).toMatchObject({ ok: true, problems: [] });
    await office.backend.close();
    const data = join(folder, 'data');
    for (const [id, first, last] of PERIODS.filter(([id]) => ['2024-Q2', '2024-Q4', '2024-Y'].includes(id))) {
      const period = { ...months(2024, first, last, 'nd09'), asOf: '2024-12-31', scheme: 'nd09' as const };
      const { exit, json } = await runJson(['evaluate', '--data', data, '--period', id], {
        SCL_TODAY: '2024-12-31',
      });
      expect(exit).toBe(0);
      expect(told(json)).toEqual(expected(book, period));
    }
  }, 120_000);
});
