import type { Dossier } from '#shared/domain/dossier.ts';

/**
 * The counting rules once more, written straight from their text over raw dossiers: slow, and without anything of
 * the product but the record's type. Days are compared as texts.
 */
export interface OracleCase {
  readonly dossiers: readonly Dossier[];
  readonly issuesDocument: (dossier: Dossier) => boolean | null;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

export interface OracleLists {
  readonly counted: string[];
  readonly against: string[];
  readonly excluded: string[];
  readonly missing: string[];
}

function endOfPeriod({ to, asOf }: OracleCase): string {
  return asOf < to ? asOf : to;
}

function known(input: OracleCase): Dossier[] {
  return input.dossiers.filter((d) => !(d.status === 'registered' || d.status === 'not-accepted'));
}

/** End of processing, or the day of return where that is all the list gives. */
function finished(d: Dossier): string | null {
  if (d.finishedOn !== null) return d.finishedOn;
  if (d.returnedOn !== null) return d.returnedOn;
  return null;
}

export function received(input: OracleCase): Dossier[] {
  const end = endOfPeriod(input);
  return known(input).filter((d) => input.from <= d.receivedOn && d.receivedOn <= end);
}

export function carriedOver(input: OracleCase): Dossier[] {
  if (endOfPeriod(input) < input.from) return [];
  return known(input).filter((d) => {
    const f = finished(d);
    return d.receivedOn < input.from && (f === null || f >= input.from);
  });
}

export function resolved(input: OracleCase): Dossier[] {
  const end = endOfPeriod(input);
  return known(input).filter((d) => {
    const f = finished(d);
    return f !== null && input.from <= f && f <= end;
  });
}

export function pending(input: OracleCase): Dossier[] {
  const end = endOfPeriod(input);
  if (end < input.from) return [];
  return known(input).filter((d) => {
    const f = finished(d);
    const finishedByEnd = f !== null && f <= end;
    return d.receivedOn <= end && !finishedByEnd;
  });
}

export function isOverdue(d: Dossier, input: OracleCase): boolean {
  const end = endOfPeriod(input);
  let waits =
    finished(d) === null && (d.status === 'supplement' || d.status === 'payment' || d.status === 'paused');
  if (d.suspensions.length > 0) {
    waits = false;
    for (const { from, to } of d.suspensions) if (from <= end && (to === null || end <= to)) waits = true;
  }
  if (waits) return false;
  return d.dueOn !== null && d.dueOn < endOfPeriod(input);
}

function endedWithoutResult(d: Dossier): boolean {
  if (d.outcome !== null) return d.outcome !== 'approved';
  return d.status === 'refused' || d.status === 'withdrawn' || d.status === 'stopped';
}

function inTime(d: Dossier, due: string | null): boolean {
  const f = finished(d);
  if (f === null) throw new Error('not finished');
  return due === null || f <= due;
}

function lists(
  members: readonly Dossier[],
  inDenominator: (d: Dossier) => boolean,
  inNumerator: (d: Dossier) => boolean,
  lacks: (d: Dossier) => boolean,
): OracleLists {
  const result: OracleLists = { counted: [], against: [], excluded: [], missing: [] };
  for (const d of members) {
    if (!inDenominator(d)) result.excluded.push(d.code);
    else if (inNumerator(d)) result.counted.push(d.code);
    else result.against.push(d.code);
    if (inDenominator(d) && lacks(d)) result.missing.push(d.code);
  }
  return result;
}

const all = () => true;

/** Formula id → what it says of a period. */
export const ORACLE: Readonly<Record<string, (input: OracleCase) => OracleLists>> = {
  'dossier.on-time.resolved.v1': (input) =>
    lists(
      resolved(input),
      all,
      (d) => inTime(d, d.dueOn),
      (d) => d.dueOn === null,
    ),
  'dossier.on-time.reappointed.v1': (input) => {
    const due = (d: Dossier) => (d.reappointedDueOn !== null ? d.reappointedDueOn : d.dueOn);
    return lists(
      resolved(input),
      all,
      (d) => inTime(d, due(d)),
      (d) => due(d) === null,
    );
  },
  'dossier.on-time.qd766.v1': (input) => {
    const done = new Set(resolved(input));
    return lists(
      [...received(input), ...carriedOver(input)],
      all,
      (d) => (done.has(d) ? inTime(d, d.dueOn) : !isOverdue(d, input)),
      (d) => d.dueOn === null,
    );
  },
  'dossier.online.resolved.v1': (input) =>
    lists(
      resolved(input),
      all,
      (d) => d.channel === 'online',
      (d) => d.channel === null,
    ),
  'dossier.online.received.v1': (input) =>
    lists(
      received(input),
      all,
      (d) => d.channel === 'online',
      (d) => d.channel === null,
    ),
  'dossier.in-software.v1': (input) =>
    lists(
      received(input),
      all,
      (d) => d.inSoftware === true,
      (d) => d.inSoftware === null,
    ),
  'dossier.parallel.v1': (input) =>
    lists(
      received(input),
      (d) => d.inSoftware === true,
      (d) => d.paperParallel === true,
      (d) => d.paperParallel === null,
    ),
  'dossier.digitised.received.v1': (input) =>
    lists(
      received(input),
      (d) => d.componentsDigitised !== 'not-required',
      (d) => d.componentsDigitised === 'yes' || (d.componentsDigitised === null && d.channel === 'online'),
      (d) => d.componentsDigitised === null && d.channel !== 'online',
    ),
  'dossier.result-digitised.resolved.v1': (input) =>
    lists(
      resolved(input),
      (d) => {
        if (endedWithoutResult(d)) return false;
        if (d.resultDigitised === 'not-required') return false;
        return !(d.resultDigitised === null && input.issuesDocument(d) === false);
      },
      (d) => d.resultDigitised === 'yes',
      (d) => d.resultDigitised === null,
    ),
  'dossier.result-digitised.all.v1': (input) =>
    lists(
      resolved(input),
      all,
      (d) => d.resultDigitised === 'yes',
      (d) => d.resultDigitised === null && input.issuesDocument(d) !== false,
    ),
};

/** The columns 3 to 13 of Biểu II.06a for the dossiers of one field, or for all (`undefined`). */
export function oracleFlow(input: OracleCase, field: string | null | undefined): number[] {
  const of = (members: Dossier[]) =>
    field === undefined ? members : members.filter((d) => d.field === field);
  const inPeriod = of(received(input));
  const before = of(carriedOver(input));
  const done = of(resolved(input));
  const open = of(pending(input));
  const early = done.filter((d) => d.dueOn !== null && (finished(d) ?? '') < d.dueOn);
  const late = done.filter((d) => d.dueOn !== null && (finished(d) ?? '') > d.dueOn);
  const overdue = open.filter((d) => isOverdue(d, input));
  const online = inPeriod.filter((d) => d.channel === 'online');
  return [
    inPeriod.length + before.length,
    online.length,
    inPeriod.length - online.length,
    before.length,
    done.length,
    early.length,
    done.length - early.length - late.length,
    late.length,
    open.length,
    open.length - overdue.length,
    overdue.length,
  ];
}
