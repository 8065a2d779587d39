import { writeAtomically } from '#electron/common/write-atomically.ts';
import type { Language } from '#shared/i18n/format.ts';
import { en, vi } from '#shared/i18n/index.ts';
import type { Gathering } from './gather.ts';
import { filesSheet } from './workbook/files-sheet.ts';
import { flowSheet } from './workbook/flow-sheet.ts';
import { objectivesSheet } from './workbook/objectives-sheet.ts';
import type { Words } from './workbook/sheet.ts';
import { summarySheet } from './workbook/summary-sheet.ts';

/**
 * Writes the receiver's table as a workbook of four sheets: the units with what they wrote, each objective unit by
 * unit, Biểu II.06a, and every file with what became of it. Percentages are text made of the counts beside them, and
 * no cell is a formula. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeWorkbook(gathering: Gathering, path: string, language: Language): Promise<void> {
  const words = (language === 'vi' ? vi : en).receiver as Words;
  const { writeXlsx } = await import('hucre');
  const sheets = [
    summarySheet(gathering, words, language),
    objectivesSheet(gathering, words, language),
    flowSheet(gathering, words),
    filesSheet(gathering, words, language),
  ];
  await writeAtomically(path, await writeXlsx({ sheets: sheets as never, stringMode: 'shared' }));
}
