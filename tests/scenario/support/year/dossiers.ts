import type { Plain } from '../deeds.ts';
import { dayAfter, type Random } from '../random.ts';
import { type Event, FIRST, later, PROCEDURES, person, save } from './common.ts';

/** Dossiers as they come, go on and end, and the lists of the one-stop software by month. */
export function dossierEvents(random: Random): Event[] {
  const events: Event[] = [];
  let number = 0;
  let list: { name: string; record: Plain }[] = [];
  for (let day = FIRST; day <= '2024-12-20'; day = dayAfter(day, 1)) {
    const perDay = random.whole(0, 3);
    for (let n = 0; n < perDay; n += 1) {
      number += 1;
      const name = `000.00.40.H19-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8)}-${String(number).padStart(4, '0')}`;
      const record = newDossier(random, name, day);
      if (random.chance(0.2)) {
        // Comes with the month's list only, as the one-stop software has it by then: never written by hand.
        list.push({ name, record: listed(ended(random, record)) });
        continue;
      }
      events.push([save(day, 'dossiers', name, record)]);
      events.push(...courseOf(random, name, record));
    }
    if (day.endsWith('-28')) {
      events.push([{ on: day, do: 'import', kind: 'dossiers', rows: list, undone: false }]);
      if (random.chance(0.4)) {
        const rows = list.slice(0, 3).map(({ name, record }) => ({
          name,
          record: { ...record, inSoftware: null, suspensions: null, channel: 'post' },
        }));
        events.push([{ on: day, do: 'import', kind: 'dossiers', rows, undone: true }]);
      }
      list = [];
    }
  }
  return events;
}

function newDossier(random: Random, code: string, receivedOn: string): Plain {
  const procedure = random.pick(PROCEDURES);
  const status = random.chance(0.02) ? 'registered' : random.chance(0.02) ? 'not-accepted' : 'processing';
  return {
    code,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    field: random.chance(0.03) ? null : procedure.field,
    applicantName: person(random),
    personId: `0750${random.whole(10_000_000, 99_999_999)}`,
    channel: random.chance(0.04)
      ? null
      : random.pick(['direct', 'direct', 'online', 'online', 'post'] as const),
    receivedOn,
    dueOn: random.chance(0.04) ? null : dayAfter(receivedOn, procedure.days + random.whole(0, 2)),
    reappointedDueOn: null,
    finishedOn: null,
    returnedOn: null,
    status,
    outcome: null,
    componentsDigitised: random.pick([null, 'yes', 'yes', 'no', 'not-required'] as const),
    resultDigitised: null,
    inSoftware: random.chance(0.05) ? random.pick([null, false]) : true,
    paperParallel: null,
    handler: random.pick(['Lê Thị Hồng', 'Phạm Văn Đức', null]),
    note: null,
    suspensions: [],
  };
}

/** The record once it has ended: in time or late, mostly approved. */
function ended(random: Random, record: Plain): Plain {
  const due = (record.dueOn ?? record.receivedOn) as string;
  const received = record.receivedOn as string;
  const finished = dayAfter(due, random.pick([-1, 0, 0, 0, 0, 0, 0, 1, 3]));
  const finishedOn = later(finished, received);
  const how = random.chance(0.06) ? random.pick(['refused', 'withdrawn', 'stopped'] as const) : 'approved';
  const returned = random.chance(0.7);
  return {
    ...record,
    finishedOn,
    returnedOn: returned ? dayAfter(finishedOn, random.whole(0, 3)) : null,
    status: how === 'approved' ? (returned ? 'returned' : 'finished') : how,
    outcome: random.chance(0.5) ? how : null,
    resultDigitised: random.pick([null, 'yes', 'no', 'no', 'not-required'] as const),
  };
}

/** A record as a list of the one-stop software gives it. */
function listed(record: Plain): Plain {
  return {
    ...record,
    reappointedDueOn: null,
    outcome: null,
    inSoftware: true,
    paperParallel: null,
    handler: null,
    status: record.status === 'registered' || record.status === 'not-accepted' ? 'returned' : record.status,
  };
}

/** What happens to a dossier after its receipt. */
function courseOf(random: Random, name: string, first: Plain): Event[] {
  const events: Event[] = [];
  let record = first;
  const received = first.receivedOn as string;
  if (record.status !== 'processing') return events;
  if (random.chance(0.3)) {
    record = { ...record, paperParallel: random.chance(0.85) };
    events.push([save(dayAfter(received, 1), 'dossiers', name, record)]);
  }
  if (random.chance(0.06)) {
    // The applicant is asked for papers and brings them: the clock stands still and the due day moves.
    const from = received;
    const to = dayAfter(received, random.whole(2, 6));
    const kind = random.pick(['supplement', 'payment', 'paused'] as const);
    record = { ...record, status: kind, suspensions: [{ kind, from, to: null, dueBefore: null }] };
    events.push([save(from, 'dossiers', name, record)]);
    if (random.chance(0.8)) {
      const dueBefore = record.dueOn as string | null;
      record = {
        ...record,
        status: 'processing',
        dueOn: dueBefore === null ? null : dayAfter(dueBefore, 3),
        suspensions: [{ kind, from, to, dueBefore }],
      };
      events.push([save(to, 'dossiers', name, record)]);
    } else return events;
  }
  if (random.chance(0.04)) return events;
  record = ended(random, record);
  const open = (record.suspensions as { to: string | null }[]).at(-1)?.to;
  const finishedOn =
    (record.finishedOn as string) < (open ?? '') ? (open as string) : (record.finishedOn as string);
  const returnedOn = record.returnedOn === null ? null : dayAfter(finishedOn, 1);
  record = { ...record, finishedOn, returnedOn };
  events.push([save(finishedOn, 'dossiers', name, record)]);
  const after = dayAfter(finishedOn, random.whole(1, 40));
  const fate = random.next();
  if (fate < 0.05) {
    const wrong = { ...record, channel: 'online', resultDigitised: 'yes', paperParallel: true };
    events.push([save(after, 'dossiers', name, wrong), { on: after, do: 'undo' }]);
  } else if (fate < 0.1) {
    events.push([
      save(after, 'dossiers', name, { ...record, resultDigitised: 'yes', componentsDigitised: 'yes' }),
    ]);
  } else if (fate < 0.13) {
    events.push([{ on: after, do: 'remove', kind: 'dossiers', name }]);
    if (random.chance(0.5)) events.push([{ on: dayAfter(after, 1), do: 'restore', kind: 'dossiers', name }]);
  }
  return events;
}
