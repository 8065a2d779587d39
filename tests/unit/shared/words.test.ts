import { describe, expect, it } from 'vitest';
import { createWords } from '#shared/i18n/create.ts';
import { fill } from '#shared/i18n/fill.ts';
import { en, vi } from '#shared/i18n/index.ts';
import { periodShort, periodTitle } from '#shared/i18n/period-words.ts';
import { withNumberForms } from '#shared/i18n/plural.ts';

type Tree = { readonly [key: string]: string | Tree };

function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*\w+/gu) ?? [])].map((each) => each.replace(/\W/gu, '')).sort();
const tags = (text: string) => (text.match(/<\/?\w+\/?>/gu) ?? []).sort();
const vietnamese = new Map(texts(vi as Tree));
const english = new Map(texts(en as Tree));

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('fill the same values into the same texts', () => {
    for (const [key, text] of vietnamese) {
      const other = english.get(key) ?? '';
      expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
      expect([key, tags(other)]).toEqual([key, tags(text)]);
    }
  });

  it('are composed (NFC), so that they match what is typed', () => {
    for (const [key, text] of vietnamese) expect([key, text]).toEqual([key, text.normalize('NFC')]);
  });
});

describe('English numbers', () => {
  it('bring their nouns with them', () => {
    expect(withNumberForms('1 ⟦row is|rows are⟧ not imported')).toBe('1 row is not imported');
    expect(withNumberForms('21 ⟦row is|rows are⟧, 1 ⟦file|files⟧, 0 ⟦day|days⟧')).toBe(
      '21 rows are, 1 file, 0 days',
    );
    expect(withNumberForms('Quarter 1: <b>1,001</b> ⟦row|rows⟧')).toBe('Quarter 1: <b>1,001</b> rows');
    expect(fill('{{n}} ⟦day|days⟧ left', { n: '1' })).toBe('1 day left');
    expect(createWords('en').t('imports:queue.title', { n: '1' })).toBe('1 file chosen');
    expect(createWords('en').t('imports:queue.title', { n: '12' })).toBe('12 files chosen');
  });

  it('are asked for wherever a noun follows', () => {
    const nouns =
      /\}\}(?:<\/b>)? (?:(?:more|other|bad|working) )?(?:rows|days|files|units|dossiers|entries|people)\b/;
    // What follows a limit or the whole of a part is many; a page of the report is Vietnamese.
    const many =
      /\{\{(?:max|most|limit|least|total|all|expected|denominator)\}\}|^(?:report\.page|\w+Paper)\./;
    const without = [...english].filter(
      ([key, text]) =>
        !/_(?:one|other)$/.test(key) && nouns.test(text) && !many.test(text) && !many.test(key),
    );
    expect(without).toEqual([]);
  });

  it('have no place in Vietnamese', () => {
    expect([...vietnamese].filter(([, text]) => /[⟦⟧]/.test(text))).toEqual([]);
  });
});

describe('createWords', () => {
  it('is ready at once, in both languages, without escaping', () => {
    const words = createWords('vi');
    expect(words.t('verdict.shortBy', { n: '<8>' })).toBe('Còn thiếu <8>');
    expect(createWords('en').t('overview:todo.title')).toBe('To do');
  });
});

describe('the name of a period', () => {
  it.each([
    ['2024-Q1', 'Quý I năm 2024', 'Quý I/2024', 'Quarter 1, 2024'],
    ['2024-H2', '6 tháng cuối năm 2024', '6 tháng cuối/2024', 'Second half of 2024'],
    ['2024-M03', 'Tháng 3 năm 2024', 'Tháng 3/2024', 'Month 3, 2024'],
    ['2024-9M', '9 tháng đầu năm 2024', '9 tháng/2024', 'First nine months of 2024'],
    ['2024-Y', 'Năm 2024', 'Năm 2024', 'Year 2024'],
    ['nonsense', 'nonsense', 'nonsense', 'nonsense'],
  ])('%s', (id, title, short, english) => {
    expect(periodTitle(id, 'vi')).toBe(title);
    expect(periodShort(id, 'vi')).toBe(short);
    expect(periodTitle(id, 'en')).toBe(english);
  });
});
