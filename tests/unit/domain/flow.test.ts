import { describe, expect, it } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import type { FlowRow } from '#shared/domain/evaluation.ts';
import { FLOW_RULES, flowRows, flowViolations } from '#shared/domain/flow.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { plainDossier } from './sample-dossier.ts';

const on = (text: string) => text as LocalDate;

function flowOf(source: ArrayCountSource, from: string, to: string): FlowRow[] {
  return flowRows({
    received: source.receivedBetween(on(from), on(to), true),
    carriedOver: source.carriedOver(on(from), true),
    resolved: source.resolvedBetween(on(from), on(to), true),
    pending: source.pendingAt(on(to), true),
  });
}

const records = [
  plainDossier({
    code: 'a',
    field: 'Đất đai',
    channel: 'online',
    receivedOn: '2024-01-02',
    dueOn: '2024-01-05',
    finishedOn: '2024-01-04',
  }),
  plainDossier({
    code: 'b',
    field: 'Đất đai',
    channel: 'post',
    receivedOn: '2023-12-20',
    dueOn: '2024-01-05',
    finishedOn: '2024-01-08',
  }),
  plainDossier({
    code: 'c',
    field: 'Dân số',
    channel: null,
    receivedOn: '2024-01-02',
    finishedOn: '2024-01-02',
  }),
  plainDossier({ code: 'd', field: null, receivedOn: '2024-01-02', dueOn: '2024-01-31' }),
  plainDossier({ code: 'e', field: 'Chứng thực', receivedOn: '2024-01-02', dueOn: '2024-01-30' }),
  plainDossier({
    code: 'f',
    field: 'Chứng thực',
    receivedOn: '2024-01-02',
    dueOn: '2024-01-30',
    status: 'supplement',
  }),
  plainDossier({
    code: 'g',
    field: 'Chứng thực',
    receivedOn: '2024-01-02',
    dueOn: '2024-01-30',
    finishedOn: '2024-02-01',
  }),
  plainDossier({ code: 'h', field: 'Hộ tịch', receivedOn: '2024-01-02', status: 'not-accepted' }),
  plainDossier({ code: 'i', field: 'Hộ tịch', receivedOn: '2023-12-02', finishedOn: '2023-12-31' }),
];

describe('the flow table', () => {
  const rows = flowOf(new ArrayCountSource(records), '2024-01-01', '2024-01-31');

  it('has a row per field in Vietnamese order, then those without, then the total', () => {
    expect(rows.map(({ field }) => field)).toEqual(['Chứng thực', 'Dân số', 'Đất đai', '', null]);
  });

  it('counts as the form says', () => {
    expect(rows).toEqual([
      {
        field: 'Chứng thực',
        received: { total: 3, online: 0, other: 3, carriedOver: 0 },
        resolved: { total: 0, early: 0, onTime: 0, late: 0 },
        pending: { total: 3, inTime: 1, overdue: 2 },
      },
      {
        field: 'Dân số',
        received: { total: 1, online: 0, other: 1, carriedOver: 0 },
        resolved: { total: 1, early: 0, onTime: 1, late: 0 },
        pending: { total: 0, inTime: 0, overdue: 0 },
      },
      {
        field: 'Đất đai',
        received: { total: 2, online: 1, other: 0, carriedOver: 1 },
        resolved: { total: 2, early: 1, onTime: 0, late: 1 },
        pending: { total: 0, inTime: 0, overdue: 0 },
      },
      {
        field: '',
        received: { total: 1, online: 0, other: 1, carriedOver: 0 },
        resolved: { total: 0, early: 0, onTime: 0, late: 0 },
        pending: { total: 1, inTime: 1, overdue: 0 },
      },
      {
        field: null,
        received: { total: 7, online: 1, other: 5, carriedOver: 1 },
        resolved: { total: 3, early: 1, onTime: 1, late: 1 },
        pending: { total: 4, inTime: 2, overdue: 2 },
      },
    ]);
    expect(flowViolations(rows)).toEqual([]);
  });

  it('names the equation that a changed cell breaks', () => {
    const broken = (
      change: (row: {
        received: { online: number };
        resolved: { late: number };
        pending: { overdue: number; total: number; inTime: number };
      }) => void,
    ) => {
      const copy = structuredClone(rows);
      change(copy[0] as never);
      return [...new Set(flowViolations(copy).map(({ rule }) => rule))];
    };
    expect(
      broken((row) => {
        row.received.online += 1;
      }),
    ).toEqual(['3=4+5+6', 'total']);
    expect(
      broken((row) => {
        row.resolved.late += 1;
      }),
    ).toEqual(['7=8+9+10', 'total']);
    expect(
      broken((row) => {
        row.pending.overdue += 1;
      }),
    ).toEqual(['11=12+13', 'total']);
    expect(
      broken((row) => {
        row.pending.total += 1;
        row.pending.inTime += 1;
      }),
    ).toEqual(['3=7+11', 'total']);
    expect(flowViolations(rows.slice(0, -1))).toEqual([{ field: null, rule: 'total', left: 0, right: 1 }]);
    expect(FLOW_RULES).toHaveLength(5);
  });

  it('refuses an unresolved dossier among the resolved', () => {
    const pending = new ArrayCountSource(records).pendingAt(on('2024-01-31'), true);
    expect(() => flowRows({ received: [], carriedOver: [], resolved: pending, pending: [] })).toThrow(
      RangeError,
    );
  });
});
