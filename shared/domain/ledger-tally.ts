import type { CountSources, LedgerSource } from './count-source.ts';
import type { Tally } from './evaluation.ts';
import type { FormulaRole, LedgerContext, LedgerFormula, LedgerMember } from './formulas/formula.ts';
import { type LedgerId, ledgerOf } from './ledgers/registry.ts';
import type { EvaluatedPeriod } from './period.ts';
import { hasBegun } from './tally.ts';
import type { TargetObjective } from './target-set.ts';

type Objective = Pick<TargetObjective, 'id' | 'filter'>;

/**
 * Counts a formula over ledgers. `not-recorded`: none of the ledgers that keep it was kept by the period's end
 * (counting.md, Verdicts); a period that has not begun counts nothing.
 */
export function tallyLedger(
  formula: LedgerFormula,
  objective: Objective,
  period: EvaluatedPeriod,
  sources: Pick<CountSources, 'ledgers' | 'scheme'>,
): Tally | 'not-recorded' | 'not-due' {
  const members = ledgerMembers(formula, objective, period, sources);
  if (typeof members === 'string') return members;
  const sum = { numerator: 0, denominator: 0, missingData: 0 };
  for (const { role, count, missing } of members) {
    if (role === 'excluded') continue;
    sum.denominator += count;
    if (role === 'counted') sum.numerator += count;
    if (missing) sum.missingData += count;
  }
  return sum;
}

/** The entries behind a figure, in the order in which the formula gives them. */
export function ledgerMembers(
  formula: LedgerFormula,
  objective: Objective,
  period: EvaluatedPeriod,
  sources: Pick<CountSources, 'ledgers' | 'scheme'>,
): readonly LedgerMember[] | 'not-recorded' | 'not-due' {
  if (!formula.keptBy.some((ledger) => isKept(sources.ledgers, ledger, period))) return 'not-recorded';
  if (!hasBegun(period)) return [];
  return formula.members(contextOf(objective, period, sources));
}

/** The three lists of `explain` for a formula over ledgers; all empty where nothing is recorded or due. */
export function explainLedger(
  formula: LedgerFormula,
  objective: Objective,
  period: EvaluatedPeriod,
  sources: Pick<CountSources, 'ledgers' | 'scheme'>,
): Record<FormulaRole, LedgerMember[]> {
  const lists: Record<FormulaRole, LedgerMember[]> = { counted: [], against: [], excluded: [] };
  const members = ledgerMembers(formula, objective, period, sources);
  if (typeof members === 'string') return lists;
  for (const member of members) if (member.count > 0) lists[member.role].push(member);
  return lists;
}

function isKept(ledgers: LedgerSource, ledger: LedgerId, period: EvaluatedPeriod): boolean {
  const from = ledgers.keptFrom(ledger);
  return from !== null && from <= period.end;
}

/** What a formula over ledgers may know of an objective and a period. */
export function contextOf(
  objective: Objective,
  period: EvaluatedPeriod,
  { ledgers, scheme }: Pick<CountSources, 'ledgers' | 'scheme'>,
): LedgerContext {
  const { filter } = objective;
  return {
    period,
    scheme: period.scheme ?? scheme,
    objective,
    entries(ledger) {
      const all = ledgers.entries(ledger);
      if (filter === undefined) return all;
      return all.filter(({ record }) => meets(ledger, record as Record<string, unknown>, filter));
    },
  };
}

/**
 * Whether an entry meets a filter. A field that its ledger does not have is no condition on it: a formula over several
 * ledgers is filtered by the fields of the first and joins the others to it.
 */
function meets(
  ledger: LedgerId,
  record: Readonly<Record<string, unknown>>,
  filter: Readonly<Record<string, readonly string[]>>,
): boolean {
  const { fields } = ledgerOf(ledger);
  return Object.entries(filter).every(
    ([field, values]) => !Object.hasOwn(fields, field) || values.includes(String(record[field] ?? '')),
  );
}
