import type { PlainBook } from './deeds.ts';

// Counted from counting.md alone, the slow and obvious way; nothing of the program is used here.

// biome-ignore lint/suspicious/noExplicitAny: the oracle reads whatever the office wrote, field by field.
type Any = Record<string, any>;

/** The end of what has none: later than every day. */
const NEVER = '9999-99-99';
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** What the oracle says of one objective. */
export interface Expected {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: number | null;
  readonly verdict: string;
}

export interface OracleObjective {
  readonly id: string;
  readonly formula: string;
  readonly op: '>=' | '>' | '=';
  readonly basisPoints: number;
  readonly filter?: Readonly<Record<string, readonly string[]>>;
}

export interface OraclePeriod {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly scheme: 'nd09' | 'calendar';
}

/** First and last day of the reporting months `first` to `last` of a year. */
export function months(year: number, first: number, last: number, scheme: 'nd09' | 'calendar') {
  const two = (n: number) => String(n).padStart(2, '0');
  if (scheme === 'calendar') {
    const end = new Date(Date.UTC(year, last, 0)).getUTCDate();
    return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(end)}` };
  }
  const from = first === 1 ? `${year - 1}-12-15` : `${year}-${two(first - 1)}-15`;
  return { from, to: `${year}-${two(last)}-14` };
}

/** Whether a procedure issues a document, as the catalogue of the test knows it. */
export type Issues = (procedureCode: string | null) => boolean | null;

export function expectedOf(
  book: PlainBook,
  objective: OracleObjective,
  period: OraclePeriod,
  issues: Issues,
): Expected {
  const { from } = period;
  const end = earlier(period.asOf, period.to);
  const within = (day: unknown): boolean => typeof day === 'string' && day >= from && day <= end;
  const kept = (kinds: string[], dayOf: (record: Any) => string): boolean =>
    kinds.some(
      (kind) =>
        (book.keptSince.get(kind) ?? '9999') <= end ||
        book.all(kind).some((record) => dayOf(record as Any) <= end),
    );
  const passes = (record: Any): boolean =>
    Object.entries(objective.filter ?? {}).every(([field, values]) =>
      values.includes(String(record[field] ?? '')),
    );
  const dossiers = (book.all('dossiers') as Any[]).filter(
    (d) => d.status !== 'registered' && d.status !== 'not-accepted' && passes(d),
  );
  const endOf = (d: Any): string => d.finishedOn ?? d.returnedOn ?? NEVER;
  const received = dossiers.filter((d) => within(d.receivedOn));
  const resolved = dossiers.filter((d) => within(endOf(d)));
  const entries = (kind: string): Any[] => (book.all(kind) as Any[]).filter(passes);

  let n = 0;
  let d = 0;
  let missing = 0;
  const none = (verdict: string): Expected => ({
    numerator: null,
    denominator: null,
    missing: null,
    verdict,
  });
  const started = end >= from;

  switch (objective.formula) {
    case 'dossier.on-time.resolved.v1':
      for (const one of resolved) {
        d += 1;
        if (one.dueOn === null) missing += 1;
        if (one.dueOn === null || endOf(one) <= one.dueOn) n += 1;
      }
      break;
    case 'dossier.online.resolved.v1':
      for (const one of resolved) {
        d += 1;
        if (one.channel === null) missing += 1;
        if (one.channel === 'online') n += 1;
      }
      break;
    case 'dossier.in-software.v1':
      for (const one of received) {
        d += 1;
        if (one.inSoftware === null) missing += 1;
        if (one.inSoftware === true) n += 1;
      }
      break;
    case 'dossier.parallel.v1':
      for (const one of received) {
        if (one.inSoftware !== true) continue;
        d += 1;
        if (one.paperParallel === null) missing += 1;
        if (one.paperParallel === true) n += 1;
      }
      break;
    case 'dossier.digitised.received.v1':
      for (const one of received) {
        if (one.componentsDigitised === 'not-required') continue;
        d += 1;
        const online = one.channel === 'online';
        if (one.componentsDigitised === 'yes' || (one.componentsDigitised === null && online)) n += 1;
        if (one.componentsDigitised === null && !online) missing += 1;
      }
      break;
    case 'dossier.result-digitised.resolved.v1':
      for (const one of resolved) {
        const how =
          one.outcome ?? (['refused', 'withdrawn', 'stopped'].includes(one.status) ? one.status : 'approved');
        if (how !== 'approved') continue;
        if (one.resultDigitised === 'not-required') continue;
        if (one.resultDigitised === null && issues(one.procedureCode) === false) continue;
        d += 1;
        if (one.resultDigitised === null) missing += 1;
        if (one.resultDigitised === 'yes') n += 1;
      }
      break;
    case 'survey.satisfied.v1':
      if (!kept(['survey-answers'], (r) => r.givenOn) && !kept(['survey-batches'], (r) => r.countedOn))
        return none('not-recorded');
      for (const one of entries('survey-answers')) {
        if (!within(one.givenOn) || one.answer === 'invalid') continue;
        d += 1;
        if (one.answer !== 'dissatisfied') n += 1;
      }
      for (const one of entries('survey-batches')) {
        if (!within(one.countedOn)) continue;
        d += one.verySatisfied + one.satisfied + one.dissatisfied;
        n += one.verySatisfied + one.satisfied;
      }
      break;
    case 'staff.rated-good.v1': {
      if (!kept(['staff'], (r) => r.from) && !kept(['staff-ratings'], (r) => r.ratedOn))
        return none('not-recorded');
      const year = reportYear(end, period.scheme);
      for (const one of entries('staff-ratings')) {
        if (one.year !== year || one.ratedOn > end) continue;
        d += 1;
        if (one.rating === 'good' || one.rating === 'excellent') n += 1;
      }
      if (d === 0) return none('not-due');
      break;
    }
    case 'staff.trained.v1': {
      if (!kept(['staff'], (r) => r.from)) return none('not-recorded');
      const begin = months(reportYear(end, period.scheme), 1, 12, period.scheme).from;
      for (const one of entries('staff')) {
        if (one.from > end || (one.to !== null && one.to < end)) continue;
        d += 1;
        const learnt = book
          .all('staff-courses')
          .some(
            (c) =>
              c.staffCode === one.code &&
              (c.finishedOn as string) >= begin &&
              (c.finishedOn as string) <= end,
          );
        if (learnt) n += 1;
      }
      break;
    }
    case 'petition.on-time.v1':
    case 'petition.settled-on-time.v1':
      if (!kept(['petitions'], (r) => r.receivedOn)) return none('not-recorded');
      for (const one of entries('petitions')) {
        if (within(one.closedOn)) {
          d += 1;
          if (one.dueOn === null) missing += 1;
          else if (one.closedOn <= one.dueOn) {
            if (objective.formula === 'petition.on-time.v1' || one.reComplained !== true) n += 1;
          }
        } else if ((one.closedOn === null || one.closedOn > end) && within(one.dueOn)) d += 1;
      }
      break;
    case 'workfile.electronic.v1':
      if (!kept(['work-files'], (r) => `${r.month}-01`)) return none('not-recorded');
      for (const one of entries('work-files')) {
        const [y, m] = one.month.split('-').map(Number);
        if (!within(months(y, m, m, period.scheme).to)) continue;
        d += one.all - one.secret;
        n += one.electronic;
      }
      break;
    case 'signature.units.v1':
      if (!kept(['signature-units'], (r) => r.from)) return none('not-recorded');
      for (const one of entries('signature-units')) {
        if (one.from > end || (one.to !== null && one.to < end)) continue;
        d += 1;
        const signs = book.all('signature-certificates').some((c: Any) => {
          const uses = c.replacedOn === null || c.replacedOn > end;
          return c.unitCode === one.code && c.from <= end && c.to >= end && uses;
        });
        if (signs) n += 1;
      }
      break;
    case 'qms.activities.v1':
      if (!kept(['iso-activities'], (r) => r.dueOn)) return none('not-recorded');
      for (const one of entries('iso-activities')) {
        if (!within(one.dueOn)) continue;
        d += 1;
        if (one.doneOn !== null && one.doneOn <= one.dueOn) n += 1;
      }
      break;
    case 'hand.ratio.v1': {
      const own = (book.all('hand-counts') as Any[]).filter((r) => r.objective === objective.id);
      const inside = own.filter((r) => r.from >= from && r.to <= end);
      // What nobody counted for the period is not recorded, however much was counted for others.
      if (inside.length === 0) return none('not-recorded');
      for (const one of inside) {
        const covered = inside.some((r) => r !== one && r.from <= one.from && r.to >= one.to);
        if (covered) continue;
        d += one.denominator;
        n += one.numerator;
      }
      break;
    }
    default:
      throw new Error(`the oracle does not know ${objective.formula}`);
  }
  if (!started) return { numerator: 0, denominator: 0, missing: 0, verdict: 'no-data' };
  return { numerator: n, denominator: d, missing, verdict: verdict(n, d, objective) };
}

function verdict(n: number, d: number, { op, basisPoints }: OracleObjective): string {
  if (d === 0) return 'no-data';
  const left = n * 10_000;
  const right = basisPoints * d;
  const met = op === '>=' ? left >= right : op === '>' ? left > right : left === right;
  return met ? 'met' : 'missed';
}

function reportYear(day: string, scheme: 'nd09' | 'calendar'): number {
  const year = Number(day.slice(0, 4));
  return scheme === 'nd09' && day.slice(5) >= '12-15' ? year + 1 : year;
}

/** The row of totals of Biểu II.06a. */
export function expectedFlow(book: PlainBook, period: OraclePeriod) {
  const { from } = period;
  const end = earlier(period.asOf, period.to);
  const all = (book.all('dossiers') as Any[]).filter(
    (d) => d.status !== 'registered' && d.status !== 'not-accepted',
  );
  const endOf = (d: Any): string => d.finishedOn ?? d.returnedOn ?? NEVER;
  const received = all.filter((d) => d.receivedOn >= from && d.receivedOn <= end);
  const carried = all.filter((d) => d.receivedOn < from && endOf(d) >= from);
  const resolved = all.filter((d) => endOf(d) >= from && endOf(d) <= end);
  const pending = all.filter((d) => d.receivedOn <= end && endOf(d) > end);
  const stopped = (d: Any): boolean =>
    d.suspensions.length > 0
      ? d.suspensions.some((s: Any) => s.from <= end && (s.to === null || s.to >= end))
      : endOf(d) === NEVER && ['supplement', 'payment', 'paused'].includes(d.status);
  const overdue = pending.filter((d) => d.dueOn !== null && d.dueOn < end && !stopped(d)).length;
  const online = received.filter((d) => d.channel === 'online').length;
  const late = resolved.filter((d) => d.dueOn !== null && endOf(d) > d.dueOn).length;
  const early = resolved.filter((d) => d.dueOn !== null && endOf(d) < d.dueOn).length;
  return {
    received: {
      total: received.length + carried.length,
      online,
      other: received.length - online,
      carriedOver: carried.length,
    },
    resolved: { total: resolved.length, early, onTime: resolved.length - early - late, late },
    pending: { total: pending.length, inTime: pending.length - overdue, overdue },
  };
}
