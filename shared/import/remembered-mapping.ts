import type { FoundHeader } from './find-header.ts';
import { headingKey } from './heading-key.ts';
import type { RememberedMapping } from './types.ts';

/** What a header with chosen columns is remembered as; null when a chosen column has no heading to know it by. */
export function rememberMapping(
  header: FoundHeader,
  otherKeys: ReadonlySet<string>,
): RememberedMapping | null {
  const fields: Record<string, string> = {};
  for (const column of header.columns) {
    if (column.field === null) continue;
    const key = columnKey(column.headings);
    if (key === '') return null;
    fields[column.field] = key;
  }
  return { headings: headingsOf(header, Object.values(fields), otherKeys), fields };
}

/** The columns that a remembered mapping gives to a header with the same headings; undefined when none fits. */
export function recallMapping(
  remembered: readonly RememberedMapping[],
  header: FoundHeader,
  otherKeys: ReadonlySet<string>,
): Record<string, number> | undefined {
  for (const { headings, fields } of remembered) {
    const chosen = Object.values(fields);
    if (headingsOf(header, chosen, otherKeys).join('\n') !== headings.join('\n')) continue;
    const columns = Object.entries(fields).map(
      ([field, key]) =>
        [field, header.columns.find((column) => columnKey(column.headings) === key)?.index] as const,
    );
    if (columns.every((entry): entry is readonly [string, number] => entry[1] !== undefined))
      return Object.fromEntries(columns);
  }
  return undefined;
}

/** Keys of all headings; the columns that the workbook of bad rows adds are no reason not to know a list again. */
function headingsOf(
  header: FoundHeader,
  chosen: readonly string[],
  otherKeys: ReadonlySet<string>,
): string[] {
  const keys = header.columns.map((column) => columnKey(column.headings));
  return [...new Set(keys)]
    .filter((key) => key !== '' && (chosen.includes(key) || !otherKeys.has(key)))
    .sort();
}

function columnKey(headings: readonly string[]): string {
  const keys = headings.map(headingKey).filter((key) => key !== '');
  return keys.filter((key, level) => key !== keys[level - 1]).join(' / ');
}
