import type { DossierCountSource } from './count-source.ts';
import type { FactGroup } from './dossier-facts.ts';
import type { FormulaCause } from './formulas/cause.ts';
import {
  type DossierFormula,
  type FormulaRole,
  type PopulationAxis,
  populationAxes,
} from './formulas/formula.ts';
import type { LocalDate } from './local-date.ts';
import type { EvaluatedPeriod } from './period.ts';
import { axisGroups, countRoles, hasBegun, memberOf, type RoleCounts } from './tally.ts';

/** What `explain` needs of one dossier; the caller's records may hold more (id, code). */
export type ExplainMember = Pick<FactGroup, 'facts' | 'overdue'>;

/** One dossier behind a figure. */
export interface ExplainedMember<M> {
  readonly member: M;
  readonly cause: FormulaCause;
  readonly missing: boolean;
}

/** The dossiers behind a figure, in the order in which the members were given. */
export type Explanation<M> = Readonly<Record<FormulaRole, readonly ExplainedMember<M>[]>>;

/**
 * Dossiers of an axis in `[from, to]`, both inclusive; for `pending` those pending at `to`, with `overdue` as of
 * that day. The same membership as {@link DossierCountSource}, dossier by dossier.
 */
export type MemberSource<M> = (axis: PopulationAxis, from: LocalDate, to: LocalDate) => Iterable<M>;

/**
 * The dossiers in the numerator, against it, and left out, each with its cause: through the very `classify` that
 * counted them. `excluded` holds members of the formula's population that are not in the denominator.
 */
export function explainObjective<M extends ExplainMember>(
  formula: DossierFormula,
  period: EvaluatedPeriod,
  membersOf: MemberSource<M>,
): Explanation<M> {
  const lists: Record<FormulaRole, ExplainedMember<M>[]> = { counted: [], against: [], excluded: [] };
  if (!hasBegun(period)) return lists;
  for (const axis of populationAxes(formula.population)) {
    for (const member of membersOf(axis, period.from, period.end)) {
      const { role, cause, missing } = formula.classify(memberOf(member, axis));
      lists[role].push({ member, cause, missing });
    }
  }
  return lists;
}

/** Sizes of the three lists and of their causes, from groups: as quick as the figure itself. */
export function explainCounts(
  formula: DossierFormula,
  period: EvaluatedPeriod,
  source: DossierCountSource,
): RoleCounts {
  return countRoles(formula, axisGroups(source, period, false));
}
