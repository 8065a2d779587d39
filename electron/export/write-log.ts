import { common as enCommon } from '#shared/i18n/en/common.ts';
import { log as en } from '#shared/i18n/en/log.ts';
import { people as enPeople } from '#shared/i18n/en/people.ts';
import { common as viCommon } from '#shared/i18n/vi/common.ts';
import { log as vi } from '#shared/i18n/vi/log.ts';
import { people as viPeople } from '#shared/i18n/vi/people.ts';
import type { LogLine } from '#shared/ipc/contract/log.ts';
import { aboutText, kindText, type LogWords, logWords, whoText } from '#shared/log/line-texts.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import { streamWorkbook } from './stream-workbook.ts';

const WIDTHS = { seq: 8, at: 21, who: 26, what: 26, about: 50, reason: 40, hash: 66 } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/**
 * Writes lines of the log as a workbook, every cell a text but the number; times are UTC as they are hashed. The file
 * appears whole under its name or not at all. Returns the number of lines. What `pages` throw is thrown on as it is.
 * Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeLog(
  pages: Iterable<readonly LogLine[]> | AsyncIterable<readonly LogLine[]>,
  targetPath: string,
  language: 'vi' | 'en',
): Promise<number> {
  const words: LogWords = logWords(
    language === 'en'
      ? { log: en, common: enCommon, people: enPeople }
      : { log: vi, common: viCommon, people: viPeople },
  );
  let count = 0;
  const rows = async function* () {
    for await (const page of pages) {
      for (const line of page) {
        count += 1;
        yield cells(line, words);
      }
    }
  };
  const columns = COLUMNS.map((column) => ({
    header: words.column[column],
    width: WIDTHS[column],
    ...(column === 'seq' ? {} : { numFmt: '@' }),
  }));
  await streamWorkbook(rows(), { name: words.export.sheet, columns }, targetPath);
  return count;
}

function cells(line: LogLine, words: LogWords): (string | number)[] {
  const { id, at, reason, hash } = line;
  return [
    id,
    timeInVietnam(at),
    whoText(line, words),
    kindText(line, words),
    aboutText(line, words),
    reason ?? '',
    hash,
  ];
}
