import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnWidth,
  fittingColumns,
  hasState,
  STATE_WIDTH,
  steadyFirst,
  wideColumns,
} from '#renderer/ledgers/model/columns.ts';
import { bothFilters, spanOf, spanRange, withEquals } from '#renderer/ledgers/model/entry-filter.ts';
import { wideFields } from '#renderer/ledgers/model/form-layout.ts';
import { formatMonth, parseMonth } from '#renderer/ledgers/model/month-text.ts';
import { formatNumber, parseNumber } from '#renderer/ledgers/model/number-text.ts';
import { isLimiting, withConditions } from '#renderer/record-list/conditions.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { vi } from '#shared/i18n/index.ts';

const today = localDate(2024, 7, 5);

describe('a number as it is typed', () => {
  it.each([
    ['12', 12],
    [' 1.204 ', 1204],
    ['1,204', 1204],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['80%', 80],
    ['1.234.567', 1_234_567],
    ['0', 0],
  ])('%j is %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'x', '1.2.3', '-3', '1,,2', '1.20.4', '½'])('%j is none', (text) =>
    expect(parseNumber(text)).toBeNull(),
  );

  it('reads back what is shown, whole or half, in both languages', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.boolean(), fc.constantFrom('vi', 'en'), (whole, half, language) => {
        const value = whole + (half ? 0.5 : 0);
        expect(parseNumber(formatNumber(value, language as 'vi'))).toBe(value);
      }),
    );
  });
});

describe('a month as it is typed', () => {
  it.each([
    ['3', '2024-03'],
    ['8', '2024-08'],
    ['12', '2023-12'],
    ['3/2023', '2023-03'],
    ['03.24', '2024-03'],
    ['2024-11', '2024-11'],
  ])('%j is %s', (text, month) => expect(parseMonth(text, today)).toBe(month));

  it.each(['', '0', '13', '3/24/1', 'ba', '13/2024', '1/1800'])('%j is none', (text) =>
    expect(parseMonth(text, today)).toBeNull(),
  );

  it('reads back what is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2198 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const stored = `${year}-${String(month).padStart(2, '0')}`;
        expect(parseMonth(formatMonth(stored), today)).toBe(stored);
      }),
    );
  });
});

describe('the filter of a ledger', () => {
  const period = resolvePeriod('2024-Q3', 'nd09');

  it('loses conditions that say nothing', () => {
    expect(withConditions({ search: 'x', deleted: true }, { search: '', deleted: undefined })).toEqual({});
    expect(withEquals(withEquals({}, 'source', 'portal'), 'source', null)).toEqual({});
    expect(withEquals({}, 'source', '')).toEqual({ equals: { source: '' } });
    expect(isLimiting({ equals: {} })).toBe(false);
  });

  it('holds what is fixed whatever a person adds', () => {
    expect(
      bothFilters(
        { search: 'x', equals: { objective: '1', owner: 'A' } },
        { equals: { objective: '2.1' }, due: 'open' },
      ),
    ).toEqual({ search: 'x', due: 'open', equals: { objective: '2.1', owner: 'A' } });
  });

  it('names the span that it says', () => {
    for (const span of ['period', 'thisMonth', 'lastMonth', 'thisYear'] as const)
      expect(spanOf({ ...spanRange(span, today, period) }, today, period)).toBe(span);
    expect(spanOf({}, today, period)).toBe('any');
    expect(spanOf({ from: today }, today, period)).toBe('custom');
    expect(spanRange('period', today, null)).toBeNull();
  });
});

describe('the table and the form of a ledger', () => {
  const words = vi.ledgers as unknown as Record<
    string,
    { fields: Record<string, string>; choices: Record<string, Record<string, string>> }
  >;
  const least = (track: string) => Number(/(\d+)px/u.exec(track)?.[1] ?? 0);
  const trackOf = (id: (typeof LEDGER_IDS)[number]) => (name: string) => {
    const field = ledgerOf(id).fields[name];
    const heading = words[id]?.fields[name] ?? '';
    return field ? columnWidth(field, heading, Object.values(words[id]?.choices[name] ?? {})) : '0px';
  };
  const room = (id: (typeof LEDGER_IDS)[number], shown: readonly string[]) =>
    shown.reduce((sum, name) => sum + least(trackOf(id)(name)), hasState(ledgerOf(id)) ? STATE_WIDTH : 0);

  // The table stands beside the list of ledgers at 1366 × 768, with a bar to scroll by.
  it.each(LEDGER_IDS)('%s: the columns shown fit the table, in their order', (id) => {
    const ledger = ledgerOf(id);
    for (const width of [900, 480, 200]) {
      const shown = fittingColumns(ledger, width, trackOf(id));
      expect(shown).toEqual(wideColumns(ledger).slice(0, shown.length));
      expect(shown.length).toBeGreaterThanOrEqual(2);
      if (shown.length > 2) expect(room(id, shown)).toBeLessThanOrEqual(width);
    }
  });

  it('has room for all columns of petitions, with usual sources and outcomes uncut', () => {
    const ledger = ledgerOf('petitions');
    expect(fittingColumns(ledger, 895, trackOf('petitions'))).toEqual(wideColumns(ledger));
    expect(least(trackOf('petitions')('source'))).toBeGreaterThanOrEqual(142);
    expect(least(trackOf('petitions')('outcome'))).toBeGreaterThanOrEqual(118);
  });

  it('the first column takes the same room beside the pane and without it', () => {
    expect(steadyFirst('120px')).toBe('120px');
    expect(steadyFirst('minmax(84px, 0.84fr)')).toBe('clamp(150px, 11vw, 260px)');
    expect(steadyFirst('minmax(280px, 1fr)')).toBe('clamp(280px, 11vw, 280px)');
  });

  it('a word longer than columns can be claims no room from the others', () => {
    const field = ledgerOf('petitions').fields.outcome;
    expect(field && least(columnWidth(field, 'Kết quả', ['Đã xong', 'x'.repeat(60)]))).toBeLessThan(110);
  });

  it.each(LEDGER_IDS)('%s: no field of its form stands alone in a line of two', (id) => {
    const ledger = ledgerOf(id);
    const wide = wideFields(ledger);
    let half = 0;
    for (const name of Object.keys(ledger.fields)) {
      if (!wide.has(name)) half += 1;
      else expect([name, half % 2]).toEqual([name, 0]);
    }
    expect(half % 2).toBe(0);
  });
});
