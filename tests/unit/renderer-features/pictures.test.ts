import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receivedLead, resolvedLead } from '#renderer/pictures/composition-leads.ts';
import { shownRows } from '#renderer/pictures/composition-rows.ts';
import { hasTrend, trendMarks } from '#renderer/pictures/trend-marks.ts';
import { piecesOf } from '#renderer/ui/charts/pieces.ts';
import { plot, shareOf } from '#renderer/ui/charts/plot.ts';
import { type CompositionRow, compositionRows } from '#shared/domain/composition.ts';
import { factsOf } from '#shared/domain/dossier-facts.ts';
import { flowRows } from '#shared/domain/flow.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dossier } from '../domain/arbitraries.ts';

const ROOM = { width: 200, height: 60, inset: 6 } as const;

const figure = fc.oneof(
  fc.constant({ numerator: null, denominator: null }),
  fc.constant({ numerator: 0, denominator: 0 }),
  fc
    .nat(500)
    .chain((denominator) =>
      fc.nat(denominator).map((numerator) => ({ numerator, denominator: denominator + 1 })),
    ),
);
const plotted = fc.record({
  figure,
  target: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
});
const points = fc
  .array(plotted, { minLength: 1, maxLength: 8 })
  .map((list) => list.map(({ figure: counts, target }) => ({ ...counts, target })));

describe('plotted figures', () => {
  it('stand within the frame, in order, higher where the share is higher', () => {
    fc.assert(
      fc.property(points, (list) => {
        const { spots, levels } = plot(list, ROOM);
        expect(spots).toHaveLength(list.length);
        for (const spot of spots.filter((each) => each !== null)) {
          expect(spot.x).toBeGreaterThanOrEqual(ROOM.inset);
          expect(spot.x).toBeLessThanOrEqual(ROOM.width - ROOM.inset);
          expect(spot.y).toBeGreaterThanOrEqual(ROOM.inset - 1e-9);
          expect(spot.y).toBeLessThanOrEqual(ROOM.height - ROOM.inset + 1e-9);
        }
        for (const { x1, x2, y } of levels) {
          expect(x1).toBeGreaterThanOrEqual(0);
          expect(x2).toBeGreaterThan(x1);
          expect(x2).toBeLessThanOrEqual(ROOM.width);
          expect(y).toBeGreaterThanOrEqual(ROOM.inset - 1e-9);
          expect(y).toBeLessThanOrEqual(ROOM.height - ROOM.inset + 1e-9);
        }
        for (const [at, spot] of spots.entries())
          for (const [other, against] of spots.entries()) {
            const [a, b] = [shareOf(list[at] as never), shareOf(list[other] as never)];
            if (spot && against && a !== null && b !== null && a > b) expect(spot.y).toBeLessThan(against.y);
          }
      }),
    );
  });

  it('are joined only to their neighbours: a period without a figure is a gap', () => {
    fc.assert(
      fc.property(points, (list) => {
        const { spots, runs } = plot(list, ROOM);
        expect(spots.map((spot) => spot !== null)).toEqual(
          list.map(({ denominator }) => denominator !== null && denominator > 0),
        );
        // Every figure is in one run, and a run is a stretch of figures without a gap.
        expect(runs.flat()).toEqual(spots.filter((spot) => spot !== null));
        const stretches = spots
          .map((spot) => (spot === null ? ' ' : 'x'))
          .join('')
          .split(/ +/)
          .filter((stretch) => stretch !== '');
        expect(runs.map((run) => run.length)).toEqual(stretches.map(({ length }) => length));
      }),
    );
  });

  it('stand beside the target of their own period, each as wide as that period', () => {
    const at = (target: number | null) => ({ numerator: 1, denominator: 2, target });
    const { levels } = plot([at(60), at(60), at(null), at(70)], { width: 100, height: 40, inset: 5 });
    expect(levels.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [0, 50],
      [80, 100],
    ]);
    expect(levels[0]?.y).toBeGreaterThan(levels[1]?.y ?? 99);
    expect(plot([at(60)], { width: 100, height: 40, inset: 5 }).levels).toMatchObject([{ x1: 0, x2: 100 }]);
  });

  it('do not make much of little', () => {
    const thousand = (numerator: number) => ({ numerator, denominator: 1000, target: 97 });
    const { spots } = plot([thousand(970), thousand(971)], { width: 100, height: 40, inset: 5 });
    expect((spots[0]?.y ?? 0) - (spots[1]?.y ?? 0)).toBeLessThan(1);
    expect(shareOf({ numerator: 1, denominator: 0 })).toBeNull();
  });
});

