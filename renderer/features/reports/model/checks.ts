import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { DraftText, ReportCheck, ReportDraft } from '#shared/ipc/contract/reports.ts';

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

/** The dossiers that a check is about, as a filter of the list; null where it is about none. */
export function checkFilter(
  check: ReportCheck,
  period: Pick<ReportDraft['evaluation']['period'], 'from' | 'to'>,
  asOf: LocalDate,
): DossierFilter | null {
  const resolved = { resolvedFrom: period.from, resolvedTo: period.to };
  const received = { receivedFrom: period.from, receivedTo: period.to };
  switch (checkKind(check.code)) {
    case 'OVERDUE_PENDING':
      // The list knows what is overdue today, not what was so on the last day of a period that is over.
      return asOf > period.to ? null : { state: 'overdue' };
    case 'MISSING_DATA':
      switch (check.params.objective) {
        case '2.1':
          return { ...resolved, missing: 'dueOn' };
        case '2.3':
          return { ...resolved, missing: 'channel' };
        case '5.2':
          return { ...received, missing: 'paperParallel' };
        case '7.1':
          return { ...received, missing: 'componentsDigitised' };
        case '7.2':
          return { ...resolved, missing: 'resultDigitised' };
        default:
          return null;
      }
    default:
      return null;
  }
}

/** A draft's text with changes; empty remarks and reasons are left out. */
export function withText(text: DraftText, changes: Partial<DraftText>): DraftText {
  const merged = { ...text, ...changes };
  const filled = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value.trim() !== ''));
  return { ...merged, remarks: filled(merged.remarks), reasons: filled(merged.reasons) };
}
