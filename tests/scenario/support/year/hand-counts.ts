import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, save } from './common.ts';

/** What is counted by hand. */
export function handCountEvents(random: Random): Event[] {
  const quarters = [
    ['2023-12-15', '2024-03-14'],
    ['2024-03-15', '2024-06-14'],
    ['2024-06-15', '2024-09-14'],
    ['2024-09-15', '2024-12-14'],
  ] as const;
  const count = (from: string, to: string, numerator: number, denominator: number): Plain => ({
    objective: 'X.2',
    from,
    to,
    numerator,
    denominator,
    evidence: 'Sổ theo dõi tiếp công dân',
    counter: null,
    note: null,
  });
  const events: Event[] = quarters.map(([from, to]) => {
    const denominator = random.whole(8, 12);
    return [
      save(
        dayAfter(to, 2),
        'hand-counts',
        `count ${from}`,
        count(from, to, random.whole(6, denominator), denominator),
      ),
    ];
  });
  // The year's count, made at its end with care, takes the place of the quarters' in figures of the year.
  events.push([
    save('2024-12-20', 'hand-counts', 'count of the year', count('2023-12-15', '2024-12-14', 37, 40)),
  ]);
  return events;
}
