import { describe, expect, it } from 'vitest';
import { richText } from '#electron/import/xlsx/shared-strings.ts';
import { isDateFormat, isPercentFormat } from '#electron/import/xlsx/workbook-parts.ts';
import { attributes, decodeEntities, decodeEscapes, startTags } from '#electron/import/xlsx/xml-text.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { quoteText, tidyLines, tidyText, unquoteText } from '#shared/import/cells.ts';
import { headingKey } from '#shared/import/heading-key.ts';
import { allKinds } from '#shared/import/kinds.ts';
import { codeKey, isUsualCode, parseCell } from '#shared/import/parse-cell.ts';
import { parseDateCell } from '#shared/import/parse-date.ts';
import { parseMonth, parseYear } from '#shared/import/parse-month.ts';
import { parseCount, parseHours, parsePercent } from '#shared/import/parse-numbers.ts';
import {
  parseChannel,
  parseFlag,
  parseOutcome,
  parseStatus,
  parseYesNo,
} from '#shared/import/parse-words.ts';
import { parseSuspensions } from '#shared/import/suspensions-text.ts';
import { cleanLine, cleanParagraphs, isClean } from '#shared/report/clean-text.ts';
import { foldWords } from '#shared/text/fold.ts';
import { decodeTcvn3Text, detectTextEncoding } from '#shared/text/legacy-encodings.ts';
import { parseQuickDate } from '#shared/text/quick-date.ts';

// A text of a file may be as long as its maker likes. A pattern that tries every letter as a beginning takes the square
// of the length: 30,000 letters would take a second and more where one pass takes a millisecond.
const LENGTH = 30_000;
/** Milliseconds of processor time; a pass over the text takes a hundredth of it, on a busy machine too. */
const LIMIT = 400;

const UNITS = [
  '0',
  '9',
  'a',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '.',
  ',',
  '/',
  '-',
  ':',
  ';',
  '"',
  "'",
  '(',
  ')',
  '[',
  '<',
  '>',
  '&',
  '=',
  '_',
  '%',
  '_x',
  '&#',
  '&a',
  '1/',
  '1.',
  '1,',
  '01/01/2024 ',
  '1 ',
  ' 1',
  'a ',
  ' a',
  'a.',
  'ngày ',
  'tháng 1',
  'ê',
  'e\u0302',
  '\u0301',
  'a1',
  '<t>',
  '<rPh>',
  '<t ',
  '<![CDATA[',
  '<sheet ',
  'a=',
  '="',
  ' = ',
  'd0',
  '[$-',
  '\\',
  '_.',
  'yyyy',
  '0-',
  '1:',
  'sáng ',
  'từ 01/01/2024 đến ',
  '\u202e',
  '\ud800',
  '\u0000',
  'µ',
  '¸a',
];

const today = localDate(2024, 3, 20);
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  tidyText,
  tidyLines,
  quoteText,
  unquoteText,
  headingKey,
  codeKey,
  isUsualCode,
  parseMonth,
  parseYear,
  parseCount,
  parseHours,
  parsePercent,
  parseChannel,
  parseStatus,
  parseOutcome,
  parseFlag,
  parseYesNo,
  parseSuspensions,
  foldWords,
  cleanLine,
  cleanParagraphs,
  isClean,
  decodeTcvn3Text,
  isDateFormat,
  isPercentFormat,
  decodeEntities,
  decodeEscapes,
  richText,
  parseDateCell,
  quickDate: (text) => parseQuickDate(text, today),
  encoding: (text) => detectTextEncoding([text]),
  attributes: (text) => attributesOf(text),
  tags: (text) => [...startTags(text, 'sheet')],
  ...Object.fromEntries(
    allKinds().flatMap(({ fields }, kind) =>
      fields.map((field) => [`${kind} ${field.field}`, (text: string) => parseCell(text, field)]),
    ),
  ),
};

/** A tag of that length is refused; the longest that is read is the dearest. */
function attributesOf(text: string): unknown {
  return attributes(text.slice(0, 65_000));
}

function spent(work: () => unknown): number {
  const { user, system } = process.cpuUsage();
  try {
    work();
  } catch {
    // Refusing is an answer as well; here only its price counts.
  }
  const end = process.cpuUsage({ user, system });
  return (end.user + end.system) / 1000;
}

describe('texts of thirty thousand letters', () => {
  it('are read in one pass by every reader of cells, words, dates and tags', { timeout: 120_000 }, () => {
    const slow: string[] = [];
    for (const unit of UNITS) {
      const run = unit.repeat(Math.ceil(LENGTH / unit.length));
      for (const text of [`${run}!`, `1${run}`, `<t${run}`])
        for (const [name, read] of Object.entries(READERS)) {
          const time = spent(() => read(text));
          if (time > LIMIT) slow.push(`${name} of ${JSON.stringify(unit)}: ${Math.round(time)} ms`);
        }
    }
    expect(slow).toEqual([]);
  });
});
