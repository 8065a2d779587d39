import { type Explanation, explainCounts, explainObjective } from '#shared/domain/explain.ts';
import type { DossierFormula } from '#shared/domain/formulas/formula.ts';
import { formulaOf } from '#shared/domain/formulas/registry.ts';
import type { EvaluatedPeriod } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import type { Workspace } from '../context.ts';
import type { FactMember } from '../ports.ts';
import { choosePeriod, measuresOf, type PeriodChoice } from './evaluate.ts';

/** The formula of an objective; null when it rests on a ledger nobody keeps. Throws OBJECTIVE_UNKNOWN. */
function find(
  workspace: Workspace,
  choice: PeriodChoice,
  objectiveId: string,
): { formula: DossierFormula | null; period: EvaluatedPeriod } {
  const { profile, targets } = measuresOf(workspace);
  const period = choosePeriod(workspace, choice, profile.periodScheme);
  const objective = targets.set.objectives.find((each) => each.id === objectiveId);
  if (objective === undefined) throw new AppError('OBJECTIVE_UNKNOWN', { objective: objectiveId });
  const formula = formulaOf(objective.formula);
  return { formula: formula.kind === 'dossier' ? formula : null, period };
}

/** Every dossier behind a figure with its cause; all lists are empty when the ledger is not kept. */
export function explain(
  workspace: Workspace,
  choice: PeriodChoice,
  objectiveId: string,
): Explanation<FactMember> {
  const { formula, period } = find(workspace, choice, objectiveId);
  if (formula === null) return { counted: [], against: [], excluded: [] };
  const { dossiers } = workspace.store;
  return explainObjective(formula, period, (axis, from, to) => dossiers.members(axis, from, to));
}

/** How many dossiers each list and each cause of one list holds, without reading a single dossier. */
export function explainTotals(workspace: Workspace, choice: PeriodChoice, objectiveId: string) {
  const { formula, period } = find(workspace, choice, objectiveId);
  if (formula === null)
    return {
      totals: { counted: 0, against: 0, excluded: 0 },
      causes: { counted: {}, against: {}, excluded: {} },
    };
  return explainCounts(formula, period, workspace.store.dossiers.counts);
}
