import fc from 'fast-check';
import {
  CHANNELS,
  DIGITISED_FLAGS,
  DOSSIER_STATUSES,
  type Dossier,
  OUTCOMES,
  SUSPENSION_KINDS,
  type Suspension,
} from '#shared/domain/dossier.ts';
import { addDays, dayNumber, fromDayNumber, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import {
  cutAt,
  type EvaluatedPeriod,
  freePeriod,
  PERIOD_SCHEMES,
  resolvePeriod,
} from '#shared/domain/period.ts';

// Every run draws the same cases.
fc.configureGlobal({ seed: 20240226 });

const FIRST = dayNumber(localDate(2023, 10, 1));
const LAST = dayNumber(localDate(2025, 2, 28));

/** Days around the year 2024. */
export const day: fc.Arbitrary<LocalDate> = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

/** Any day that can be recorded, now and then a turn of month, quarter, year or leap day. */
export const anyDay: fc.Arbitrary<LocalDate> = fc.oneof(
  fc
    .integer({ min: dayNumber(localDate(1902, 1, 1)), max: dayNumber(localDate(2198, 12, 1)) })
    .map(fromDayNumber),
  fc
    .constantFrom('2024-02-29', '2023-12-14', '2023-12-15', '2024-03-14', '2024-12-31', '2000-02-29')
    .map((d) => d as LocalDate),
);

const ENDED = ['finished', 'returned', 'refused', 'withdrawn', 'stopped'];

/** Spans one after the other from a day of receipt on, the last one sometimes open. */
const spans = fc.array(
  fc.record({
    kind: fc.constantFrom(...SUSPENSION_KINDS),
    gap: fc.integer({ min: 1, max: 12 }),
    days: fc.integer({ min: 0, max: 20 }),
    applied: fc.boolean(),
  }),
  { maxLength: 3 },
);

function suspensionsOf(
  steps: readonly { kind: Suspension['kind']; gap: number; days: number; applied: boolean }[],
  open: boolean,
  receivedOn: LocalDate,
  dueOn: LocalDate | null,
): Suspension[] {
  let last = addDays(receivedOn, -1);
  return steps.map(({ kind, gap, days, applied }, index) => {
    const from = addDays(last, gap);
    last = addDays(from, days);
    const isOpen = open && index === steps.length - 1;
    const dueBefore = applied && !isOpen && dueOn !== null ? receivedOn : null;
    return { kind, from, to: isOpen ? null : last, dueBefore };
  });
}

/** A dossier as it can be stored: no date before the receipt, an ended one has a day of end. */
export const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    code: fc.uuid(),
    field: fc.constantFrom(null, 'Hộ tịch', 'Chứng thực', 'Đất đai', 'Xây dựng'),
    channel: fc.constantFrom(null, ...CHANNELS),
    receivedOn: day,
    due: fc.option(fc.integer({ min: 0, max: 40 })),
    reappointed: fc.option(fc.integer({ min: 0, max: 60 })),
    finished: fc.option(fc.integer({ min: 0, max: 60 })),
    returned: fc.option(fc.integer({ min: 0, max: 70 })),
    status: fc.constantFrom(...DOSSIER_STATUSES),
    outcome: fc.constantFrom(null, null, null, ...OUTCOMES),
    componentsDigitised: fc.constantFrom(null, ...DIGITISED_FLAGS),
    resultDigitised: fc.constantFrom(null, ...DIGITISED_FLAGS),
    inSoftware: fc.constantFrom(null, true, false),
    paperParallel: fc.constantFrom(null, true, false),
    procedureCode: fc.constantFrom(null, '1.001193', '2.000815'),
    handler: fc.constantFrom(null, 'Nguyễn Văn A', 'Trần Thị B'),
    steps: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, spans),
    open: fc.boolean(),
  })
  .map(({ due, reappointed, finished, returned, steps, open, ...rest }) => {
    const after = (days: number | null) => (days === null ? null : addDays(rest.receivedOn, days));
    const mustEnd = ENDED.includes(rest.status) && finished === null && returned === null;
    return {
      ...rest,
      procedureName: null,
      applicantName: null,
      personId: null,
      dueOn: after(due),
      reappointedDueOn: after(reappointed),
      finishedOn: after(mustEnd ? 3 : finished),
      returnedOn: after(returned),
      note: null,
      suspensions: suspensionsOf(steps, open, rest.receivedOn, after(due)),
    };
  });

const PERIOD_IDS = [
  ...['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '9M', 'Y', 'M01', 'M03', 'M12'].map((kind) => `2024-${kind}`),
  '2023-Q4',
  '2025-M01',
];

/** Periods of both schemes and of free dates, cut at any day: before they begin, within, long after. */
export const evaluatedPeriod: fc.Arbitrary<EvaluatedPeriod> = fc
  .tuple(
    fc.oneof(
      fc
        .record({ id: fc.constantFrom(...PERIOD_IDS), scheme: fc.constantFrom(...PERIOD_SCHEMES) })
        .map(({ id, scheme }) => {
          const period = resolvePeriod(id, scheme);
          if (!period) throw new Error(`no period ${id}`);
          return period;
        }),
      fc.tuple(day, day).map(([a, b]) => (a <= b ? freePeriod(a, b) : freePeriod(b, a))),
    ),
    day,
  )
  .map(([period, asOf]) => cutAt(period, asOf));

/** What the catalogue says of each dossier, as a fixed function of its code. */
export function issuesDocumentOf({ code }: Dossier): boolean | null {
  return [true, false, null][Number.parseInt(code.slice(0, 2), 16) % 3] ?? null;
}
