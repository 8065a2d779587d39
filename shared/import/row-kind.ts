import { cellText, isBlankCell } from './cells.ts';
import { foldKey } from './parse-words.ts';
import type { IgnoredWhy, RawCell, RawRow } from './types.ts';

const TOTAL =
  /^(tong( cong| so)?|cong( don| chung| trang)?|luy ke|tong hop|total)( so)?( ho so)?( la)?( \d+)*( ho so)?$/;
/** Never the name of a unit or the code of a thing, as "Tổng hợp" may be. */
const PLAIN_TOTAL = /^(tong( cong| so)?|cong|total)$/;
const SIGNATURE =
  /^(nguoi (lap|tong hop|ky|bao cao|thuc hien)( bieu| bang| danh sach| phieu| bao cao)?|lap bieu|(tm|kt|tl|tuq|q) .*|(pho )?chu tich( ubnd.*)?|thu truong( don vi| co quan)?|(pho )?truong phong|xac nhan( cua)?.*|ky ten( dong dau)?|ky( va)? ghi ro ho ten|ky ho ten( dong dau)?|ky ten va dong dau|nguoi kiem tra|can bo lap( bieu)?|cong chuc lap( bieu)?|ke toan|uy ban nhan dan.*|da ky|noi nhan.*)$/;
const PLACE_AND_DAY = /\bngay( \d{1,2})?( thang( \d{1,2})?)( nam( \d{2,4})?)$/;
const NOTE = /^(ghi chu|luu y|chu thich|chu y|note|huong dan)\b/;
const OUTLINE = /^([ivx]{1,5}|[a-z])$/;
const INDEX_CELL = /^\(?\s*(\d{1,2}|[a-z])\s*\)?(\s*=.*)?$/i;

/** What a row needs to be recognised as no record. */
export interface RowShape {
  /** Folded headings of each column, at every level. */
  readonly headings: readonly (readonly string[])[];
  /** Column that names the record, -1 for none; `codeLike` is what only a name looks like. */
  readonly codeIndex: number;
  readonly codeLike: RegExp;
  /** Column of the record's day, -1 for none; `isDay` tells a day from the count of a total row. */
  readonly dayIndex: number;
  readonly isDay: (cell: RawCell) => boolean;
  readonly mapped: ReadonlySet<number>;
  /** Whether a cell gives one of the few values of its column: no heading of a group reads like that. */
  readonly isValue: (index: number, cell: RawCell) => boolean;
  /** Columns that say which thing a record is about in words: "Tổng cộng" there is never a record. */
  readonly wordKeys: ReadonlySet<number>;
}

/**
 * Whether a row under the header is no record: a total, a signature or place-and-day line, a note or group heading,
 * the header printed again or the row that numbers its columns. Null for a record (good or bad). `blank` rows have no
 * cell that says anything. `afterFooter` is true once a total or signature has been seen: what has neither code nor
 * day there (the signer's name) belongs to the footer.
 */
export function rowKind(row: RawRow, shape: RowShape, afterFooter: boolean): IgnoredWhy | 'blank' | null {
  const { cells } = row;
  const code = cells[shape.codeIndex] ?? null;
  const hasDay = !isBlankCell(cells[shape.dayIndex] ?? null);
  // The usual record, told at a glance.
  if (hasDay && shape.wordKeys.size === 0 && typeof code === 'string' && code.length > 6 && /\d/.test(code))
    return null;

  const filled: number[] = [];
  for (let i = 0; i < cells.length; i++) if (!isBlankCell(cells[i])) filled.push(i);
  const first = filled[0];
  if (first === undefined) return 'blank';
  const texts = filled.map((i) => foldKey(cellText(cells[i])));
  if (isHeaderAgain(filled, texts, shape) || isColumnNumbers(filled.map((i) => cellText(cells[i]))))
    return 'repeated-header';
  // The count beside "Tổng cộng" may stand under any heading, the day included.
  if (
    texts.slice(0, 3).some((text) => TOTAL.test(text)) &&
    (!shape.isDay(cells[shape.dayIndex] ?? null) ||
      filled.some((index, i) => shape.wordKeys.has(index) && PLAIN_TOTAL.test(texts[i] ?? '')))
  )
    return 'total';
  if (hasDay) return null;
  if (typeof code === 'string' && shape.codeLike.test(code)) return null;
  if (filled.length > 4) return null;
  if (texts.some((text) => SIGNATURE.test(text) || PLACE_AND_DAY.test(text))) return 'signature';
  if (NOTE.test(texts[0] ?? '')) return 'note';
  if (afterFooter) return 'signature';
  if (filled.every((i) => !shape.mapped.has(i))) return 'note';
  if (filled.length === 1) return shape.isValue(first, cells[first] ?? null) ? null : 'note';
  return OUTLINE.test(texts[0] ?? '') && filled.length <= 3 ? 'note' : null;
}

function isHeaderAgain(filled: readonly number[], texts: readonly string[], shape: RowShape): boolean {
  let same = 0;
  filled.forEach((index, i) => {
    if (texts[i] !== '' && shape.headings[index]?.includes(texts[i] ?? '')) same++;
  });
  return same >= 2 && same * 2 > filled.length;
}

/** (1) (2) (3) … or A B 1 2 … under the header of official forms. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 4 || !texts.every((text) => INDEX_CELL.test(text))) return false;
  const numbers = texts
    .map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN))
    .filter((value) => !Number.isNaN(value));
  return numbers.length >= 3 && numbers.every((value, i) => i === 0 || value === (numbers[i - 1] ?? 0) + 1);
}
