/** Codes that make a row bad: the cell must be corrected before the row can be taken. */
export const ERROR_REMARKS = [
  'CODE_MISSING', // no dossier number
  'DATE_MISSING', // no day of receipt, or an ending status without any day of its end
  'DATE_INVALID', // names no day
  'DATE_ORDER', // end, return or due day before the day of receipt
  'VALUE_UNKNOWN', // a word that is none of the field's
  'VALUE_TOO_LONG', // longer than a record keeps
  'DUPLICATE_IN_FILE', // second row with a code already seen
  'CELL_ERROR', // #N/A and the like
  'FORMULA_WITHOUT_VALUE', // the file holds no result of the formula
  'REQUIRED', // nothing given where a record must have something
  'SUM_MISMATCH', // parts do not add up to their whole
  'PART_TOO_LARGE', // a part larger than its whole
  'VALUE_INVALID', // not of the form that the field has
  'VALUE_TOO_LARGE', // beyond the field's bounds
  'REF_UNKNOWN', // names an entry of another ledger that is not there
  'SPANS_OVERLAP', // recorded suspensions that are not one after the other
  'DUE_BEFORE_INVALID', // a former due day that cannot have been one
  'PERIOD_CLOSED', // would change a figure of a signed report (found when compared with the records)
  'CONFLICT', // known code with another person or procedure (found when compared with the records)
] as const;

/** Codes that only draw attention (counting.md, Dossiers). */
const NOTE_REMARKS = [
  'STATUS_DATE', // an open status with a day of its end: the dates win
  'STATUS_EMPTY', // no status given; it follows from the dates
  'DATE_FUTURE', // received, finished or returned after today
  'RETURNED_BEFORE_FINISHED',
  'CHANNEL_EMPTY', // taken as direct when counted
  'CODE_UNUSUAL',
  'PERSON_ID_ZERO', // leading zeros given back to a number
  'PERSON_ID_MASKED', // an ID number with hidden digits that stands for no known one; left out (found when compared)
  'KEPT_KNOWN', // the list says less than is known; what is known stays (found when compared with the records)
  'UNKNOWN_PROCEDURE', // neither code nor name is in the catalogue (found by the catalogue)
] as const;

export type RemarkCode = (typeof ERROR_REMARKS)[number] | (typeof NOTE_REMARKS)[number];