describe('marks of a trend', () => {
  const threshold = { op: '>=', basisPoints: 3500 } as const;
  it('name the year where it changes, and keep the verdict that was given', () => {
    const trend = [
      { period: '2023-Q4', numerator: 1, denominator: 3, threshold, verdict: 'missed' as const },
      { period: '2024-Q1', numerator: 0, denominator: 0, threshold, verdict: 'no-data' as const },
      { period: '2024-Q2', numerator: 2, denominator: 3, threshold, verdict: 'met' as const },
      { period: '2024-Q3', numerator: null, denominator: null, threshold: null, verdict: null },
    ];
    const marks = trendMarks(trend, 'vi');
    expect(marks.map(({ label, under }) => `${label}|${under}`)).toEqual([
      'Quý IV|2023',
      'Quý I|2024',
      'Quý II|',
      'Quý III|',
    ]);
    expect(marks.map(({ met }) => met)).toEqual([false, null, true, null]);
    // Cut, never rounded up.
    expect(marks.map(({ value }) => value)).toEqual(['33,33\u00a0%', '—', '66,66\u00a0%', '']);
    expect(marks.map(({ target }) => target)).toEqual([35, 35, 35, null]);
    expect(hasTrend(trend)).toBe(true);
    expect(hasTrend(trend.slice(0, 2))).toBe(false);
  });
});

describe('pieces of a bar', () => {
  it('lie one after the other and are as long as their share of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 6 }), fc.nat(10_000), (counts, rest) => {
        const sum = counts.reduce((all, count) => all + count, 0);
        const pieces = piecesOf(counts, sum + rest, 400);
        let end = 0;
        for (const [at, { x, width }] of pieces.entries()) {
          expect(x).toBeCloseTo(end, 9);
          expect(width > 0).toBe((counts[at] ?? 0) > 0);
          end = x + width;
        }
        expect(end).toBeLessThanOrEqual(400 + 1e-9);
        if (rest === 0 && sum > 0) expect(end).toBeCloseTo(400, 9);
      }),
    );
  });
});

const facts = dossier.map((record) => factsOf(record, null));
const group = fc.record({
  facts,
  field: fc.constantFrom('Hộ tịch', 'Chứng thực', 'Đất đai', 'Đăng ký', 'Ẩm thực', null),
  overdue: fc.constant(false),
  count: fc.integer({ min: 1, max: 900 }),
});
const groups = fc.record({
  received: fc.array(group, { maxLength: 20 }),
  resolved: fc.array(
    group.filter(({ facts: { timeliness } }) => timeliness !== 'open' && timeliness !== 'open-no-due'),
    { maxLength: 20 },
  ),
});
const NUMBERS = ({ received: r, resolved: s }: CompositionRow) => [
  ...[r.total, r.direct, r.online, r.post, r.unknown],
  ...[s.total, s.early, s.onTime, s.late],
];

describe('composition', () => {
  it('says what the flow table says, and its pieces make up the whole', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 6 }), ({ received, resolved }, most) => {
        const rows = compositionRows({ received, resolved });
        const flow = flowRows({ received, resolved, carriedOver: [], pending: [] });
        for (const row of rows) {
          expect(row.received.total).toBe(
            NUMBERS(row)
              .slice(1, 5)
              .reduce((a, b) => a + b),
          );
          expect(row.resolved.total).toBe(
            NUMBERS(row)
              .slice(6)
              .reduce((a, b) => a + b),
          );
          const cells = flow.find(({ field }) => field === row.field);
          expect(cells?.received.online).toBe(row.received.online);
          expect(cells?.received.total).toBe(row.received.total);
          expect(cells?.resolved).toEqual(row.resolved);
        }
        expect(rows).toHaveLength(flow.length);
        const [all, ...shown] = shownRows(rows, most);
        expect(all?.field).toBeNull();
        expect(shown.length).toBeLessThanOrEqual(most + 1);
        const sums = shown.map(NUMBERS).reduce(
          (left, right) => left.map((n, at) => n + (right[at] ?? 0)),
          NUMBERS(all as CompositionRow).map(() => 0),
        );
        expect(sums).toEqual(NUMBERS(all as CompositionRow));
        expect((shown.at(-1)?.folded ?? 0) + shown.filter(({ folded }) => folded === null).length).toBe(
          rows.length - 1,
        );
      }),
    );
  });

  it('leads to lists that hold what is counted, and nowhere where there is none', () => {
    const period = {
      id: '2024-Q1',
      scheme: 'nd09' as const,
      from: '2023-12-15' as LocalDate,
      to: '2024-03-14' as LocalDate,
    };
    const composition = { period, asOf: '2024-02-01' as LocalDate, rows: [] };
    const counts = compositionRows({ received: [], resolved: [] })[0] as CompositionRow;
    const row = (field: string | null, folded: number | null) => ({ ...counts, field, folded });
    expect(receivedLead(composition, row('Hộ tịch', null), 'unknown')).toEqual({
      receivedFrom: '2023-12-15',
      receivedTo: '2024-02-01',
      counted: true,
      field: 'Hộ tịch',
      channel: 'unknown',
    });
    expect(resolvedLead(composition, row(null, null), 'onTime')).toEqual({
      resolvedFrom: '2023-12-15',
      resolvedTo: '2024-02-01',
      state: 'on-time',
    });
    expect(resolvedLead(composition, row('', null), null)).toBeNull();
    expect(receivedLead(composition, row(null, 3), null)).toBeNull();
  });
});
