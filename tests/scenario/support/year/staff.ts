import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, person, save } from './common.ts';

/** Staff with their ratings and courses. */
export function staffEvents(random: Random): Event[] {
  const events: Event[] = [];
  for (let n = 1; n <= 24; n += 1) {
    const code = `CB${String(n).padStart(2, '0')}`;
    const from = n > 22 ? '2024-07-01' : '2020-01-01';
    const record: Plain = {
      code,
      name: person(random),
      post: random.pick(['Công chức Tư pháp – Hộ tịch', 'Công chức Văn phòng – Thống kê', 'Cán bộ']),
      department: null,
      from,
      to: null,
      note: null,
    };
    const added = n > 22 ? '2024-07-01' : '2023-12-05';
    events.push([save(added, 'staff', code, record)]);
    if (n <= 2) events.push([save('2024-08-30', 'staff', code, { ...record, to: '2024-08-31' })]);
    if (n > 2 && n <= 22) {
      const rating = (year: number, ratedOn: string): Plain => ({
        staffCode: code,
        year,
        rating: random.pick([
          'excellent',
          'good',
          'good',
          'good',
          'good',
          'good',
          'good',
          'good',
          'good',
          'fair',
        ] as const),
        ratedOn,
        decision: 'QĐ số 300/QĐ-UBND',
        note: null,
      });
      events.push([save('2023-12-12', 'staff-ratings', `${code} 2023`, rating(2023, '2023-12-12'))]);
      events.push([save('2024-12-10', 'staff-ratings', `${code} 2024`, rating(2024, '2024-12-10'))]);
    }
    if (random.chance(0.4)) {
      const finishedOn = dayAfter('2023-12-20', random.whole(0, 350));
      const course: Plain = {
        staffCode: code,
        course: 'Bồi dưỡng nghiệp vụ một cửa',
        finishedOn,
        from: null,
        hours: random.pick([8, 16, 24.5]),
        organiser: 'Sở Nội vụ',
        certificate: null,
        note: null,
      };
      if (finishedOn >= added) events.push([save(finishedOn, 'staff-courses', `${code} course`, course)]);
    }
  }
  return events;
}
