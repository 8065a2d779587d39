/**
 * Folds a text for searching and for recognising headings and values: without diacritics, đ as d, lower case.
 * Composed and decomposed accents fold alike; blanks are kept as they are. Independent of the machine's locale.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

/** {@link fold}, with every run of blanks made one space and none at the ends. */
export function foldWords(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}
