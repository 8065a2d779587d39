import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { type Channel, contract, type Output, type Parsed } from '#shared/ipc/contract.ts';

/** Whether a text names a call of the contract; inherited names of objects are none. */
export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/**
 * Parses what a caller passes (SECURITY 12). Throws `AppError` NOT_ALLOWED_HERE for an unknown call, RECORD_INVALID
 * for an input of another form; the fault names the fields and what is wrong with each, never their values.
 */
export function parseInput<C extends Channel>(channel: C, input: unknown): Parsed<C> {
  if (!isChannel(channel)) throw new AppError('NOT_ALLOWED_HERE', { channel: String(channel).slice(0, 60) });
  const parsed = contract[channel].input.safeParse(input);
  if (parsed.success) return parsed.data as Parsed<C>;
  throw new AppError('RECORD_INVALID', { channel }, { fieldErrors: fieldErrors(parsed.error) });
}

/** Parses what a handler answers; a mismatch is a fault of the program and names only fields. */
export function parseOutput<C extends Channel>(channel: C, output: unknown): Output<C> {
  const parsed = contract[channel].output.safeParse(output);
  if (parsed.success) return parsed.data as Output<C>;
  const fields = Object.entries(fieldErrors(parsed.error)).map(([field, code]) => `${field}: ${code}`);
  throw new RangeError(`answer of ${channel} is not as agreed (${fields.join('; ')})`);
}

/** Path of a field in dots → zod's code of what is wrong with it; at most 50. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of error.issues.slice(0, 50))
    found[issue.path.map(String).join('.').slice(0, 200)] ??= issue.code;
  return found;
}
