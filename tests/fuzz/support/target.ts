import { AppError, ERROR_CODES, type ErrorCode } from '#shared/errors.ts';
import { errors as en } from '#shared/i18n/en/errors.ts';
import { errors as vi } from '#shared/i18n/vi/errors.ts';
import type { Random } from './random.ts';

/** A reader of foreign bytes, as fuzzing sees it. */
export interface Target {
  /** Sound inputs from which all others are made. */
  readonly seeds: readonly Buffer[];
  /** One changed input. */
  mutate(bytes: Buffer, random: Random): Buffer;
  /**
   * Reads an input. The answer is a word for what came of it (counted); whatever is thrown but an `AppError` with
   * words is a finding.
   */
  run(bytes: Buffer): Promise<string> | string;
  close?(): Promise<void>;
}

/** The code of a fault that has words in both languages; anything else is thrown on. */
export function codeOf(error: unknown): ErrorCode {
  if (!(error instanceof AppError)) throw error;
  const { code } = error;
  const known = Object.hasOwn(ERROR_CODES, code) && code !== 'INTERNAL';
  if (!known || !(vi as Record<string, string>)[code] || !(en as Record<string, string>)[code]) throw error;
  return code;
}

/** What came of some work: `read`, or the code of its fault. */
export async function outcome(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'read';
  } catch (error) {
    return codeOf(error);
  }
}
