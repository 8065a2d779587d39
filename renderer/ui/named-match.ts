import { foldWords } from '#shared/text/fold.ts';

/** Something that people find by its code or by words of its name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

interface Entry<P> {
  readonly named: P;
  readonly code: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly initials: string;
}

/** Things made ready for matching; fold once, match at every key. */
export interface NamedIndex<P extends Named> {
  find(query: string, limit: number): P[];
}

/**
 * Finds by a few letters without diacritics: "ks" or "khai sinh" finds Đăng ký khai sinh, and
 * "1.0011" a code. Best first: code, start of the name, whole phrase, initials in a row, every word's beginning.
 */
export function indexNamed<P extends Named>(all: readonly P[]): NamedIndex<P> {
  const entries: Entry<P>[] = all.map((named) => {
    const name = foldWords(named.name);
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    return {
      named,
      code: named.code.toLowerCase(),
      name,
      words,
      initials: words.map((word) => word[0]).join(''),
    };
  });
  return {
    find(query, limit) {
      const asked = foldWords(query);
      if (asked === '') return all.slice(0, limit);
      const tokens = asked.split(' ');
      const ranked = entries
        .map((entry, order) => ({ entry, order, rank: rankOf(entry, asked, tokens) }))
        .filter((one) => one.rank < Number.POSITIVE_INFINITY)
        .sort((a, b) => a.rank - b.rank || lengthOf(a) - lengthOf(b) || a.order - b.order);
      return ranked.slice(0, limit).map((one) => one.entry.named);
    },
  };
}

/** Shorter names first; codes found by their beginning keep the catalogue's order. */
function lengthOf<P>({ rank, entry }: { readonly rank: number; readonly entry: Entry<P> }): number {
  return rank <= 1 ? 0 : entry.words.length;
}

function rankOf<P>(entry: Entry<P>, asked: string, tokens: readonly string[]): number {
  if (entry.code === asked) return 0;
  if (entry.code.startsWith(asked)) return 1;
  if (entry.name.startsWith(asked)) return 2;
  if (` ${entry.name}`.includes(` ${asked}`)) return 3;
  const together = tokens.join('');
  if (together.length >= 2 && entry.initials.endsWith(together)) return 4;
  if (together.length >= 2 && entry.initials.includes(together)) return 5;
  if (tokens.every((token) => entry.words.some((word) => word.startsWith(token)))) return 6;
  if (asked.length >= 3 && entry.name.includes(asked)) return 7;
  return Number.POSITIVE_INFINITY;
}
