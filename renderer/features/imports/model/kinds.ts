import type { ImportKind, Inspection } from '#shared/ipc/contract/imports.ts';

/** A kind must win by the better part of a column to be proposed in place of the one asked for. */
const CLEARLY = 0.5;

/** The kind that a file's list rather looks like than the one it was read as; null when none clearly does. */
export function betterKind(
  { likelyKinds }: Pick<Inspection, 'likelyKinds'>,
  kind: ImportKind,
): ImportKind | null {
  const [best] = likelyKinds;
  if (best === undefined || best.kind === kind) return null;
  const own = likelyKinds.find((likely) => likely.kind === kind)?.score ?? 0;
  return best.score > own + CLEARLY ? best.kind : null;
}
