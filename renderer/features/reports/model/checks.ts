import { findFormula } from '#shared/domain/formulas/registry.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { DraftText, ReportCheck, ReportDraft } from '#shared/ipc/contract/reports.ts';
import { missingFieldOf } from '#shared/report/missing-field.ts';

/** Code of a check as the catalogue has it: what stands behind `:` only tells checks of one kind apart. */
export function checkKind(code: string): string {
  return code.split(':')[0] ?? code;
}

/** What still keeps a report from being signed. */
export interface Hindrance {
  readonly errors: number;
  /** Warnings without a written reason. */
  readonly unanswered: number;
}

/** Counts what keeps a draft from being signed: errors, and warnings that nobody has answered. */
export function hindrances(checks: readonly ReportCheck[], text: DraftText): Hindrance {
  const errors = checks.filter((check) => check.severity === 'error').length;
  const unanswered = checks.filter(
    (check) => check.severity === 'warning' && (text.reasons[check.code] ?? '').trim() === '',
  ).length;
  return { errors, unanswered };
}

/** The dossiers that a check is about, as a filter of the list; null where it is about none, or about some of a filter's. */
export function checkFilter(
  check: ReportCheck,
  {
    evaluation,
    objectives,
  }: Pick<ReportDraft, 'objectives'> & {
    readonly evaluation: {
      readonly period: { readonly from: LocalDate; readonly to: LocalDate };
      readonly asOf: LocalDate;
    };
  },
): DossierFilter | null {
  const { from, to } = evaluation.period;
  if (check.filter !== undefined) return check.filter;
  switch (checkKind(check.code)) {
    case 'OVERDUE_PENDING':
      // The list knows what is overdue today, not what was so on the last day of a period that is over.
      return evaluation.asOf > to ? null : { state: 'overdue' };
    case 'FLOW_UNBALANCED': {
      const { field } = check.params;
      return typeof field === 'string' && field !== '' ? { field, receivedTo: to } : { receivedTo: to };
    }
    case 'MISSING_DATA': {
      const objective = objectives.find(({ id }) => id === check.params.objective);
      const missing = objective && objective.filter === null ? missingFieldOf(objective.formula) : null;
      if (missing === null) return null;
      return missing.axis === 'received'
        ? { receivedFrom: from, receivedTo: to, missing: missing.field }
        : { resolvedFrom: from, resolvedTo: to, missing: missing.field };
    }
    default:
      return null;
  }
}

/** Where else than in records something is mended. */
export type CheckPlace =
  /** The date of the document, on the same screen. */
  | 'document-date'
  /** Cài đặt: who signs; since when the unit is there; the integrity of the data. */
  | 'signatory'
  | 'founding'
  | 'data-check'
  | 'imports'
  /** Nothing is wrong but the time: an earlier period can be reported. */
  | 'earlier-period'
  /** Tổng quan: the records behind the objective, where no filter of the list names them. */
  | 'records-behind';

/** The place where what a check says is mended; null where records, a ledger or a report are shown instead. */
export function checkPlace(check: ReportCheck, draft: Parameters<typeof checkFilter>[1]): CheckPlace | null {
  switch (checkKind(check.code)) {
    case 'DATE_FAR':
      return 'document-date';
    case 'SIGNATORY_MISSING':
      return 'signatory';
    case 'BEFORE_FOUNDING':
      return 'founding';
    case 'CONTRADICTION':
      return 'data-check';
    case 'NO_DOSSIERS':
      return 'imports';
    case 'PERIOD_NOT_OVER':
    case 'PERIOD_NOT_BEGUN':
      return 'earlier-period';
    case 'MISSING_DATA':
      return checkFilter(check, draft) === null ? 'records-behind' : null;
    default:
      return null;
  }
}

/** The earlier signed period that a check compares with; null where it compares with none. */
export function checkPeriod(check: ReportCheck): string | null {
  const { period } = check.params;
  return checkKind(check.code) === 'CARRIED_OVER' && typeof period === 'string' ? period : null;
}

/**
 * The ledger whose entries a check is about, `lacking`: those that lack what an objective needs; null where it is about
 * something else.
 */
export function checkLedger(
  check: ReportCheck,
  { objectives }: Pick<ReportDraft, 'objectives'>,
): { readonly ledger: LedgerId; readonly lacking: boolean } | null {
  const kind = checkKind(check.code);
  if (kind === 'HAND_COUNTS_OVERLAP') return { ledger: 'hand-counts', lacking: false };
  if (kind !== 'MISSING_FACT') return null;
  const objective = objectives.find(({ id }) => id === check.params.objective);
  const formula = objective ? findFormula(objective.formula) : null;
  const ledger = formula?.kind === 'ledger' ? formula.ledgers[0] : undefined;
  return ledger === undefined ? null : { ledger, lacking: true };
}

/** A draft's text with changes; empty remarks and reasons are left out. */
export function withText(text: DraftText, changes: Partial<DraftText>): DraftText {
  const merged = { ...text, ...changes };
  const filled = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value.trim() !== ''));
  return { ...merged, remarks: filled(merged.remarks), reasons: filled(merged.reasons) };
}
