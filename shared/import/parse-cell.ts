import type { Suspension } from '../domain/dossier.ts';
import { isMasked } from '../domain/person-number.ts';
import { cellText, ERROR_TEXT, isBlankCell, numberText, tidyLines, tidyText, unquoteText } from './cells.ts';
import type { FieldParser, ImportField } from './fields.ts';
import { parseDateCell } from './parse-date.ts';
import { parseMonth, parseYear } from './parse-month.ts';
import { parseCount, parseHours, parsePercent } from './parse-numbers.ts';
import {
  foldKey,
  isTimeliness,
  parseChannel,
  parseFlag,
  parseOutcome,
  parseStatus,
  parseYesNo,
} from './parse-words.ts';
import type { RemarkCode } from './remark-codes.ts';
import type { RemarkWords } from './remarks.ts';
import { parseSuspensions } from './suspensions-text.ts';
import { BrokenCell, DateCell, type RawCell } from './types.ts';
import { NOT_KNOWN } from './word-names.ts';

/** A value that a cell can give; null only where a list says outright that a thing is not known. */
export type CellValue = string | number | boolean | readonly Suspension[] | null;

/** What a cell says: a value, nothing, or why it is wrong (`error`) or remarkable (`remark`). */
export interface ParsedCell {
  readonly value: CellValue | undefined;
  readonly error: RemarkCode | null;
  readonly remark: RemarkCode | null;
  /** A fuller wording of the error. */
  readonly words?: RemarkWords;
}

const NOTHING: ParsedCell = { value: undefined, error: null, remark: null };

/** Reads one cell for one field. Blank cells say nothing; see the parsers for what each understands. */
export function parseCell(cell: RawCell, field: ImportField): ParsedCell {
  if (isBlankCell(cell)) return NOTHING;
  if (cell instanceof BrokenCell)
    return wrong(cell.kind === 'error' ? 'CELL_ERROR' : 'FORMULA_WITHOUT_VALUE');
  if (typeof cell === 'string' && cell.charCodeAt(0) === 35 && ERROR_TEXT.test(cell.trim()))
    return wrong('CELL_ERROR');
  const parsed = PARSERS[field.parser](cell, field);
  if (
    field.maxLength !== undefined &&
    typeof parsed.value === 'string' &&
    parsed.value.length > field.maxLength
  )
    return wrong('VALUE_TOO_LONG');
  return parsed;
}

const PARSERS: Readonly<Record<FieldParser, (cell: RawCell, field: ImportField) => ParsedCell>> = {
  code: (cell) => {
    const value = codeKey(cellText(cell));
    return { value, error: null, remark: isUsualCode(value) ? null : 'CODE_UNUSUAL' };
  },
  sign: parseSign,
  procedure: parseProcedure,
  objective: parseObjective,
  text: (cell) => good(unquoteText(cellText(cell))),
  'long-text': (cell) => good(unquoteText(typeof cell === 'string' ? tidyLines(cell) : cellText(cell))),
  'person-id': parsePersonId,
  date: (cell) => orWrong(parseDateCell(cell), 'DATE_INVALID'),
  month: (cell) => orWrong(parseMonth(cell), 'VALUE_UNKNOWN', 'NO_MONTH'),
  year: (cell) => orWrong(parseYear(cell), 'VALUE_UNKNOWN', 'NO_YEAR'),
  count: (cell) => orWrong(parseCount(cell), 'VALUE_UNKNOWN', 'NO_COUNT'),
  hours: (cell) => orWrong(parseHours(cell), 'VALUE_UNKNOWN', 'NO_HOURS'),
  percent: (cell) => orWrong(parsePercent(cell), 'VALUE_UNKNOWN', 'NO_PERCENT'),
  choice: (cell, { words }) =>
    orWrong(words?.get(foldKey(cellText(cell))) ?? null, 'VALUE_UNKNOWN', 'NO_CHOICE'),
  channel: (cell) => orWrong(parseChannel(cellText(cell)), 'VALUE_UNKNOWN'),
  status: (cell) => orWrong(parseStatus(cellText(cell)), 'VALUE_UNKNOWN'),
  outcome: (cell) => {
    const text = cellText(cell);
    return isTimeliness(text) ? NOTHING : orWrong(parseOutcome(text), 'VALUE_UNKNOWN');
  },
  flag: (cell) => orWrong(parseFlag(cellText(cell)), 'VALUE_UNKNOWN'),
  'yes-no': parseYesNoCell,
  'in-software': (cell) => (foldKey(cellText(cell)) === UNKNOWN ? SAID_UNKNOWN : parseYesNoCell(cell)),
  suspensions: (cell) => {
    const spans = typeof cell === 'string' ? parseSuspensions(tidyLines(cell)) : null;
    if (spans === null || spans.length > MAX_SUSPENSIONS) return wrong('VALUE_UNKNOWN', 'NO_SUSPENSIONS');
    return spans.length === 0 ? NOTHING : { value: spans, error: null, remark: null };
  },
};

