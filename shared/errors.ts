/**
 * The closed list of faults that cross a boundary (window, command line). Each has its words in
 * `shared/i18n/<lang>/errors.ts`; parameters fill the words. `exit` is the command line's exit code (docs/command-line.md).
 */
export const ERROR_CODES = {
  USAGE: 64,
  INPUT_MISSING: 66,
  INPUT_UNREADABLE: 66,
  FILE_NOT_SPREADSHEET: 66,
  FILE_ENCRYPTED: 66,
  FILE_TRUNCATED: 66,
  FILE_TOO_LARGE: 66,
  SHEET_NOT_FOUND: 66,
  HEADER_NOT_FOUND: 66,
  MAPPING_INCOMPLETE: 66,
  FILE_CHANGED: 66,
  OUTPUT_UNWRITABLE: 66,
  EXPORT_TOO_LARGE: 1,
  DATA_FOLDER_MISSING: 66,
  DATA_FOLDER_NOT_EMPTY: 64,
  DATA_FOLDER_BUSY: 75,
  DATA_FOLDER_REMOTE: 66,
  DATA_DAMAGED: 1,
  DATA_FROM_FUTURE: 1,
  DATA_NOT_ENCRYPTED: 1,
  BOOKS_MIXED: 1,
  BACKUP_MISSING: 66,
  BACKUP_DAMAGED: 1,
  BACKUP_PLACE_REMOTE: 66,
  KEYRING_MISSING: 1,
  KEYRING_DAMAGED: 1,
  KEYRING_CHANGED: 1,
  KEYRING_OPEN: 1,
  PASSPHRASE_WRONG: 77,
  SIGN_IN_SLOWED: 77,
  RECOVERY_KEY_WRONG: 77,
  FORBIDDEN: 77,
  KEY_UNREADABLE: 66,
  KEY_PASSPHRASE_WRONG: 77,
  KEY_UNSUITABLE: 66,
  TOKEN_DRIVER_MISSING: 66,
  TOKEN_DRIVER_UNUSABLE: 66,
  TOKEN_ABSENT: 66,
  TOKEN_CHOICE: 64,
  TOKEN_CERTIFICATE_UNKNOWN: 66,
  TOKEN_PIN_WRONG: 77,
  TOKEN_PIN_LOCKED: 77,
  TOKEN_PIN_FINAL_TRY: 77,
  TOKEN_CRASHED: 66,
  TOKEN_TIMEOUT: 66,
  TOKEN_FAULT: 66,
  HAND_OVER_INVALID: 1,
  REPORT_HELD_BACK: 1,
  PERIOD_UNKNOWN: 64,
  PERIOD_NOT_PERIODIC: 64,
  OBJECTIVE_UNKNOWN: 64,
  IMPORT_UNKNOWN: 64,
  IMPORT_NOT_UNDOABLE: 1,
  RECORD_UNKNOWN: 64,
  RECORD_CHANGED: 1,
  RECORD_INVALID: 64,
  PERIOD_CLOSED: 1,
  ALREADY_SIGNED: 1,
  TARGET_LOWERED: 64,
  TARGET_INVALID: 64,
  TARGET_FILE_INVALID: 66,
  UNITS_INVALID: 66,
  RECEIPT_INVALID: 1,
  CALENDAR_UNUSABLE: 1,
  MERGE_SOURCE_UNFIT: 1,
  MERGE_CHOICE_INVALID: 64,
  MERGE_UNBALANCED: 1,
  MERGE_CHANGED: 1,
  PRINTER_MISSING: 1,
  PRINTER_REFUSES: 1,
  PRINT_FAILED: 1,
  UPDATE_INVALID: 1,
  UPDATE_NOT_NEWER: 1,
  UPDATE_UNSUITABLE: 1,
  UPDATE_NOT_HERE: 1,
  UPDATE_NO_PREVIOUS: 1,
  CANCELLED: 1,
  NOT_ALLOWED_HERE: 64,
  INTERNAL: 70,
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** Parameters that fill the words of a fault; never personal data beyond what the user just typed. */
export type ErrorParams = Readonly<Record<string, string | number | null>>;

/** A fault with a code; everything else that is thrown is `INTERNAL` and gets a log id at the boundary. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Field name → code of what is wrong with it, for forms. */
  readonly fieldErrors: Readonly<Record<string, string>> | null;

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { cause?: unknown; fieldErrors?: Record<string, string> } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.fieldErrors = options.fieldErrors ?? null;
  }
}
