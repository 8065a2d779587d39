import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type ExpectedUnit, unitsFaults, unitsFile } from '#shared/receiver/units.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import { readUnitsTable } from './units-table.ts';

/**
 * The expected units of a file: `units.json`, or a table (.xlsx, .xls, .csv). Throws `AppError` INPUT_MISSING, FILE_TOO_LARGE,
 * UNITS_INVALID (`where`, `problem`), or what the reader of tables throws.
 */
export async function readUnitsFile(path: string): Promise<ExpectedUnit[]> {
  const file = basename(path);
  const bytes = readSmallFile(path, MOST_BYTES.units);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  return text.trimStart().startsWith('{')
    ? readJson(text, file)
    : demandSound(await readUnitsTable(path), file);
}

function readJson(text: string, file: string): ExpectedUnit[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('UNITS_INVALID', { file, where: '/', problem: 'JSON' }, { cause });
  }
  const parsed = unitsFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('UNITS_INVALID', {
      file,
      where: `/${(issue?.path ?? []).join('/')}`.slice(0, 200),
      problem: (issue?.message ?? '').slice(0, 200),
    });
  }
  return demandSound(parsed.data.units, file);
}

/** Throws `AppError` UNITS_INVALID for a list with days in the wrong order or one code for two units at a time. */
export function demandSound(units: ExpectedUnit[], file: string | null = null): ExpectedUnit[] {
  const [fault] = unitsFaults(units);
  if (fault)
    throw new AppError('UNITS_INVALID', {
      ...(file === null ? {} : { file }),
      where: `${fault.place} (${fault.code})`,
      problem: fault.problem,
      reason: fault.problem,
    });
  return units;
}
