import type { RecordOfLedger } from '#shared/domain/ledgers/registry.ts';

/**
 * The counting rules of the other ledgers once more, written straight from their text over plain records: loops and
 * counters, and nothing of the product but the records' types. Days are compared as texts.
 */
export interface OracleBook {
  readonly petitions: readonly RecordOfLedger<'petitions'>[];
  readonly 'survey-answers': readonly RecordOfLedger<'survey-answers'>[];
  readonly 'survey-batches': readonly RecordOfLedger<'survey-batches'>[];
  readonly staff: readonly RecordOfLedger<'staff'>[];
  readonly 'staff-ratings': readonly RecordOfLedger<'staff-ratings'>[];
  readonly 'staff-courses': readonly RecordOfLedger<'staff-courses'>[];
  readonly 'work-files': readonly RecordOfLedger<'work-files'>[];
  readonly 'signature-units': readonly RecordOfLedger<'signature-units'>[];
  readonly 'signature-certificates': readonly RecordOfLedger<'signature-certificates'>[];
  readonly 'iso-activities': readonly RecordOfLedger<'iso-activities'>[];
  readonly 'hand-counts': readonly RecordOfLedger<'hand-counts'>[];
}

export interface OracleQuestion {
  readonly book: OracleBook;
  /** Days from which a person says that a ledger is kept. */
  readonly said: Readonly<Record<string, string | undefined>>;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly scheme: 'nd09' | 'calendar';
  readonly objective: string;
}

export type OracleAnswer =
  | 'not-recorded'
  | 'not-due'
  | { readonly numerator: number; readonly denominator: number; readonly missingData: number };

function endOf({ to, asOf }: OracleQuestion): string {
  if (asOf < to) return asOf;
  return to;
}

/** The first day of an entry, by which a ledger begins to be kept. */
const FIRST_DAY: { readonly [L in keyof OracleBook]: (record: OracleBook[L][number]) => string } = {
  petitions: (r) => r.receivedOn,
  'survey-answers': (r) => r.givenOn,
  'survey-batches': (r) => r.countedOn,
  staff: (r) => r.from,
  'staff-ratings': (r) => r.ratedOn,
  'staff-courses': (r) => r.finishedOn,
  'work-files': (r) => `${r.month}-01`,
  'signature-units': (r) => r.from,
  'signature-certificates': (r) => r.from,
  'iso-activities': (r) => r.dueOn,
  'hand-counts': (r) => r.to,
};

function kept<L extends keyof OracleBook>(question: OracleQuestion, ledger: L): boolean {
  const end = endOf(question);
  const said = question.said[ledger];
  if (said !== undefined && said <= end) return true;
  for (const record of question.book[ledger]) if (FIRST_DAY[ledger](record) <= end) return true;
  return false;
}

/** The report year that a day lies in: its number and its first day. */
function reportYear(day: string, scheme: 'nd09' | 'calendar'): { year: number; first: string } {
  const calendarYear = Number(day.slice(0, 4));
  if (scheme === 'calendar') return { year: calendarYear, first: `${calendarYear}-01-01` };
  const year = day.slice(5) >= '12-15' ? calendarYear + 1 : calendarYear;
  return { year, first: `${year - 1}-12-15` };
}

function lastDayOfMonth(month: string, scheme: 'nd09' | 'calendar'): string {
  if (scheme === 'nd09') return `${month}-14`;
  const year = Number(month.slice(0, 4));
  const number = month.slice(5);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (number === '02') return `${month}-${isLeap ? '29' : '28'}`;
  return ['04', '06', '09', '11'].includes(number) ? `${month}-30` : `${month}-31`;
}

/** Codes are the same whatever their case and blanks. */
function same(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replaceAll(' ', '').toUpperCase();
  return plain(a) === plain(b);
}

function petitions(question: OracleQuestion, settled: boolean): OracleAnswer {
  const end = endOf(question);
  let numerator = 0;
  let denominator = 0;
  let missingData = 0;
  for (const p of question.book.petitions) {
    if (p.receivedOn > end) continue;
    const closedInPeriod = p.closedOn !== null && question.from <= p.closedOn && p.closedOn <= end;
    const openAtEnd = p.closedOn === null || p.closedOn > end;
    const dueInPeriod = p.dueOn !== null && question.from <= p.dueOn && p.dueOn <= end;
    if (!closedInPeriod && !(openAtEnd && dueInPeriod)) continue;
    denominator += 1;
    if (p.dueOn === null) missingData += 1;
    if (!closedInPeriod || p.dueOn === null || (p.closedOn ?? '') > p.dueOn) continue;
    if (settled && p.reComplained === true) continue;
    numerator += 1;
  }
  return { numerator, denominator, missingData };
}

/** Formula id → the ledgers of which one must be kept, and the count. */
export const LEDGER_ORACLE: Readonly<
  Record<
    string,
    {
      readonly keptBy: readonly (keyof OracleBook)[];
      readonly count: (question: OracleQuestion) => OracleAnswer;
    }
  >
