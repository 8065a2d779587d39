import { maskNumber } from '#shared/domain/person-number.ts';
import { DOSSIER_IMPORT_FIELDS, type FieldParser, type ImportField } from '#shared/import/fields.ts';
import type { FoundColumn } from '#shared/import/find-header.ts';
import { OTHER_KEYS } from '#shared/import/heading-key.ts';
import { HeadingMatcher } from '#shared/import/match-headings.ts';

/** Numbers and signs that are not somebody's: of things, and of procedures. */
const OF_THINGS: ReadonlySet<FieldParser> = new Set(['code', 'sign', 'procedure', 'objective']);
/** As long as the numbers of identity papers and telephones, and standing alone. */
const LONG_NUMBER = /(?<![\p{L}\p{Nd}._/-])\p{Nd}{9,}(?![\p{L}\p{Nd}._/-])/gu;

/** A text of a file in which every number as long as one of a person is masked. */
export function maskLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, maskNumber);
}

/**
 * How the cells under a header may be shown before anything of them is imported: those of a column of ID numbers masked,
 * elsewhere every number as long as one of a person, but for columns of codes. What a column is follows from its heading;
 * whoever maps it by hand to something else sees no more of it.
 */
export function cellMask(
  columns: readonly FoundColumn[],
  fields: readonly ImportField[],
): (column: number, text: string) => string {
  const ofPeople = new HeadingMatcher(DOSSIER_IMPORT_FIELDS, OTHER_KEYS);
  const ofKind = new HeadingMatcher(fields, OTHER_KEYS);
  const parserOf = (name: string | null | undefined) => fields.find(({ field }) => field === name)?.parser;
  const numbers = new Set<number>();
  const things = new Set<number>();
  for (const { index, field, headings } of columns) {
    const said = parserOf(ofKind.match(headings)[0]?.field);
    if (parserOf(field) === 'person-id' || ofPeople.match(headings)[0]?.field === 'personId')
      numbers.add(index);
    else if (said !== undefined && OF_THINGS.has(said)) things.add(index);
  }
  return (column, text) => {
    if (numbers.has(column)) return maskNumber(text);
    return things.has(column) ? text : maskLongNumbers(text);
  };
}
