import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { flushFile } from '#electron/common/durable-file.ts';
import { clearBeside, done, removeQuietly, unfinishedPath } from '#electron/common/unfinished.ts';
import { AppError } from '#shared/errors.ts';
import { common as enCommon } from '#shared/i18n/en/common.ts';
import { log as en } from '#shared/i18n/en/log.ts';
import { people as enPeople } from '#shared/i18n/en/people.ts';
import { common as viCommon } from '#shared/i18n/vi/common.ts';
import { log as vi } from '#shared/i18n/vi/log.ts';
import { people as viPeople } from '#shared/i18n/vi/people.ts';
import type { LogLine } from '#shared/ipc/contract/log.ts';
import { aboutText, kindText, type LogWords, logWords, whoText } from '#shared/log/line-texts.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';

const WIDTHS = { seq: 8, at: 21, who: 26, what: 26, about: 50, reason: 40, hash: 66 } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/**
 * Writes lines of the log as a workbook, every cell a text but the number; times are UTC as they are hashed. The file
 * appears whole under its name or not at all. Returns the number of lines. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeLog(
  pages: Iterable<readonly LogLine[]>,
  targetPath: string,
  language: 'vi' | 'en',
): Promise<number> {
  const words: LogWords = logWords(
    language === 'en'
      ? { log: en, common: enCommon, people: enPeople }
      : { log: vi, common: viCommon, people: viPeople },
  );
  const { writeXlsxStream } = await import('hucre');
  await clearBeside(targetPath);
  const temporary = unfinishedPath(targetPath);
  let count = 0;
  const rows = async function* () {
    for (const page of pages) {
      for (const line of page) {
        count += 1;
        yield cells(line, words);
      }
      await nextTurn();
    }
  };
  try {
    const workbook = writeXlsxStream(rows(), {
      name: words.export.sheet,
      columns: COLUMNS.map((column) => ({
        header: words.column[column],
        width: WIDTHS[column],
        ...(column === 'seq' ? {} : { numFmt: '@' }),
      })),
      freezePane: { rows: 1 },
    });
    await pipeline(Readable.fromWeb(workbook as never), createWriteStream(temporary, { flags: 'wx' }));
    flushFile(temporary);
    await rename(temporary, targetPath);
    return count;
  } catch (cause) {
    await removeQuietly(temporary);
    throw new AppError('OUTPUT_UNWRITABLE', { file: basename(targetPath) }, { cause });
  } finally {
    done(temporary);
  }
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
