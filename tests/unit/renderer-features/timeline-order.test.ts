import { expect, it } from 'vitest';
import { timelineOrder } from '#renderer/features/reports/model/timeline-order.ts';

it('puts quarters first, each kind from the latest on, and marks where a kind begins', () => {
  const entries = [
    { period: '2024-Y', from: '2023-12-15' },
    { period: '2024-M02', from: '2024-01-15' },
    { period: '2024-Q1', from: '2023-12-15' },
    { period: '2024-M03', from: '2024-02-15' },
    { period: '2024-Q2', from: '2024-03-15' },
    { period: '2024-H1', from: '2023-12-15' },
  ];
  expect(timelineOrder(entries).map(({ entry, first }) => `${entry.period}${first ? '*' : ''}`)).toEqual([
    '2024-Q2*',
    '2024-Q1',
    '2024-H1*',
    '2024-Y*',
    '2024-M03*',
    '2024-M02',
  ]);
});
