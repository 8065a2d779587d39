import { explainCounts, explainObjective } from '#shared/domain/explain.ts';
import type { FormulaCause } from '#shared/domain/formulas/cause.ts';
import type { FormulaRole } from '#shared/domain/formulas/formula.ts';
import { formulaOf } from '#shared/domain/formulas/registry.ts';
import { explainLedger } from '#shared/domain/ledger-tally.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { Workspace } from '../context.ts';
import { measuresOf, objectiveOf, type PeriodChoice } from './evaluate.ts';

/** A record behind a figure. */
export interface ExplainedRecord {
  readonly id: number;
  /** The ledger it stands in; null: a dossier. */
  readonly ledger: LedgerId | null;
  /** The dossier's code, or how people name the entry. */
  readonly code: string;
  readonly cause: FormulaCause;
  /** How many it stands for: the answers of a batch, the work files of a month; 1 for most. */
  readonly count: number;
  /** It is in the denominator and lacks a fact that the formula needs. */
  readonly missing: boolean;
}

export type ExplainedLists = Readonly<Record<FormulaRole, readonly ExplainedRecord[]>>;

/**
 * Every record behind a figure with its cause; all lists are empty when the ledger is not kept or nothing is due.
 * Throws `AppError` OBJECTIVE_UNKNOWN, PERIOD_UNKNOWN.
 */
export function explain(workspace: Workspace, choice: PeriodChoice, objectiveId: string): ExplainedLists {
  const measures = measuresOf(workspace, choice);
  const objective = objectiveOf(measures, objectiveId);
  const { period, sources } = measures;
  const formula = formulaOf(objective.formula);
  if (formula.kind === 'ledger') {
    return mapLists(
      explainLedger(formula, objective, period, sources),
      ({ ledger, id, title, cause, count, missing }) => ({
        ledger,
        id,
        code: title,
        cause,
        count,
        missing,
      }),
    );
  }
  const { dossiers } = workspace.store;
  const found = explainObjective(formula, period, (axis, from, to) =>
    dossiers.members(axis, from, to, objective.filter),
  );
  return mapLists(found, ({ member: { id, code }, cause, missing }) => ({
    id,
    ledger: null,
    code,
    cause,
    count: 1,
    missing,
  }));
}

/** Sizes of the three lists: how many things they stand for, of how many records, and for which causes. */
export interface ExplainedTotals {
  readonly totals: Readonly<Record<FormulaRole, number>>;
  readonly rows: Readonly<Record<FormulaRole, number>>;
  readonly causes: Readonly<Record<FormulaRole, Readonly<Partial<Record<FormulaCause, number>>>>>;
}

/** Sizes of the lists; for dossiers without reading a single one. */
export function explainTotals(
  workspace: Workspace,
  choice: PeriodChoice,
  objectiveId: string,
): ExplainedTotals {
  const measures = measuresOf(workspace, choice);
  const objective = objectiveOf(measures, objectiveId);
  const formula = formulaOf(objective.formula);
  if (formula.kind === 'ledger') return sizesOf(explain(workspace, choice, objectiveId));
  const { dossiers } = measures.sources;
  const source = objective.filter === undefined ? dossiers : dossiers.filtered(objective.filter);
  const { totals, causes } = explainCounts(formula, measures.period, source);
  return { totals, rows: totals, causes };
}

function sizesOf(lists: ExplainedLists): ExplainedTotals {
  const sum = (records: readonly ExplainedRecord[]): number =>
    records.reduce((total, { count }) => total + count, 0);
  const causes = (records: readonly ExplainedRecord[]): Partial<Record<FormulaCause, number>> => {
    const found: Partial<Record<FormulaCause, number>> = {};
    for (const { cause, count } of records) found[cause] = (found[cause] ?? 0) + count;
    return found;
  };
  return {
    totals: eachRole((role) => sum(lists[role])),
    rows: eachRole((role) => lists[role].length),
    causes: eachRole((role) => causes(lists[role])),
  };
}

function mapLists<M>(
  lists: Readonly<Record<FormulaRole, readonly M[]>>,
  map: (member: M) => ExplainedRecord,
): ExplainedLists {
  return eachRole((role) => lists[role].map(map));
}

function eachRole<T>(make: (role: FormulaRole) => T): Record<FormulaRole, T> {
  return { counted: make('counted'), against: make('against'), excluded: make('excluded') };
}
