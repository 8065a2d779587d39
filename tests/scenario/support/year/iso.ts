import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, save } from './common.ts';

/** Activities of the quality system. */
export function isoEvents(random: Random): Event[] {
  const events: Event[] = [];
  const kinds = ['internal-audit', 'management-review', 'corrective-action', 'document-review', 'training'];
  for (let n = 1; n <= 10; n += 1) {
    const dueOn = dayAfter('2024-01-20', n * 33);
    const record: Plain = {
      code: `ISO-2024-${n}`,
      activity: `Hoạt động số ${n} của kế hoạch duy trì hệ thống`,
      kind: kinds[n % kinds.length],
      plannedOn: null,
      dueOn,
      doneOn: null,
      owner: 'Thư ký ISO',
      evidence: null,
      file: null,
      note: null,
    };
    events.push([save('2024-01-08', 'iso-activities', `iso ${n}`, record)]);
    const doneOn = dayAfter(dueOn, random.pick([-10, -3, 0, 4]));
    if (random.chance(0.9))
      events.push([save(doneOn, 'iso-activities', `iso ${n}`, { ...record, doneOn, evidence: 'Biên bản' })]);
  }
  return events;
}
