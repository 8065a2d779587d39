import type { TFunction } from 'i18next';
import type { MergeClash, MergePlanAnswer } from '#shared/ipc/contract/merge.ts';

/** One way to choose, with whose record stays. */
export interface WayOption {
  readonly way: MergeClash['way'];
  readonly book: number;
}

/** All that can be chosen for a clash, in the order of its keys. A record of the present book always stays. */
export function optionsOf({ ways, members }: MergeClash): WayOption[] {
  const books = members.map(({ book }) => book);
  const mayStay = books.includes(0) ? [0] : books;
  const first = mayStay[0] ?? 0;
  return [
    ...(ways.includes('both') ? [{ way: 'both' as const, book: first }] : []),
    ...(ways.includes('keep') ? mayStay.map((book) => ({ way: 'keep' as const, book })) : []),
    ...(ways.includes('same') ? [{ way: 'same' as const, book: first }] : []),
  ];
}

/** A way in words. */
export function wayText(
  { way, book }: WayOption,
  books: MergePlanAnswer['books'],
  t: TFunction<'merge'>,
): string {
  return t(`ways.${way}`, { unit: books[book]?.name ?? '' });
}