const UNKNOWN = foldKey(NOT_KNOWN);
const SAID_UNKNOWN: ParsedCell = { value: null, error: null, remark: null };
/** As many as a dossier keeps (shared/ipc/contract/dossiers.ts). */
const MAX_SUSPENSIONS = 20;

function parseYesNoCell(cell: RawCell): ParsedCell {
  return orWrong(typeof cell === 'boolean' ? cell : parseYesNo(cellText(cell)), 'VALUE_UNKNOWN');
}

/** Kept as written. A cell that became a day ("3/2024" typed into a plain cell) no longer says what was written. */
function parseSign(cell: RawCell): ParsedCell {
  if (cell instanceof DateCell) return wrong('VALUE_UNKNOWN', 'SIGN_IS_DATE');
  const text = cellText(cell);
  const unquoted = unquoteText(text);
  return good(unquoted === text ? text.replace(/^'(?=\S)/, '') : unquoted);
}

/** A TTHC code has six digits behind its dot; a number cell has lost those that are zeros at the end. */
function parseProcedure(cell: RawCell): ParsedCell {
  if (
    typeof cell === 'number' &&
    cell > 0 &&
    cell < 100 &&
    Math.abs(cell * 1e6 - Math.round(cell * 1e6)) < 1e-6
  )
    return good(Number.isInteger(cell) ? numberText(cell) : cell.toFixed(6));
  return parseSign(cell);
}

/** `2.3`, also as the number 2.3, as `2,3` and as `Mục tiêu 2.3`. */
function parseObjective(cell: RawCell): ParsedCell {
  const { value, ...rest } = parseSign(cell);
  if (typeof value !== 'string') return { value, ...rest };
  const bare = value.replace(/^mục tiêu(?: số)?\s*(?=\d)/iu, '');
  return good(/^\d+(,\d+)+$/.test(bare) ? bare.replaceAll(',', '.') : bare);
}

function good(value: string | number | boolean): ParsedCell {
  return value === '' ? NOTHING : { value, error: null, remark: null };
}

function wrong(error: RemarkCode, words?: RemarkWords): ParsedCell {
  const parsed = { value: undefined, error, remark: null };
  return words === undefined ? parsed : { ...parsed, words };
}

function orWrong(
  value: string | number | boolean | null,
  error: RemarkCode,
  words?: RemarkWords,
): ParsedCell {
  return value === null ? wrong(error, words) : good(value);
}

/** The form in which dossier numbers are kept and compared: without blanks, in upper case (domain/dossier.ts). */
export function codeKey(text: string): string {
  return tidyText(text).replace(/^'/, '').replace(/\s+/g, '').toUpperCase();
}

/** TT 01/2018/TT-VPCP Điều 19: unit identifier, day of receipt, running number; vendors vary, so this only ever warns. */
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
 * (12 digits, 001–096 first; NĐ 137/2015/NĐ-CP), of 8 a CMND (9 digits); they get them back with a remark.
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
  // Whether it stands for a known number is found when it is compared with the records.
  if (isMasked(text)) return good(text);
  // "7.51E+10": the digits are gone for good.
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(text)) return wrong('VALUE_UNKNOWN');
  return good(/^[\d\s.-]+$/.test(text) ? text.replace(/[\s.-]/g, '') : text);
}
