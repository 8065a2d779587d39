import type { FoundHeader } from './find-header.ts';
import { headingKey, OTHER_KEYS } from './heading-key.ts';

/**
 * A mapping somebody corrected by hand, kept by the headings of the list it was made for: the next list with the
 * same headings, in whatever order, is read the same way.
 */
export interface RememberedMapping {
  /** Keys of the list's headings, sorted; headings that never belong to a field are left out. */
  readonly headings: readonly string[];
  /** Field → key of the heading above its column. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a header with chosen columns is remembered as; null when a chosen column has no heading to know it by. */
export function rememberMapping(header: FoundHeader): RememberedMapping | null {
  const fields: Record<string, string> = {};
  for (const column of header.columns) {
    if (column.field === null) continue;
    const key = columnKey(column.headings);
    if (key === '') return null;
    fields[column.field] = key;
  }
  return { headings: headingsOf(header, Object.values(fields)), fields };
}

/** The columns that a remembered mapping gives to a header with the same headings; undefined when none fits. */
export function recallMapping(
  remembered: readonly RememberedMapping[],
  header: FoundHeader,
): Record<string, number> | undefined {
  for (const { headings, fields } of remembered) {
    const chosen = Object.values(fields);
    if (headingsOf(header, chosen).join('\n') !== headings.join('\n')) continue;
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
function headingsOf(header: FoundHeader, chosen: readonly string[]): string[] {
  const keys = header.columns.map((column) => columnKey(column.headings));
  return [...new Set(keys)]
    .filter((key) => key !== '' && (chosen.includes(key) || !OTHER_KEYS.has(key)))
    .sort();
}

function columnKey(headings: readonly string[]): string {
  const keys = headings.map(headingKey).filter((key) => key !== '');
  return keys.filter((key, level) => key !== keys[level - 1]).join(' / ');
}
