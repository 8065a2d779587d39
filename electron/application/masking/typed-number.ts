import { comparableText } from '#shared/domain/comparable-text.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { isMasked, maskNumber, numberKey } from '#shared/domain/person-number.ts';
import { AppError } from '#shared/errors.ts';

/**
 * A record as it was typed over a masked one: the number as the form was given it means that nothing was typed there, and
 * the known one stays. `known`: what the book holds of it. Throws `AppError` RECORD_INVALID (`personId`: MASKED_NUMBER)
 * for any other number with hidden digits. Only the very text that was shown is taken for the known number: a refusal
 * that depended on single digits would tell them.
 */
export function withKnownNumber(typed: Dossier, known: Pick<Dossier, 'personId'> | null): Dossier {
  const { personId } = typed;
  if (personId === null || !isMasked(personId)) return typed;
  const shown = known?.personId == null ? null : numberKey(comparableText(maskNumber(known.personId)));
  if (known !== null && personId === shown) return { ...typed, personId: known.personId };
  throw new AppError('RECORD_INVALID', {}, { fieldErrors: { personId: 'MASKED_NUMBER' } });
}
