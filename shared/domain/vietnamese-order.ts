/**
 * Vietnamese order without the machine's locale: the alphabet a ă â b c d đ e ê … o ô ơ … u ư … y decides first,
 * then the tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, then small before capital.
 */
const ALPHABET = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const LETTER = new Map(ALPHABET.map((letter, index) => [letter, String.fromCharCode(0xe000 + index)]));
// Combining grave, hook above, tilde, acute, dot below.
const TONES = '\u0300\u0309\u0303\u0301\u0323';
const TONE_MARK = new RegExp(`[${TONES}]`, 'g');

const CACHE_LIMIT = 4096;
const cache = new Map<string, string>();

/**
 * A key whose plain text order (`<`) is the Vietnamese order of the texts. Texts that differ only in the way
 * their accents are composed have the same key; letters of other scripts come after Vietnamese ones.
 */
export function vietnameseSortKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const key = buildKey(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, key);
  return key;
}

/** Compares two texts in Vietnamese order; for `sort`. */
export function compareVietnamese(a: string, b: string): number {
  const left = vietnameseSortKey(a);
  const right = vietnameseSortKey(b);
  if (left !== right) return left < right ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Compares two names of files in Vietnamese order, with numbers by their value: „Danh sách 2“ before „Danh sách 10“.
 */
export function compareFileNames(a: string, b: string): number {
  return compareVietnamese(withWideNumbers(a), withWideNumbers(b)) || compareVietnamese(a, b);
}

/** Digits in one width, so that their plain order is that of their value. */
function withWideNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(20, '0'));
}

function buildKey(text: string): string {
  let letters = '';
  let tones = '';
  let cases = '';
  // A character and its marks; a tone is taken off, what remains composed is a letter of the alphabet.
  for (const cluster of text.normalize('NFD').match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const tone = cluster.match(TONE_MARK)?.[0];
    const base = cluster.replace(TONE_MARK, '').normalize('NFC');
    const lower = base.toLowerCase();
    letters += LETTER.get(lower) ?? afterLetters(lower);
    tones += tone === undefined ? '0' : String(TONES.indexOf(tone) + 1);
    cases += lower === base ? '0' : '1';
  }
  return `${letters}\u0000${tones}\u0000${cases}`;
}

/** Blanks, digits and signs before the letters, any other letter after them. */
function afterLetters(character: string): string {
  return /^\p{L}/u.test(character) ? `\uf000${character}` : character;
}
