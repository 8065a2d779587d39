import { refKey } from '../ledgers/entry-rules.ts';
import { GOOD_RATINGS } from '../ledgers/staff.ts';
import type { FormulaCause } from './cause.ts';
import { against, counted, type LedgerContext, type LedgerFormula } from './formula.ts';
import { isThere, memberOfEntry, openEntry, reportYearOf } from './ledger-member.ts';

const STAFF = 'staff';
const RATINGS = 'staff-ratings';
const COURSES = 'staff-courses';
const FILTERS = ['department', 'post'];

const RATED: Readonly<Record<string, FormulaCause>> = {
  excellent: 'rated-excellent',
  good: 'rated-good',
  fair: 'rated-fair',
  failed: 'rated-failed',
};

/**
 * 3.1 of the 2024 decision: rated "hoàn thành tốt" or "hoàn thành xuất sắc", of those rated for the report year by the
 * period's end. Before the first rating of that year is given the objective is not due.
 */
export const staffRatedGood: LedgerFormula = {
  kind: 'ledger',
  id: 'staff.rated-good.v1',
  ledgers: [STAFF, RATINGS],
  keptBy: [STAFF, RATINGS],
  filters: FILTERS,
  members: (context) => {
    const { year } = reportYearOf(context);
    // Ratings have none of the fields by which staff is filtered: all of them are here.
    const given = context
      .entries(RATINGS)
      .filter(({ record }) => record.year === year && record.ratedOn <= context.period.end);
    if (given.length === 0) return 'not-due';
    const wanted =
      context.objective.filter === undefined
        ? null
        : new Set(context.entries(STAFF).map(({ record }) => refKey(record.code)));
    return given
      .filter(({ record }) => wanted === null || wanted.has(refKey(record.staffCode)))
      .map((entry) => {
        const { rating } = entry.record;
        const cause = RATED[rating] ?? 'rated-failed';
        return memberOfEntry(RATINGS, entry, GOOD_RATINGS.includes(rating) ? counted(cause) : against(cause));
      });
  },
};

/** 3.2 of the 2024 decision: at least one course finished in the report year so far, of the staff in post at the end. */
export const staffTrained: LedgerFormula = {
  kind: 'ledger',
  id: 'staff.trained.v1',
  ledgers: [STAFF, COURSES],
  keptBy: [STAFF],
  filters: FILTERS,
  members: (context) => {
    const trained = trainedBy(context);
    return inPost(context).map((entry) =>
      memberOfEntry(
        STAFF,
        entry,
        trained.has(refKey(entry.record.code)) ? counted('trained') : against('not-trained'),
      ),
    );
  },
  prospects: (context) => {
    const { to } = context.period;
    const trained = trainedBy(context);
    return {
      way: 'correct',
      whenDue: false,
      // Who leaves before the period's end is not counted then.
      open: inPost(context)
        .filter(({ record }) => !trained.has(refKey(record.code)) && isThere(record, to))
        .map((entry) => openEntry(STAFF, entry, { by: to, inDenominator: true, expected: true })),
    };
  },
};

function inPost({ period, entries }: LedgerContext) {
  return entries(STAFF).filter(({ record }) => isThere(record, period.end));
}

/** Codes of those who finished a course from the first day of the report year to the period's end. */
function trainedBy(context: LedgerContext): ReadonlySet<string> {
  const { from } = reportYearOf(context);
  const finished = context
    .entries(COURSES)
    .filter(({ record }) => from <= record.finishedOn && record.finishedOn <= context.period.end);
  return new Set(finished.map(({ record }) => refKey(record.staffCode)));
}
