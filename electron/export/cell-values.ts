import { dayNumber, type LocalDate } from '#shared/domain/local-date.ts';
import { quoteText, tidyLines, tidyText, UNIX_EPOCH_SERIAL } from '#shared/import/cells.ts';
import type { FieldParser, ImportField } from '#shared/import/fields.ts';
import type { CellValue } from '#shared/import/parse-cell.ts';
import { suspensionsText } from '#shared/import/suspensions-text.ts';
import { NO, NOT_KNOWN, YES } from '#shared/import/word-names.ts';

/** What a cell of a workbook is given; numbers under the format of their column. */
export type SheetValue = string | number | null;

/**
 * Number format of a column: days are real dates, codes stay text whatever is typed into them later. Undefined where a
 * cell shows what it is given.
 */
export function columnFormat(parser: FieldParser): string | undefined {
  switch (parser) {
    case 'date':
      return 'dd/mm/yyyy';
    case 'count':
    case 'year':
      return '0';
    case 'percent':
      return '0%';
    case 'hours':
      return '0.#';
    case 'code':
    case 'sign':
    case 'procedure':
    case 'objective':
    case 'person-id':
    case 'month':
      return '@';
    default:
      return undefined;
  }
}

/** Width of a column in characters. */
export function columnWidth({ parser, maxLength = 0 }: ImportField): number {
  switch (parser) {
    case 'long-text':
      return 40;
    case 'text':
      return maxLength > 200 ? 40 : 24;
    case 'suspensions':
      return 48;
    case 'code':
    case 'status':
      return 26;
    case 'choice':
    case 'sign':
      return 20;
    default:
      return 14;
  }
}

/** A value of a record as the importer reads it back (shared/import/parse-cell.ts). */
export function sheetValue(field: ImportField, value: CellValue | undefined): SheetValue {
  if (value === null || value === undefined || value === '')
    return field.parser === 'in-software' ? NOT_KNOWN : null;
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') return field.parser === 'percent' ? value / 100 : value;
  if (typeof value !== 'string') return value.length === 0 ? null : suspensionsText(value);
  switch (field.parser) {
    case 'date':
      return dayNumber(value as LocalDate) + UNIX_EPOCH_SERIAL;
    case 'month':
      return `${value.slice(5)}/${value.slice(0, 4)}`;
    case 'long-text':
      return xmlText(quoteText(tidyLines(value)));
    case 'text':
    case 'sign':
    case 'procedure':
    case 'objective':
      return xmlText(quoteText(tidyText(value)));
    default:
      return xmlText(field.names?.[value] ?? value);
  }
}

/**
 * Text as a worksheet can hold it: what looks like the escape of a character is escaped itself (ECMA-376 22.9.2.19),
 * halves of surrogates and characters that XML does not know are left out.
 */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LONE_SURROGATES, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Letters, digits, blanks and usual signs of Vietnamese text, without an underscore. */
const PLAIN = /^[ -^`-~\u00a0-\u1eff]*$/;
