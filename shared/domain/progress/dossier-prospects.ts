import { type DossierFacts, timelinessOf } from '../dossier-facts.ts';
import type { DossierFormula, FormulaRole } from '../formulas/formula.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import type { EvaluatedPeriod } from '../period.ts';
import { memberOf } from '../tally.ts';
import { byDay, type Candidate, type MemberDossier, type PendingDossier } from './records.ts';

/**
 * Pending dossiers that a formula over resolved ones would count if they ended today, by the last day of the period on
 * which that is so: the due day where a later end would not count, else the period's last day.
 */
export function finishing(
  formula: DossierFormula,
  pending: readonly PendingDossier[],
  period: EvaluatedPeriod,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const dossier of pending) {
    const by = lastCountedDay(formula, dossier, period);
    if (by !== null) candidates.push({ id: dossier.id, ledger: null, code: dossier.code, by });
  }
  return candidates.sort(byDay);
}

/** Members now counted against for a cause that later recording can undo, to be put right by the period's end. */
export function correcting(
  formula: DossierFormula,
  members: Iterable<MemberDossier>,
  period: EvaluatedPeriod,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { id, code, facts } of members) {
    const { role, cause } = formula.classify({ facts, pending: false, overdue: false });
    if (role === 'against' && formula.correctable.includes(cause))
      candidates.push({ id, ledger: null, code, by: period.to });
  }
  return candidates.sort(byDay);
}

/** How the pending dossiers that should end within the period will stand at its end. */
export interface Outlook {
  /** Counted whenever they end: the channel of one that came online does not change. */
  readonly sure: number;
  /** Counted or against, as they will be handled. */
  readonly undecided: number;
  /** Against in any case: already late. */
  readonly lost: number;
}

/**
 * Sorts the pending dossiers that should end within the period (due by its last day, overdue ones included, the clock
 * running) by what a formula over resolved dossiers will say of them. What no due day says anything about is left out.
 */
export function outlookOf(
  formula: DossierFormula,
  pending: readonly PendingDossier[],
  period: EvaluatedPeriod,
): Outlook {
  const outlook = { sure: 0, undecided: 0, lost: 0 };
  for (const dossier of pending) {
    if (!shouldEndBy(dossier, period.to)) continue;
    const best = endedOn(formula, dossier, lastCountedDay(formula, dossier, period) ?? period.end);
    if (best.role === 'excluded') continue;
    if (best.role === 'against') {
      // What is not recorded yet may be recorded when it ends.
      if (formula.correctable.includes(best.cause)) outlook.undecided += 1;
      else outlook.lost += 1;
    } else if (endedOn(formula, dossier, addDays(period.to, 1)).role === 'counted') outlook.sure += 1;
    else outlook.undecided += 1;
  }
  return outlook;
}

function shouldEndBy({ facts, dueOn, reappointedDueOn }: PendingDossier, day: LocalDate): boolean {
  const due = reappointedDueOn ?? dueOn;
  return due !== null && due <= day && !facts.clockStopped;
}

/** The latest day from today to the period's last on which an end would be counted; null when none would. */
function lastCountedDay(
  formula: DossierFormula,
  dossier: PendingDossier,
  { to, end }: EvaluatedPeriod,
): LocalDate | null {
  const role = (day: LocalDate): FormulaRole => endedOn(formula, dossier, day).role;
  if (role(end) !== 'counted') return null;
  if (role(to) === 'counted') return to;
  // Between the two the answer can only turn at a due day.
  const turns = [end, dossier.dueOn, dossier.reappointedDueOn].filter(
    (day): day is LocalDate => day !== null && end <= day && day <= to && role(day) === 'counted',
  );
  return turns.sort().at(-1) ?? end;
}

/** What a formula would say of a pending dossier that ended, approved, on a day. */
function endedOn(
  formula: DossierFormula,
  { facts, dueOn, reappointedDueOn }: PendingDossier,
  day: LocalDate,
) {
  const ended: DossierFacts = {
    ...facts,
    ending: 'approved',
    timeliness: timelinessOf(day, dueOn),
    reappointedTimeliness: timelinessOf(day, reappointedDueOn ?? dueOn),
    clockStopped: false,
  };
  return formula.classify(memberOf({ facts: ended, overdue: false }, 'resolved'));
}
