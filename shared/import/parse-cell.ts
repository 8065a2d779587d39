import { cellText, isBlankCell, numberText, tidyText } from './cells.ts';
import type { FieldParser, ImportField } from './fields.ts';
import { parseDateCell } from './parse-date.ts';
import {
  isTimeliness,
  parseChannel,
  parseFlag,
  parseOutcome,
  parseStatus,
  parseYesNo,
} from './parse-words.ts';
import type { RemarkCode } from './remark-codes.ts';
import { BrokenCell, DateCell, type RawCell } from './types.ts';

/** What a cell says: a value, nothing, or why it is wrong (`error`) or remarkable (`remark`). */
export interface ParsedCell {
  readonly value: string | boolean | undefined;
  readonly error: RemarkCode | null;
  readonly remark: RemarkCode | null;
}

const NOTHING: ParsedCell = { value: undefined, error: null, remark: null };
const ERROR_TEXT = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Reads one cell for one field. Blank cells say nothing; see the parsers for what each understands. */
export function parseCell(cell: RawCell, field: ImportField): ParsedCell {
  if (isBlankCell(cell)) return NOTHING;
  if (cell instanceof BrokenCell)
    return wrong(cell.kind === 'error' ? 'CELL_ERROR' : 'FORMULA_WITHOUT_VALUE');
  if (typeof cell === 'string' && cell.charCodeAt(0) === 35 && ERROR_TEXT.test(cell.trim()))
    return wrong('CELL_ERROR');
  const parsed = PARSERS[field.parser](cell);
  if (
    field.maxLength !== undefined &&
    typeof parsed.value === 'string' &&
    parsed.value.length > field.maxLength
  )
    return wrong('VALUE_TOO_LONG');
  return parsed;
}

const PARSERS: Readonly<Record<FieldParser, (cell: RawCell) => ParsedCell>> = {
  code: (cell) => {
    const value = codeKey(cellText(cell));
    return { value, error: null, remark: isUsualCode(value) ? null : 'CODE_UNUSUAL' };
  },
  text: (cell) => good(cellText(cell)),
  'person-id': parsePersonId,
  date: (cell) => orWrong(parseDateCell(cell), 'DATE_INVALID'),
  channel: (cell) => orWrong(parseChannel(cellText(cell)), 'VALUE_UNKNOWN'),
  status: (cell) => orWrong(parseStatus(cellText(cell)), 'VALUE_UNKNOWN'),
  outcome: (cell) => {
    const text = cellText(cell);
    return isTimeliness(text) ? NOTHING : orWrong(parseOutcome(text), 'VALUE_UNKNOWN');
  },
  flag: (cell) => orWrong(parseFlag(cellText(cell)), 'VALUE_UNKNOWN'),
  'yes-no': (cell) => orWrong(typeof cell === 'boolean' ? cell : parseYesNo(cellText(cell)), 'VALUE_UNKNOWN'),
};

function good(value: string | boolean): ParsedCell {
  return value === '' ? NOTHING : { value, error: null, remark: null };
}

function wrong(error: RemarkCode): ParsedCell {
  return { value: undefined, error, remark: null };
}

function orWrong(value: string | boolean | null, error: RemarkCode): ParsedCell {
  return value === null ? wrong(error) : good(value);
}

/** The form in which dossier numbers are kept and compared: without blanks, in upper case (domain/dossier.ts). */
export function codeKey(text: string): string {
  return tidyText(text).replace(/^'/, '').replace(/\s+/g, '').toUpperCase();
}

/** domain.md §3: unit identifier, day of receipt, running number; vendors vary, so this only ever warns. */
const USUAL_CODE =
  /^(?:[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.)?[A-Z]\d{2}(?:\.\d{1,3})*-(\d{2})(\d{2})(\d{2})-\d{4,6}$/;

/** Whether a code has the form of TT 01/2018/TT-VPCP Đ19 with a day that can exist. */
export function isUsualCode(code: string): boolean {
  const match = USUAL_CODE.exec(code);
  if (match === null) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * CCCD, CMND or passport number. A number cell has lost its leading zeros: of 10 or 11 digits it can only be a CCCD
 * (12 digits, 001–096 first; domain.md §3), of 8 a CMND (9 digits); they get them back with a remark.
 */
function parsePersonId(cell: RawCell): ParsedCell {
  if (typeof cell === 'boolean' || cell instanceof DateCell) return wrong('VALUE_UNKNOWN');
  if (typeof cell === 'number') {
    if (!Number.isSafeInteger(cell) || cell <= 0) return wrong('VALUE_UNKNOWN');
    const digits = numberText(cell);
    const length =
      digits.length === 10 || digits.length === 11 ? 12 : digits.length === 8 ? 9 : digits.length;
    return {
      value: digits.padStart(length, '0'),
      error: null,
      remark: length === digits.length ? null : 'PERSON_ID_ZERO',
    };
  }
  const text = cellText(cell).replace(/^['`‘’]/, '');
  // "7.51E+10": the digits are gone for good.
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(text)) return wrong('VALUE_UNKNOWN');
  return good(/^[\d\s.-]+$/.test(text) ? text.replace(/[\s.-]/g, '') : text);
}