> = {
  'qms.activities.v1': {
    keptBy: ['iso-activities'],
    count: (question) => {
      const end = endOf(question);
      let numerator = 0;
      let denominator = 0;
      for (const activity of question.book['iso-activities']) {
        if (activity.dueOn < question.from || activity.dueOn > end) continue;
        denominator += 1;
        if (activity.doneOn !== null && activity.doneOn <= activity.dueOn) numerator += 1;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
  'survey.satisfied.v1': {
    keptBy: ['survey-answers', 'survey-batches'],
    count: (question) => {
      const end = endOf(question);
      let numerator = 0;
      let denominator = 0;
      for (const { givenOn, answer } of question.book['survey-answers']) {
        if (givenOn < question.from || givenOn > end || answer === 'invalid') continue;
        denominator += 1;
        if (answer === 'satisfied' || answer === 'very-satisfied') numerator += 1;
      }
      for (const batch of question.book['survey-batches']) {
        if (batch.countedOn < question.from || batch.countedOn > end) continue;
        denominator += batch.verySatisfied + batch.satisfied + batch.dissatisfied;
        numerator += batch.verySatisfied + batch.satisfied;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
  'staff.rated-good.v1': {
    keptBy: ['staff', 'staff-ratings'],
    count: (question) => {
      const end = endOf(question);
      const { year } = reportYear(end, question.scheme);
      let numerator = 0;
      let denominator = 0;
      for (const rating of question.book['staff-ratings']) {
        if (rating.year !== year || rating.ratedOn > end) continue;
        denominator += 1;
        if (rating.rating === 'good' || rating.rating === 'excellent') numerator += 1;
      }
      return denominator === 0 ? 'not-due' : { numerator, denominator, missingData: 0 };
    },
  },
  'staff.trained.v1': {
    keptBy: ['staff'],
    count: (question) => {
      const end = endOf(question);
      const { first } = reportYear(end, question.scheme);
      let numerator = 0;
      let denominator = 0;
      for (const person of question.book.staff) {
        if (person.from > end) continue;
        if (person.to !== null && person.to < end) continue;
        denominator += 1;
        let courses = 0;
        for (const course of question.book['staff-courses'])
          if (same(course.staffCode, person.code) && course.finishedOn >= first && course.finishedOn <= end)
            courses += 1;
        if (courses >= 1) numerator += 1;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
  'petition.on-time.v1': { keptBy: ['petitions'], count: (question) => petitions(question, false) },
  'petition.settled-on-time.v1': { keptBy: ['petitions'], count: (question) => petitions(question, true) },
  'workfile.electronic.v1': {
    keptBy: ['work-files'],
    count: (question) => {
      const end = endOf(question);
      let numerator = 0;
      let denominator = 0;
      for (const tally of question.book['work-files']) {
        const last = lastDayOfMonth(tally.month, question.scheme);
        if (last < question.from || last > end) continue;
        denominator += tally.all - tally.secret;
        numerator += tally.electronic;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
  'signature.units.v1': {
    keptBy: ['signature-units'],
    count: (question) => {
      const end = endOf(question);
      let numerator = 0;
      let denominator = 0;
      for (const unit of question.book['signature-units']) {
        if (unit.from > end || (unit.to !== null && unit.to < end)) continue;
        denominator += 1;
        let certificates = 0;
        for (const certificate of question.book['signature-certificates']) {
          if (!same(certificate.unitCode, unit.code)) continue;
          if (certificate.from > end || certificate.to < end) continue;
          if (certificate.replacedOn !== null && certificate.replacedOn <= end) continue;
          certificates += 1;
        }
        if (certificates > 0) numerator += 1;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
  'hand.ratio.v1': {
    keptBy: ['hand-counts'],
    count: (question) => {
      const end = endOf(question);
      const inside = question.book['hand-counts'].filter(
        (count) =>
          same(count.objective, question.objective) && count.from >= question.from && count.to <= end,
      );
      if (inside.length === 0) return 'not-recorded';
      let numerator = 0;
      let denominator = 0;
      for (const count of inside) {
        let isPart = false;
        for (const other of inside) {
          const holdsIt = other.from <= count.from && count.to <= other.to;
          if (other.unit !== count.unit) continue;
          const isTheSame = other.from === count.from && other.to === count.to;
          if (holdsIt && !isTheSame) isPart = true;
        }
        if (isPart) continue;
        numerator += count.numerator;
        denominator += count.denominator;
      }
      return { numerator, denominator, missingData: 0 };
    },
  },
};

/** What a formula should give: nothing recorded, not due, or three numbers. */
export function ledgerFigure(formula: string, question: OracleQuestion): OracleAnswer {
  const rule = LEDGER_ORACLE[formula];
  if (!rule) throw new Error(`the oracle does not know ${formula}`);
  let isKept = false;
  for (const ledger of rule.keptBy) if (kept(question, ledger)) isKept = true;
  if (!isKept) return 'not-recorded';
  if (endOf(question) < question.from) return { numerator: 0, denominator: 0, missingData: 0 };
  return rule.count(question);
}
