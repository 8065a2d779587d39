import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, save } from './common.ts';

/** Work files by month. */
export function workFileEvents(random: Random): Event[] {
  const events: Event[] = [];
  for (let month = 2; month <= 11; month += 1) {
    for (const unit of ['Văn phòng – Thống kê', 'Tư pháp – Hộ tịch', 'Địa chính']) {
      const name = `${month} ${unit}`;
      const all = random.whole(20, 80);
      const secret = random.whole(0, 3);
      const record: Plain = {
        month: `2024-${String(month).padStart(2, '0')}`,
        unit,
        all,
        secret,
        electronic: all - secret - random.pick([0, 0, 0, 1]),
        counter: null,
        note: null,
      };
      const on = `2024-${String(month + 1).padStart(2, '0')}-03`;
      events.push([save(on, 'work-files', name, record)]);
      if (random.chance(0.1))
        events.push([save(dayAfter(on, 5), 'work-files', name, { ...record, electronic: all - secret })]);
    }
  }
  return events;
}
