import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, earlier, LAST, person, save } from './common.ts';

/** Petitions, some of them from a list, corrected and removed. */
export function petitionEvents(random: Random): Event[] {
  const events: Event[] = [[{ on: '2023-12-04', do: 'keep', kind: 'petitions' }]];
  let list: { name: string; record: Plain }[] = [];
  let number = 0;
  for (let day = '2024-01-03'; day <= '2024-12-15'; day = dayAfter(day, random.whole(3, 9))) {
    number += 1;
    const code = `PA-2024-${String(number).padStart(4, '0')}`;
    const dueOn = random.chance(0.06) ? null : dayAfter(day, random.whole(10, 20));
    const open: Plain = {
      code,
      receivedOn: day,
      source: random.pick(['portal', 'counter', 'hotline', 'letter', null] as const),
      subject: `Phản ánh về thủ tục số ${number}: trả kết quả chậm, đề nghị giải thích`,
      senderName: person(random),
      procedureCode: random.pick(['1.001193', '2.000815', null] as const),
      field: random.pick(['Hộ tịch', 'Chứng thực', null] as const),
      handler: null,
      dueOn,
      closedOn: null,
      outcome: null,
      reComplained: null,
      note: null,
    };
    const closedOn = dayAfter(dueOn ?? day, dueOn === null ? 5 : random.pick([-6, -3, 0, 0, 2, 5]));
    const closed: Plain = {
      ...open,
      closedOn: closedOn < day ? day : closedOn,
      outcome: random.pick(['settled', 'explained', 'forwarded'] as const),
      reComplained: random.pick([true, false, false, null] as const),
    };
    if (random.chance(0.3)) list.push({ name: code, record: closed });
    else {
      events.push([save(day, 'petitions', code, open)]);
      if (random.chance(0.9)) events.push([save(closed.closedOn as string, 'petitions', code, closed)]);
      if (random.chance(0.05))
        events.push([{ on: dayAfter(day, 30), do: 'remove', kind: 'petitions', name: code }]);
    }
    if (list.length >= 4) {
      const on = earlier(dayAfter(day, 25), LAST);
      events.push([{ on, do: 'import', kind: 'petitions', rows: list, undone: false }]);
      list = [];
    }
  }
  return events;
}
