import type { ErrorCode } from '../errors.ts';

/** What keeps a book from being opened and is mended by taking a copy; nobody has to sign in for that. */
export const MENDED_BY_RESTORE: ReadonlySet<ErrorCode> = new Set([
  'DATA_DAMAGED',
  'DATA_NOT_ENCRYPTED',
  'BOOKS_MIXED',
  'KEYRING_MISSING',
  'KEYRING_DAMAGED',
  'KEYRING_OPEN',
]);
