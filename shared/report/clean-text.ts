/**
 * Control, format and private characters that have no place on a page (line feed is kept where lines are): among them
 * all that are not seen, be it alone (fillers, tags, variation selectors) or by what they do to others (directions).
 */
const UNWANTED =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff\u{1d173}-\u{1d17a}\u{e0000}-\u{10ffff}]|\u034f|[\ufe00-\ufe0f]/gu;

/** Runs of blanks of any width; the no-break space stays, it holds figures and signs together. */
const BLANKS = /[^\S\u00a0]+/gu;

/**
 * A text fit for the page and for `bao-cao.json`: NFC (decomposed accents are drawn displaced and extracted
 * wrongly), one line, blanks run together.
 */
export function cleanLine(text: string): string {
  return toNfc(text).replace(BLANKS, ' ').trim();
}

/** The same for a text of several paragraphs: line feeds stay, empty lines go. */
export function cleanParagraphs(text: string): string {
  return toNfc(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .split('\n')
    .map((line) => line.replace(BLANKS, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Whether a text is as {@link cleanParagraphs} leaves it. */
export function isClean(text: string): boolean {
  return text === cleanParagraphs(text);
}

function toNfc(text: string): string {
  return text.replace(/\t/g, ' ').replace(UNWANTED, '').normalize('NFC');
}

/** Cleans every text of a value, however deep, so that nothing decomposed can reach a page. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanParagraphs(value) as T;
  if (Array.isArray(value)) return value.map((item) => cleanTexts(item)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cleanTexts(member)])) as T;
  }
  return value;
}
