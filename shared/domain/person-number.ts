/**
 * Personal identity numbers (số định danh, CCCD, CMND, passport) as they are shown to people who need not see them.
 * docs/masking.md says where.
 */

/** Stands for a digit that is not shown. */
export const MASK = '•';
/** Digits at the end that a masked number still shows, so that two of them can be told apart. */
const SHOWN = 4;
/** A short number shows less: never more than one digit of so many. */
const ONE_OF = 3;

/** Signs by which lists of other programs hide a digit; runs, because one alone may be part of a number or a word. */
const HIDDEN = /[•●∙∗＊*]+|[xX]{4,}|#{3,}|\.{3,}|…+/gu;
/** A place of a number: a digit, or a hidden one. */
const PLACE = /[\p{Nd}•]/gu;

/**
 * A number with its digits hidden but the last four (fewer of a short one: at most a third). Whatever is no digit stays:
 * the letters of a passport, blanks, and words that somebody wrote instead of a number. Masking twice is masking once, and
 * what another program has masked becomes masked our way.
 */
export function maskNumber(text: string): string {
  const given = hiddenAsMask(text);
  const places = given.match(PLACE)?.length ?? 0;
  const shown = Math.min(SHOWN, Math.floor(places / ONE_OF));
  let left = places;
  return given.replace(PLACE, (place) => {
    left -= 1;
    return left < shown ? place : MASK;
  });
}

/** {@link maskNumber} of a number that may be missing. */
export function maskKnown(text: string | null): string | null {
  return text === null ? null : maskNumber(text);
}

/** Whether a text is a number with hidden digits rather than a number. */
export function isMasked(text: string): boolean {
  return hiddenAsMask(text).includes(MASK);
}

/**
 * Whether a masked number of a list can be the known one, as far as our own mask lets anybody see: its last shown digits
 * are the same. Digits shown elsewhere are not compared, so that nothing can be learned by trying them; a number without
 * a digit at its end says nothing and fits every one.
 */
export function fitsMasked(masked: string, known: string): boolean {
  const [given, own] = [shownEnd(hiddenAsMask(masked)), shownEnd(maskNumber(known))];
  const compared = Math.min(given.length, own.length);
  return given.slice(given.length - compared) === own.slice(own.length - compared);
}

/** The form in which numbers are compared: without the blanks, dots and hyphens between digits; other text as it is. */
export function numberKey(text: string): string {
  return GROUPS.test(text) ? text.replace(/[\s.-]/g, '') : text;
}
const GROUPS = /^[\p{Nd}•\s.-]+$/u;

/** CMND and CCCD (nine and twelve digits), passports: the numbers that somebody could try one after the other. */
const PAPER = /^(?:\p{L}\p{Nd}{7,8}|\p{Nd}{9}|\p{Nd}{12})$/u;

/** The numbers of identity papers that a search asks for: single words, or all of it where it is one number in groups. */
export function numbersAsked(search: string): string[] {
  const typed = search.trim();
  const candidates = [...typed.split(/\s+/u), typed].map(numberKey);
  return [...new Set(candidates)].filter((each) => PAPER.test(each));
}

/** Digits that a masked number shows at its end. */
function shownEnd(masked: string): string {
  const places = masked.match(PLACE)?.join('') ?? '';
  return places.slice(places.lastIndexOf(MASK) + 1);
}

function hiddenAsMask(text: string): string {
  return text.replace(HIDDEN, (run) => MASK.repeat(run.length));
}
