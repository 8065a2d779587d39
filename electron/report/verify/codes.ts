/**
 * Every answer the check of a report file can give besides "hợp lệ", and what it makes of the verdict:
 * `invalid` (không hợp lệ), `unknown` (chưa đủ căn cứ), `note` (said beside a valid verdict).
 */
export const VERIFY_CODES = {
  // The file as such, explained by what usually happened to it.
  EMPTY_FILE: 'invalid',
  NOT_PDF: 'invalid',
  ZIPPED: 'invalid',
  PREFIXED: 'invalid',
  TRUNCATED: 'invalid',
  LINE_ENDS_CONVERTED: 'invalid',
  BYTES_APPENDED: 'invalid',
  CHANGED_AFTER_SIGNING: 'invalid',
  NOT_A_REPORT: 'invalid',
  SIGNATURE_MISSING: 'invalid',
  STRUCTURE_ALTERED: 'invalid',
  FILE_TOO_LARGE: 'invalid',
  FORBIDDEN_CONTENT: 'invalid',
  UNREADABLE: 'invalid',
  // The signature.
  SIGNATURE_FIELD: 'invalid',
  BYTE_RANGE: 'invalid',
  SIGNATURE_ENCODING: 'invalid',
  WEAK_ALGORITHM: 'invalid',
  DIGEST_DIFFERS: 'invalid',
  SIGNATURE_INVALID: 'invalid',
  CERTIFICATE_MISMATCH: 'invalid',
  CERTIFICATE_UNEXPECTED: 'invalid',
  // Who signed, and when.
  SIGNER_OUTSIDE_TIME: 'invalid',
  SIGNER_REVOKED: 'invalid',
  SIGNER_WRONG_UNIT: 'invalid',
  SIGNED_IN_FUTURE: 'invalid',
  SIGNER_NOT_FOR_SIGNING: 'invalid',
  SIGNER_NOT_ENROLLED: 'unknown',
  SIGNER_UNIT_UNKNOWN: 'unknown',
  // The data.
  ATTACHMENT: 'invalid',
  DATA_FORM: 'invalid',
  DATA_SCHEMA: 'invalid',
  TIMES_DIFFER: 'invalid',
  ARITHMETIC: 'invalid',
  PAGE_DIFFERS: 'invalid',
  NEWER_FORMAT: 'unknown',
  // Said beside a verdict.
  PAGE_NOT_COMPARED: 'note',
  REVOCATION_NOT_CHECKED: 'note',
  SIGNED_BEFORE_REVOCATION: 'note',
  OLDER_ALGORITHM: 'note',
  SAMPLE_DATA: 'note',
} as const satisfies Record<string, 'invalid' | 'unknown' | 'note'>;
export type VerifyCode = keyof typeof VERIFY_CODES;
