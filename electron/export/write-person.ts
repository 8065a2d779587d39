import { personPaper as words } from '#shared/i18n/vi/personPaper.ts';
import { itemLines, itemTitle, type PersonItem } from '#shared/report/view/build-person-view.ts';
import { streamWorkbook } from './stream-workbook.ts';

const WIDTHS = { ordinal: 6, record: 44, field: 30, value: 60, time: 14 } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/**
 * Writes a person's data as a workbook, one line a value, every cell a text. The file appears whole under its name or
 * not at all. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writePerson(items: readonly PersonItem[], targetPath: string): Promise<void> {
  const rows = async function* () {
    for (const [index, item] of items.entries())
      for (const { label, text, before } of itemLines(item))
        yield [String(index + 1), itemTitle(item), label, text, before ? words.before : words.now];
  };
  const columns = COLUMNS.map((column) => ({
    header: words.columns[column],
    width: WIDTHS[column],
    numFmt: '@',
  }));
  await streamWorkbook(rows(), { name: words.sheet, columns }, targetPath);
}
