import { AppError } from '#shared/errors.ts';
import { receiver as en } from '#shared/i18n/en/receiver.ts';
import { fill } from '#shared/i18n/fill.ts';
import { receiver as vi } from '#shared/i18n/vi/receiver.ts';
import type { Workspace } from '../context.ts';

/** A receipt that is not issued or not taken in, with the reason in the language of the person who acts. */
export function receiptFault(
  reason: keyof typeof vi.receiptFaults,
  { language }: Pick<Workspace, 'language'>,
  values: Readonly<Record<string, string | number>> = {},
): AppError {
  return new AppError('RECEIPT_INVALID', {
    reason: fill((language === 'en' ? en : vi).receiptFaults[reason], values),
    code: reason,
  });
}
