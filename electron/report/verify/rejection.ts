import type { VerifyCode } from './codes.ts';

/** Why a file is not accepted: a code and what fills its words. */
export interface VerifyReason {
  readonly code: VerifyCode;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** Ends a check. Anything else that is thrown while checking is taken as `UNREADABLE`, never as a pass. */
export class Rejection extends Error {
  readonly reason: VerifyReason;

  constructor(code: VerifyCode, params: VerifyReason['params'] = {}) {
    super(code);
    this.name = 'Rejection';
    this.reason = { code, params };
  }
}

/** Throws a {@link Rejection} unless the condition holds. */
export function demand(
  condition: boolean,
  code: VerifyCode,
  params: VerifyReason['params'] = {},
): asserts condition {
  if (!condition) throw new Rejection(code, params);
}
