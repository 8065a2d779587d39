import { AppError } from '#shared/errors.ts';
import type { Fault } from '#shared/ipc/result.ts';

/** A fault as it crosses a boundary; what is no `AppError` is a fault of the program under a log id. */
export function toFault(error: unknown, log: () => string): Fault {
  if (error instanceof AppError && error.code !== 'INTERNAL') {
    return { code: error.code, params: error.params, fieldErrors: error.fieldErrors, logId: null };
  }
  // A fault that another process has already logged keeps its id.
  const known =
    error instanceof AppError && typeof error.params.logId === 'string' ? error.params.logId : null;
  return { code: 'INTERNAL', params: {}, fieldErrors: null, logId: known ?? log() };
}

/** Inverse of {@link toFault}: the fault as an error again on the other side. */
export function fromFault(fault: Fault): AppError {
  const params = fault.logId === null ? fault.params : { ...fault.params, logId: fault.logId };
  return new AppError(
    fault.code,
    params,
    fault.fieldErrors === null ? {} : { fieldErrors: { ...fault.fieldErrors } },
  );
}
