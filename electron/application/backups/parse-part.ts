import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';

/**
 * A JSON part of a copy, of a form known here. Throws `AppError` DATA_FROM_FUTURE where a newer version of the program
 * wrote it, BACKUP_DAMAGED with the part as reason where it is none of that form.
 */
export function parsePart<T>(
  bytes: Uint8Array,
  form: z.ZodType<T>,
  isNewer: (value: unknown) => boolean,
  reason: 'manifest' | 'keyring',
): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new AppError('BACKUP_DAMAGED', { reason }, { cause });
  }
  if (isNewer(value)) throw new AppError('DATA_FROM_FUTURE');
  const parsed = form.safeParse(value);
  if (!parsed.success) throw new AppError('BACKUP_DAMAGED', { reason });
  return parsed.data;
}
