import { foldWords } from '#shared/text/fold.ts';

/** Whether every word typed begins a word of the text; diacritics and case do not matter. An empty query fits all. */
export function matches(query: string, text: string): boolean {
  const words = foldWords(text).split(/[\s/]+/u);
  return foldWords(query)
    .split(/[\s/]+/u)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Whether every word typed occurs somewhere in the text; diacritics and case do not matter. */
export function contains(query: string, text: string): boolean {
  const folded = foldWords(text);
  return foldWords(query)
    .split(/\s+/u)
    .every((part) => folded.includes(part));
}

/** Groups in their order, but those in which a label itself fits what was typed before those found by other words. */
export function bestFirst<G extends { readonly items: readonly { readonly label: string }[] }>(
  query: string,
  groups: readonly G[],
): readonly G[] {
  if (query.trim() === '') return groups;
  const named = (group: G) => group.items.some(({ label }) => matches(query, label));
  return [...groups.filter(named), ...groups.filter((group) => !named(group))];
}
