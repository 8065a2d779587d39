import { explainCounts } from '#shared/domain/explain.ts';
import type { FormulaCause } from '#shared/domain/formulas/cause.ts';
import { formulaOf } from '#shared/domain/formulas/registry.ts';
import { explainLedger } from '#shared/domain/ledger-tally.ts';
import { refKey } from '#shared/domain/ledgers/entry-rules.ts';
import type { TargetObjective } from '#shared/domain/target-set.ts';
import type { BehindFigure, CauseCount, PlannedMeasure } from '#shared/report/narrative.ts';
import type { Measures } from '../evaluation/evaluate.ts';

/** What stands behind the figure of each objective, for the narrative: causes by count, and the plan's open measures. */
export function behindFigures(measures: Measures): (id: string) => BehindFigure | null {
  return (id) => {
    const objective = measures.targets.set.objectives.find((one) => one.id === id);
    if (objective === undefined) return null;
    return { ...causesOf(objective, measures), measures: openMeasures(id, measures) };
  };
}

function causesOf(
  objective: TargetObjective,
  { period, sources }: Measures,
): Pick<BehindFigure, 'against' | 'excluded'> {
  const formula = formulaOf(objective.formula);
  if (formula.kind === 'dossier') {
    const { dossiers } = sources;
    const source = objective.filter === undefined ? dossiers : dossiers.filtered(objective.filter);
    const { causes } = explainCounts(formula, period, source);
    const listed = (counts: Readonly<Partial<Record<FormulaCause, number>>>): CauseCount[] =>
      Object.entries(counts).map(([cause, count]) => ({ cause: cause as FormulaCause, count }));
    return { against: listed(causes.against), excluded: listed(causes.excluded) };
  }
  const lists = explainLedger(formula, objective, period, sources);
  return { against: summed(lists.against), excluded: summed(lists.excluded) };
}

function summed(members: readonly CauseCount[]): CauseCount[] {
  const counts = new Map<FormulaCause, number>();
  for (const { cause, count } of members) counts.set(cause, (counts.get(cause) ?? 0) + count);
  return [...counts].map(([cause, count]) => ({ cause, count }));
}

/** Measures of the plan that are not done, the next due one first. */
function openMeasures(id: string, { sources }: Measures): PlannedMeasure[] {
  return sources.ledgers
    .entries('measures')
    .filter(({ record }) => refKey(record.objective) === refKey(id) && record.doneOn === null)
    .map(({ record: { measure, owner, dueOn } }) => ({ measure, owner, dueOn }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
