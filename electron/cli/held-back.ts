import { AppError } from '#shared/errors.ts';
import type { ReportCheck } from '#shared/ipc/contract/reports.ts';

export type Check = ReportCheck;

/** A report held back; the checks that stand in its way travel as the cause's `checks`. */
export function heldBack(checks: readonly Check[]): AppError {
  const codes = checks.map(({ code }) => code).join(', ');
  return new AppError(
    'REPORT_HELD_BACK',
    { count: checks.length, codes },
    { cause: Object.assign(new Error('held back'), { checks }) },
  );
}
