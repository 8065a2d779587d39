import fc from 'fast-check';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { day } from './arbitraries.ts';
import type { OracleBook } from './oracle/ledgers.ts';

/** A day a number of days after another; null where the number is. */
const after = (from: LocalDate, days: number | null) => (days === null ? null : addDays(from, days));
const later = (max: number) => fc.option(fc.integer({ min: 0, max }));

const STAFF_CODES = ['CB01', 'CB02', 'CB 03', 'cb04'];
const UNIT_CODES = ['DV01', 'DV02', 'dv 03'];
/** The same code as somebody else may type it. */
const typed = (codes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...codes), fc.boolean())
    .map(([code, lower]) => (lower ? code.toLowerCase() : code.replaceAll(' ', '')));

const petition = fc
  .record({
    code: fc.uuid(),
    receivedOn: day,
    due: later(40),
    closed: later(60),
    source: fc.constantFrom(null, 'portal', 'counter', 'letter'),
    field: fc.constantFrom(null, 'Hộ tịch', 'Đất đai'),
    reComplained: fc.constantFrom(null, true, false),
  })
  .map(({ due, closed, ...rest }) => ({
    ...rest,
    source: rest.source as 'portal' | null,
    subject: 'Phản ánh',
    senderName: null,
    procedureCode: null,
    handler: null,
    dueOn: after(rest.receivedOn, due),
    closedOn: after(rest.receivedOn, closed),
    outcome: null,
    note: null,
  }));

const place = fc.constantFrom(null, 'paper', 'kiosk', 'online') as fc.Arbitrary<'paper' | null>;

const answer = fc.record({
  givenOn: day,
  answer: fc.constantFrom('very-satisfied', 'satisfied', 'dissatisfied', 'invalid'),
  dossierCode: fc.constant(null),
  procedureCode: fc.constantFrom(null, '1.001193', '2.000815'),
  place,
  note: fc.constant(null),
}) as fc.Arbitrary<OracleBook['survey-answers'][number]>;

const batch = fc
  .record({
    code: fc.uuid(),
    countedOn: day,
    parts: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(20), fc.nat(9)),
    place,
  })
  .map(({ parts: [verySatisfied, satisfied, dissatisfied, invalid], ...rest }) => ({
    ...rest,
    forms: verySatisfied + satisfied + dissatisfied + invalid,
    verySatisfied,
    satisfied,
    dissatisfied,
    invalid,
    handedOut: null,
    counter: null,
    note: null,
  }));

const person = fc
  .record({
    code: fc.constantFrom(...STAFF_CODES),
    from: day,
    days: later(500),
    department: fc.constantFrom(null, 'Tư pháp', 'Địa chính'),
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    name: 'Cán bộ',
    post: 'Công chức',
    to: after(rest.from, days),
    note: null,
  }));

const rating = fc.record({
  staffCode: typed(STAFF_CODES),
  year: fc.constantFrom(2023, 2024, 2025),
  rating: fc.constantFrom('excellent', 'good', 'fair', 'failed'),
  ratedOn: day,
  decision: fc.constant(null),
  note: fc.constant(null),
}) as fc.Arbitrary<OracleBook['staff-ratings'][number]>;

const course = fc.record({
  staffCode: typed(STAFF_CODES),
  course: fc.constantFrom('Tin học', 'Nghiệp vụ hộ tịch'),
  finishedOn: day,
  from: fc.constant(null),
  hours: fc.constantFrom(8, 16.5),
  organiser: fc.constant(null),
  certificate: fc.constant(null),
  note: fc.constant(null),
});

const workFile = fc
  .record({
    month: day.map((each) => each.slice(0, 7)),
    unit: fc.constantFrom('Văn phòng', 'Tư pháp'),
    electronic: fc.nat(50),
    paper: fc.nat(5),
    secret: fc.nat(5),
  })
  .map(({ electronic, paper, secret, ...rest }) => ({
    ...rest,
    all: electronic + paper + secret,
    secret,
    electronic,
    counter: null,
    note: null,
  }));

const unit = fc
  .record({ code: fc.constantFrom(...UNIT_CODES), from: day, days: later(500) })
  .map(({ days, ...rest }) => ({ ...rest, name: 'Đơn vị', to: after(rest.from, days), note: null }));

const certificate = fc
  .record({
    unitCode: typed(UNIT_CODES),
    serial: fc.uuid(),
    from: day,
    days: fc.integer({ min: 0, max: 400 }),
    replaced: later(400),
  })
  .map(({ days, replaced, ...rest }) => ({
    ...rest,
    holder: 'Người giữ',
    kind: null,
    to: addDays(rest.from, days),
    replacedOn: after(rest.from, replaced),
    issuer: null,
    note: null,
  }));

const activity = fc
  .record({ code: fc.uuid(), dueOn: day, done: fc.option(fc.integer({ min: -40, max: 40 })) })
  .map(({ done, ...rest }) => ({
    ...rest,
    activity: 'Đánh giá nội bộ',
    kind: 'internal-audit' as const,
    plannedOn: null,
    doneOn: after(rest.dueOn, done),
    owner: null,
    evidence: null,
    file: null,
    note: null,
  }));

const handCount = fc
  .record({
    objective: fc.constantFrom('8', 'x.1', 'X.1'),
    from: day,
    days: fc.constantFrom(0, 30, 90, 365),
    numerator: fc.nat(50),
    others: fc.nat(9),
    unit: fc.constantFrom(null, 'Xã Đông', 'Xã Tây'),
  })
  .map(({ days, others, ...rest }) => ({
    ...rest,
    to: addDays(rest.from, days),
    denominator: rest.numerator + others,
    evidence: 'Biên bản',
    counter: null,
    note: null,
  }));

const few = <T>(one: fc.Arbitrary<T>, selector: (record: T) => string, maxLength = 12) =>
  fc.uniqueArray(one, { selector, maxLength });

/** Every ledger of a commune, each record as it can be stored; some ledgers empty. */
export const book: fc.Arbitrary<OracleBook> = fc.record({
  petitions: few(petition, ({ code }) => code, 25),
  'survey-answers': fc.array(answer, { maxLength: 25 }),
  'survey-batches': few(batch, ({ code }) => code, 4),
  staff: few(person, ({ code }) => code),
  'staff-ratings': few(rating, ({ staffCode, year }) => `${staffCode.toUpperCase()} ${year}`),
  'staff-courses': few(
    course,
    ({ staffCode, course: name, finishedOn }) => `${staffCode} ${name} ${finishedOn}`,
  ),
  'work-files': few(workFile, ({ month, unit: name }) => `${month} ${name}`),
  'signature-units': few(unit, ({ code }) => code),
  'signature-certificates': few(certificate, ({ serial }) => serial),
  'iso-activities': few(activity, ({ code }) => code),
  'hand-counts': few(
    handCount,
    ({ objective, from, to, unit }) => `${objective.toUpperCase()} ${from} ${to} ${unit}`,
  ),
});

/** Days from which a person says that some of the ledgers are kept. */
export const said: fc.Arbitrary<Partial<Record<keyof OracleBook, LocalDate>>> = fc.record(
  { petitions: day, staff: day, 'hand-counts': day, 'iso-activities': day, 'survey-batches': day },
  { requiredKeys: [] },
);
