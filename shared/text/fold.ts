/**
 * Folds a text for searching and for recognising headings and values: without diacritics, đ as d, lower case.
 * Composed and decomposed accents fold alike; blanks are kept as they are. Independent of the machine's locale.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (!standsAlone(unit)) return foldAny(text);
    const known = letters[unit];
    if (known === undefined) {
      const letter = foldAny(String.fromCharCode(unit));
      letters[unit] = letter;
      folded += letter;
    } else folded += known;
  }
  return folded;
}

const ASCII = /^[\t\n\r -~]*$/;

/** Folded letters by code unit: imports fold a hundred thousand names, and a table is several times as fast. */
const letters: (string | undefined)[] = [];

/** Latin letters and marks fold the same whatever stands beside them; others (Greek sigma, surrogates) may not. */
function standsAlone(unit: number): boolean {
  return unit < 0x370 || (unit >= 0x1e00 && unit <= 0x1eff);
}

function foldAny(text: string): string {
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
