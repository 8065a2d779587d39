import { describe, expect, it } from 'vitest';
import { standingOf } from '#renderer/app/progress-standing.ts';
import { planSumOf, planSums } from '#renderer/features/targets/model/plan-sums.ts';
import { staffToTell, subjectSums } from '#renderer/features/targets/model/subject-sums.ts';
import type { DueState } from '#shared/domain/ledgers/entry-rules.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';

let next = 0;
function entry(record: Record<string, string | null>, due: DueState = 'none'): StoredEntry {
  next += 1;
  return { id: next, version: 1, title: '', record, due, lacks: [], deleted: false };
}

describe('sums of the plan', () => {
  it('counts every measure once, by its state, and all of them together', () => {
    const sums = planSums([
      entry({ objective: '2.1' }, 'done'),
      entry({ objective: '2.1' }, 'overdue'),
      entry({ objective: 'r1' }, 'due-soon'),
      entry({ objective: 'R1' }, 'open'),
    ]);
    expect(planSumOf(sums, '2.1')).toEqual({ all: 2, done: 1, open: 0, soon: 0, overdue: 1 });
    expect(planSumOf(sums, 'R1')).toEqual({ all: 2, done: 0, open: 1, soon: 1, overdue: 0 });
    expect(planSumOf(sums, null)).toEqual({ all: 4, done: 1, open: 1, soon: 1, overdue: 1 });
    expect(planSumOf(sums, '9').all).toBe(0);
  });
});

describe('those who are told', () => {
  it('are summed by subject in the order in which they come', () => {
    const told = [
      entry({ subject: 'B', acknowledgedOn: null }),
      entry({ subject: 'A', acknowledgedOn: '2024-03-01' }),
      entry({ subject: 'B', acknowledgedOn: '2024-03-02' }),
    ];
    expect(subjectSums(told)).toEqual([
      { subject: 'B', told: 2, acknowledged: 1 },
      { subject: 'A', told: 1, acknowledged: 1 },
    ]);
  });

  it('are those in post on the day who are not yet on the list, each once', () => {
    const staff = [
      entry({ name: 'An', post: 'Văn thư', from: '2020-01-01', to: null }),
      entry({ name: ' an ', post: 'Thủ quỹ', from: '2021-01-01', to: null }),
      entry({ name: 'Bình', post: 'Tư pháp', from: '2020-01-01', to: '2024-03-09' }),
      entry({ name: 'Chi', post: 'Địa chính', from: '2024-03-11', to: null }),
      entry({ name: 'Dũng', post: 'Kế toán', from: '2020-01-01', to: '2024-03-10' }),
      entry({ name: 'Em', post: 'Văn hóa', from: '2020-01-01', to: null }),
    ];
    const told = [entry({ name: 'em', subject: 'Mục tiêu  2024' }), entry({ name: 'Dũng', subject: 'Khác' })];
    expect(staffToTell(staff, told, 'mục tiêu 2024', localDate(2024, 3, 10))).toEqual([
      { name: 'An', post: 'Văn thư' },
      { name: 'Dũng', post: 'Kế toán' },
    ]);
  });
});

describe('how an objective stands to its target', () => {
  it('says the way where one is known, and why not otherwise', () => {
    const way = { needed: 3, way: 'finish' } as const;
    const none = { needed: null, way: null };
    expect(standingOf({ verdict: 'missed' }, way, false)).toBe('finish');
    expect(standingOf({ verdict: 'missed' }, none, false)).toBe('lost');
    expect(standingOf({ verdict: 'missed' }, none, true)).toBe('over');
    expect(standingOf({ verdict: 'met' }, undefined, false)).toBe('met');
    expect(standingOf({ verdict: 'not-due' }, undefined, false)).toBe('notDue');
    expect(standingOf({ verdict: 'not-recorded' }, undefined, true)).toBe('none');
    expect(standingOf(undefined, undefined, false)).toBe('none');
  });
});
