import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, save } from './common.ts';

/** Single answers and batches of surveys. */
export function surveyEvents(random: Random): Event[] {
  const events: Event[] = [];
  let number = 0;
  for (let day = '2024-02-05'; day <= '2024-12-18'; day = dayAfter(day, random.whole(1, 4))) {
    number += 1;
    const record: Plain = {
      givenOn: day,
      answer: random.pick([
        'very-satisfied',
        'very-satisfied',
        'satisfied',
        'satisfied',
        'satisfied',
        'dissatisfied',
        'invalid',
      ] as const),
      dossierCode: null,
      procedureCode: random.pick(['1.001193', null] as const),
      place: random.pick(['kiosk', 'paper', null] as const),
      note: null,
    };
    events.push([save(day, 'survey-answers', `answer ${number}`, record)]);
    // Two people who say the same on the same day are two answers.
    if (random.chance(0.1)) events.push([save(day, 'survey-answers', `answer ${number} again`, record)]);
    if (random.chance(0.04))
      events.push([{ on: dayAfter(day, 2), do: 'remove', kind: 'survey-answers', name: `answer ${number}` }]);
  }
  for (const [n, day] of ['2024-03-10', '2024-06-12', '2024-09-13', '2024-12-11'].entries()) {
    const [verySatisfied, satisfied, dissatisfied, invalid] = [
      random.whole(10, 30),
      random.whole(20, 40),
      random.whole(0, 5),
      random.whole(0, 3),
    ];
    const record: Plain = {
      code: `Đợt ${n + 1}/2024`,
      countedOn: day,
      forms: verySatisfied + satisfied + dissatisfied + invalid,
      verySatisfied,
      satisfied,
      dissatisfied,
      invalid,
      handedOut: 100,
      place: 'paper',
      counter: null,
      note: null,
    };
    events.push([save(day, 'survey-batches', `batch ${n}`, record)]);
    if (n === 1) {
      const corrected = { ...record, dissatisfied: dissatisfied + 2, forms: (record.forms as number) + 2 };
      events.push([save(dayAfter(day, 9), 'survey-batches', `batch ${n}`, corrected)]);
    }
  }
  return events;
}
