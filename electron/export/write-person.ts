import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors.ts';
import { personPaper as words } from '#shared/i18n/vi/personPaper.ts';
import { itemLines, itemTitle, type PersonItem } from '#shared/report/view/build-person-view.ts';

const WIDTHS = { ordinal: 6, record: 44, field: 30, value: 60, time: 14 } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/**
 * Writes a person's data as a workbook, one line a value, every cell a text. The file appears whole under its name or
 * not at all. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writePerson(items: readonly PersonItem[], targetPath: string): Promise<void> {
  const { writeXlsxStream } = await import('hucre');
  const temporary = `${targetPath}.${process.pid}.part`;
  const rows = async function* () {
    for (const [index, item] of items.entries())
      for (const { label, text, before } of itemLines(item))
        yield [String(index + 1), itemTitle(item), label, text, before ? words.before : words.now];
  };
  try {
    const workbook = writeXlsxStream(rows(), {
      name: words.sheet,
      columns: COLUMNS.map((column) => ({
        header: words.columns[column],
        width: WIDTHS[column],
        numFmt: '@',
      })),
      freezePane: { rows: 1 },
    });
    await pipeline(Readable.fromWeb(workbook as never), createWriteStream(temporary, { flags: 'wx' }));
    await rename(temporary, targetPath);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new AppError('OUTPUT_UNWRITABLE', { file: basename(targetPath) }, { cause });
  }
}
