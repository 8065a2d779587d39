/** A piece of a bar, from its left end. */
export interface Piece {
  readonly x: number;
  readonly width: number;
}

/**
 * Parts of a whole as pieces of a bar that is `length` long where the parts are all of it. Each begins where the one
 * before ends; together they are as long as their share of the whole. Nothing of the whole: nothing drawn.
 */
export function piecesOf(counts: readonly number[], whole: number, length: number): Piece[] {
  let counted = 0;
  return counts.map((count) => {
    const x = whole === 0 ? 0 : (counted / whole) * length;
    counted += count;
    return { x, width: whole === 0 ? 0 : (counted / whole) * length - x };
  });
}
