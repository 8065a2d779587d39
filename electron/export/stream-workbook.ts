import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { writeXlsxStream } from 'hucre';
import { flushFile } from '#electron/common/durable-file.ts';
import { clearBeside, done, removeQuietly, unfinishedPath } from '#electron/common/unfinished.ts';
import { AppError } from '#shared/errors.ts';

type Written = Parameters<typeof writeXlsxStream>;

/**
 * Writes a workbook of one sheet with its rows as they come, so that memory does not grow with their number. The file
 * appears whole under its name or not at all. What `rows` throw is thrown on as it is. Throws `AppError`
 * OUTPUT_UNWRITABLE (`file`) for everything else that goes wrong.
 */
export async function streamWorkbook(rows: Written[0], sheet: Written[1], targetPath: string): Promise<void> {
  const { writeXlsxStream } = await import('hucre');
  await clearBeside(targetPath);
  const temporary = unfinishedPath(targetPath);
  // The writer may wrap what its rows throw, and a fault of theirs is not one of the disk: it is kept apart here.
  let ofRows: { readonly error: unknown } | undefined;
  const watched = async function* () {
    try {
      yield* rows;
    } catch (error) {
      ofRows = { error };
      throw error;
    }
  };
  try {
    const workbook = writeXlsxStream(watched(), { ...sheet, freezePane: { rows: 1 } });
    await pipeline(Readable.fromWeb(workbook as never), createWriteStream(temporary, { flags: 'wx' }));
    flushFile(temporary);
    await rename(temporary, targetPath);
  } catch (cause) {
    await removeQuietly(temporary);
    if (ofRows) throw ofRows.error;
    throw new AppError('OUTPUT_UNWRITABLE', { file: basename(targetPath) }, { cause });
  } finally {
    done(temporary);
  }
}
