import { AppError } from '#shared/errors.ts';
import type { ReportCheck } from '#shared/ipc/contract/reports.ts';

export type Check = ReportCheck;

/** The checks that hold a report back, listed for the person; the cause of a REPORT_HELD_BACK. */
export class HeldBack extends Error {
  readonly checks: readonly Check[];
  constructor(checks: readonly Check[]) {
    super('held back');
    this.checks = checks;
  }
}

export function heldBack(checks: readonly Check[]): AppError {
  return new AppError('REPORT_HELD_BACK', { count: checks.length }, { cause: new HeldBack(checks) });
}
