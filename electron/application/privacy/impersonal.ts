import { AppError } from '#shared/errors.ts';
import { PersonMatcher, type PersonQuery } from '#shared/privacy/person.ts';

/**
 * A reason stays in the log when the person is gone from the book, so it must not name them. Throws `AppError`
 * RECORD_INVALID at `reason`.
 */
export function demandImpersonal(query: PersonQuery, reason: string): void {
  if (reason.trim() === '') throw new AppError('RECORD_INVALID', {}, { fieldErrors: { reason: 'REQUIRED' } });
  if (new PersonMatcher(query).text(reason) !== null)
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { reason: 'NAMES_PERSON' } });
}
