import { expect, it } from 'vitest';
import { createKeptFigures } from '#electron/application/app/kept-figures.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

const OVERVIEW = 'evaluation.overview';

it('keeps figures for a day and until something is written, and nothing else', async () => {
  let today = '2024-03-14' as LocalDate;
  const figures = createKeptFigures({ today: () => today, now: () => '2024-03-14T02:00:00Z' });
  let counted = 0;
  const ask = (channel: 'evaluation.overview' | 'dossiers.find', input: unknown) =>
    figures.answer(channel, input, () => {
      counted += 1;
      return counted;
    });
  expect([await ask(OVERVIEW, { period: '2024-Q1' }), await ask(OVERVIEW, { period: '2024-Q1' })]).toEqual([
    1, 1,
  ]);
  expect(await ask(OVERVIEW, { period: '2024-Q2' })).toBe(2);
  expect([await ask('dossiers.find', {}), await ask('dossiers.find', {})]).toEqual([3, 4]);
  today = '2024-03-15' as LocalDate;
  expect(await ask(OVERVIEW, { period: '2024-Q1' })).toBe(5);
  figures.forget();
  expect(await ask(OVERVIEW, { period: '2024-Q1' })).toBe(6);
});

it('keeps nothing that was counted before a write that ended meanwhile', async () => {
  const figures = createKeptFigures({
    today: () => '2024-03-14' as LocalDate,
    now: () => '2024-03-14T02:00:00Z',
  });
  let finish = (_figure: string) => {};
  const early = figures.answer(
    OVERVIEW,
    {},
    () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  );
  figures.forget();
  finish('before');
  expect(await early).toBe('before');
  expect(await figures.answer(OVERVIEW, {}, () => 'after')).toBe('after');
});
