import type { Deed, Plain } from './deeds.ts';
import { dayAfter, Random } from './random.ts';

const FIRST = '2023-12-01';
const LAST = '2024-12-28';

/** Procedures of the scenario, as the catalogue has them in 2024. */
const PROCEDURES = [
  { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', days: 0 },
  { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch', days: 0 },
  { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', days: 4 },
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực', days: 0 },
  { code: '2.000884', name: 'Chứng thực chữ ký', field: 'Chứng thực', days: 1 },
  { code: '1.008004', name: 'Chuyển đổi cơ cấu cây trồng trên đất trồng lúa', field: 'Trồng trọt', days: 7 },
] as const;
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Xuân', 'Minh', 'Thanh'];
const GIVEN = [
  'Anh',
  'Bình',
  'Cường',
  'Dũng',
  'Đào',
  'Hạnh',
  'Khánh',
  'Lan',
  'Mai',
  'Phúc',
  'Quý',
  'Sơn',
  'Thủy',
  'Vân',
  'Yến',
];

/** Deeds of one event, which stay together. */
type Event = Deed[];

/** A commune's year in all ledgers, with corrections, removals, deeds taken back and lists from spreadsheets. */
export function officeYear(seed: number): Deed[] {
  const random = new Random(seed);
  const events: Event[] = [
    ...dossierEvents(random),
    ...petitionEvents(random),
    ...surveyEvents(random),
    ...staffEvents(random),
    ...workFileEvents(random),
    ...signatureEvents(),
    ...isoEvents(random),
    ...handCountEvents(random),
  ];
  return events
    .filter((event) => (event[0]?.on ?? LAST) <= LAST)
    .sort((a, b) => ((a[0]?.on ?? '') < (b[0]?.on ?? '') ? -1 : (a[0]?.on ?? '') > (b[0]?.on ?? '') ? 1 : 0))
    .flat();
}

const save = (on: string, kind: string, name: string, record: Plain): Deed => ({
  on,
  do: 'save',
  kind,
  name,
  record,
});

/** The later of two days. */
const later = (a: string, b: string): string => (a < b ? b : a);

function person(random: Random): string {
  return `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
}

function dossierEvents(random: Random): Event[] {
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

function petitionEvents(random: Random): Event[] {
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
      const on = dayAfter(day, 25);
      events.push([
        { on: on > LAST ? LAST : on, do: 'import', kind: 'petitions', rows: list, undone: false },
      ]);
      list = [];
    }
  }
  return events;
}

function surveyEvents(random: Random): Event[] {
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

function staffEvents(random: Random): Event[] {
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

function workFileEvents(random: Random): Event[] {
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

function signatureEvents(): Event[] {
  const events: Event[] = [];
  for (const [n, name] of [
    'Ủy ban nhân dân xã',
    'Đảng ủy xã',
    'Hội đồng nhân dân xã',
    'Trạm Y tế xã',
  ].entries()) {
    const code = `DV${n + 1}`;
    const from = n === 3 ? '2024-05-01' : '2020-01-01';
    const added = n === 3 ? '2024-05-02' : '2023-12-06';
    events.push([save(added, 'signature-units', code, { code, name, from, to: null, note: null })]);
    const certificate = (serial: string, begin: string, to: string, replacedOn: string | null): Plain => ({
      unitCode: code,
      holder: name,
      serial,
      kind: 'agency',
      from: begin,
      to,
      replacedOn,
      issuer: 'Ban Cơ yếu Chính phủ',
      note: null,
    });
    const last = ['2025-06-30', '2024-06-30', '2024-11-30', '2029-05-31'][n] as string;
    const begin = n === 3 ? '2024-08-01' : '2020-06-30';
    const on = n === 3 ? '2024-08-01' : '2023-12-07';
    events.push([
      save(on, 'signature-certificates', `${code} first`, certificate(`5400${n}A`, begin, last, null)),
    ]);
    if (n === 1) {
      events.push([
        save(
          '2024-07-20',
          'signature-certificates',
          `${code} second`,
          certificate('5400B', '2024-07-20', '2029-07-20', null),
        ),
      ]);
      events.push([
        save(
          '2024-07-20',
          'signature-certificates',
          `${code} first`,
          certificate(`5400${n}A`, begin, last, '2024-07-20'),
        ),
      ]);
    }
  }
  return events;
}

function isoEvents(random: Random): Event[] {
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

function handCountEvents(random: Random): Event[] {
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
