import type { Dossier } from '#shared/domain/dossier.ts';
import { factsOf, isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import type { FormulaCause } from '#shared/domain/formulas/cause.ts';
import type { FormulaRole } from '#shared/domain/formulas/formula.ts';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import { dayNumber, formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { isStoppedAt } from '#shared/domain/suspensions.ts';

/** A sentence of the catalogue (`dossiers:counting.*`) with what fills it. */
export interface TimeSentence {
  readonly key:
    | 'notCounted'
    | 'pending'
    | 'clockStopped'
    | 'pendingOverdue'
    | 'early'
    | 'onTime'
    | 'lateBy'
    | 'noDue';
  readonly date?: string;
  readonly n?: number;
}

/** What one objective makes of a dossier; `role` null: it waits for the end of processing. */
export interface ObjectiveCounting {
  readonly objective: string;
  readonly role: FormulaRole | null;
  readonly cause: FormulaCause | null;
}

/** Says how a dossier stands in time (counting.md, Dossiers), as of `today`. */
export function timeSentence(record: Dossier, today: LocalDate): TimeSentence {
  if (!isCounted(record)) return { key: 'notCounted' };
  const end = resolvedOn(record);
  if (end === null) {
    if (isStoppedAt(record, today)) return { key: 'clockStopped' };
    if (record.dueOn !== null && record.dueOn < today)
      return { key: 'pendingOverdue', date: formatDate(record.dueOn) };
    return { key: 'pending' };
  }
  const date = formatDate(end);
  if (record.dueOn === null) return { key: 'noDue', date };
  const apart = dayNumber(end) - dayNumber(record.dueOn);
  if (apart === 0) return { key: 'onTime', date };
  return apart < 0 ? { key: 'early', date, n: -apart } : { key: 'lateBy', date, n: apart };
}

/**
 * What each objective's formula makes of a dossier: the very functions that count, asked about this one.
 * `issuesDocument` comes from the procedure catalogue.
 */
export function objectivesCounting(
  record: Dossier,
  today: LocalDate,
  issuesDocument: boolean | null,
  objectives: readonly { readonly id: string; readonly formula: string }[],
): ObjectiveCounting[] {
  if (!isCounted(record)) return [];
  const facts = factsOf(record, issuesDocument);
  const pending = resolvedOn(record) === null;
  const overdue = pending && !isStoppedAt(record, today) && record.dueOn !== null && record.dueOn < today;
  return objectives.flatMap<ObjectiveCounting>(({ id, formula: formulaId }) => {
    const formula = findFormula(formulaId);
    if (formula?.kind !== 'dossier') return [];
    if (pending && formula.population === 'resolved') return [{ objective: id, role: null, cause: null }];
    const { role, cause } = formula.classify({ facts, pending, overdue });
    return [{ objective: id, role, cause }];
  });
}
