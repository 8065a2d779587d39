import { BrokenCell, DateCell, PercentCell, type RawCell } from '#shared/import/types.ts';

/** What a library is to read. */
export type LibraryRequest =
  | { readonly by: 'hucre' | 'sheetjs'; readonly bytes: Uint8Array }
  | { readonly by: 'html'; readonly html: string };

/** A sheet as a library read it, all of it in memory. */
export interface LibrarySheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly RawCell[])[];
}

/** Columns beyond this one hold no list, as in the own reader. */
export const MAX_COLUMNS = 2048;

/** A cell as it goes from one thread to another: what is no plain value as a short list. */
export type SentCell = string | number | boolean | null | readonly [kind: string, value: number | string];

/** The cells of a row without the blank ones at its end. */
export function sentRow(cells: readonly RawCell[]): SentCell[] {
  let length = Math.min(cells.length, MAX_COLUMNS);
  while (length > 0 && (cells[length - 1] ?? '') === '') length -= 1;
  return Array.from({ length }, (_, i) => sent(cells[i] ?? null));
}

/** The inverse of {@link sentRow}. */
export function takenRow(cells: readonly SentCell[]): RawCell[] {
  return cells.map(taken);
}

function sent(cell: RawCell): SentCell {
  if (cell instanceof DateCell) return ['date', cell.serial];
  if (cell instanceof PercentCell) return ['percent', cell.fraction];
  if (cell instanceof BrokenCell) return [cell.kind, cell.text];
  return cell;
}

function taken(cell: SentCell): RawCell {
  if (cell === null || typeof cell !== 'object') return cell;
  const [kind, value] = cell;
  if (kind === 'date') return new DateCell(Number(value));
  if (kind === 'percent') return new PercentCell(Number(value));
  return new BrokenCell(kind === 'uncached' ? 'uncached' : 'error', String(value));
}
