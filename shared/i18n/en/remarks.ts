import type { Catalogue } from '../catalogue.ts';
import type { remarks as vi } from '../vi/remarks.ts';

/** Why a cell of an imported list is wrong or remarkable; `column` is the heading, `value` the cell as shown. */
export const remarks: Catalogue<typeof vi> = {
  CODE_MISSING: 'The dossier number is missing. Write it in column “{{column}}”.',
  DATE_MISSING: 'The date in column “{{column}}” is missing. Write it as 31/12/2024.',
  DATE_MISSING_END:
    'The dossier has ended ({{status}}) but has neither a day of completion nor a day of return. Write the day in column “{{column}}”.',
  DATE_INVALID:
    '“{{value}}” in column “{{column}}” is no real date. Write day/month/year, such as 31/12/2024.',
  DATE_ORDER: 'The date {{value}} in column “{{column}}” is before the day of receipt.',
  DATE_ORDER_RECEIVED:
    'The date {{value}} in column “{{column}}” is before the day of receipt, {{received}}.',
  VALUE_UNKNOWN: '“{{value}}” in column “{{column}}” is not understood.',
  VALUE_TOO_LONG: 'The text in column “{{column}}” is too long.',
  DUPLICATE_IN_FILE: 'Dossier number {{value}} already stands in a row above in the same file.',
  DUPLICATE_IN_FILE_ROW: 'Dossier number {{value}} already stands in row {{first}} of the same file.',
  DUPLICATE_KEY: '“{{value}}” already stands in a row above in the same file.',
  DUPLICATE_KEY_ROW: '“{{value}}” already stands in row {{first}} of the same file.',
  REQUIRED: '“{{field}}” is missing. Fill in this cell.',
  SUM_MISMATCH: 'The parts do not add up to the total in column “{{column}}”.',
  SUM_MISMATCH_NUMBERS: '“{{field}}” is {{value}}, but the parts add up to {{sum}}.',
  PART_TOO_LARGE: 'The number {{value}} in column “{{column}}” is larger than the total.',
  PART_TOO_LARGE_NUMBERS: '“{{field}}” is {{value}}, more than {{limit}} ({{limitName}}).',
  DATE_ORDER_DAYS: '“{{field}}” ({{value}}) is before “{{earlierName}}” ({{earlier}}).',
  VALUE_INVALID: 'The value “{{value}}” in column “{{column}}” does not have the right form.',
  VALUE_TOO_LARGE: 'The number {{value}} in column “{{column}}” is out of range.',
  VALUE_OUT_OF_RANGE:
    'The number {{value}} in column “{{column}}” is out of range (from {{min}} to {{max}}).',
  REF_UNKNOWN: '“{{value}}” is not in the list “{{ledger}}”. Import that list first, or correct the code.',
  SIGN_IS_DATE:
    'The cell in column “{{column}}” was turned into the date {{value}} by the spreadsheet. Format the column as text and write the code again.',
  NO_MONTH: '“{{value}}” in column “{{column}}” is no month. Write month/year, such as 03/2024.',
  NO_YEAR: '“{{value}}” in column “{{column}}” is no year. Write four digits, such as 2024.',
  NO_COUNT: '“{{value}}” in column “{{column}}” is no count. Write a whole number, such as 12.',
  NO_HOURS:
    '“{{value}}” in column “{{column}}” is no number of hours. Write full or half hours, such as 1.5.',
  NO_PERCENT:
    'It is not clear what percentage “{{value}}” in column “{{column}}” means. Write a whole number, such as 80 %.',
  NO_CHOICE: '“{{value}}” in column “{{column}}” is not understood. Write one of: {{choices}}.',
  NO_SUSPENSIONS:
    '“{{value}}” in column “{{column}}” is not understood. Write it as: Bổ sung 01/03/2024–05/03/2024; Tạm dừng từ 12/03/2024.',
  SPANS_OVERLAP: 'The suspensions in column “{{column}}” overlap or are not in order.',
  DUE_BEFORE_INVALID:
    'The former due day in column “{{column}}” does not fit the day of receipt or the due day.',
  CELL_ERROR: 'The cell in column “{{column}}” shows the spreadsheet error {{value}}.',
  FORMULA_WITHOUT_VALUE:
    'The cell in column “{{column}}” is a formula whose result the file does not hold. Open the file in Excel and save it again.',
  PERIOD_CLOSED:
    'The report of {{period}} is signed and this row would change its figures ({{figures}}). The head or the chairman may import it again with a reason.',
  CONFLICT: 'This dossier number is known, but “{{column}}” differs: {{value}}.',
  STATUS_DATE: 'The status is “{{value}}” but there is a day of completion; the dossier counts as resolved.',
  STATUS_EMPTY: 'No status is given; it is derived from the dates.',
  DATE_FUTURE: 'The date {{value}} in column “{{column}}” is in the future.',
  RETURNED_BEFORE_FINISHED: 'The day of return {{value}} is before the day of completion.',
  CHANNEL_EMPTY: 'No channel is given; it counts as submitted in person.',
  CODE_UNUSUAL: 'Dossier number {{value}} does not have the usual form.',
  PERSON_ID_ZERO:
    'The identity number {{value}} was stored as a number and lost its leading zero; the zero was put back.',
  PERSON_ID_MASKED:
    'The ID number in “{{column}}” has hidden digits ({{value}}) and is not recorded. Type the whole number where it is needed.',
  KEPT_KNOWN: 'The list leaves “{{column}}” empty; the known value is kept.',
  UNKNOWN_PROCEDURE: 'Procedure “{{value}}” is not in the catalogue.',
  badRowsSheet: 'Rows to correct',
  reasonHeading: 'Reason',
  dossiersSheet: 'Dossiers',
  sourceRowHeading: 'Row in the source file',
};
