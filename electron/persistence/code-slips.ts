/** What codes are written with, beside the signs of the code itself. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ./-';
/** Shorter codes are one slip away from too much to say anything. */
const SHORTEST = 4;

/**
 * Every code that one slip of the typist makes of another: a sign wrong, missing or too many, or two neighbours
 * swapped. The code itself is not among them. Codes in the form in which they are compared; about two thousand.
 */
export function codeSlips(key: string): string[] {
  const signs = [...key];
  if (signs.length < SHORTEST) return [];
  const alphabet = new Set([...SIGNS, ...signs]);
  const slips = new Set<string>();
  const put = (start: number, end: number, between: string): void => {
    slips.add([...signs.slice(0, start), between, ...signs.slice(end)].join(''));
  };
  for (let place = 0; place <= signs.length; place += 1) {
    for (const sign of alphabet) put(place, place, sign);
    if (place === signs.length) break;
    put(place, place + 1, '');
    for (const sign of alphabet) put(place, place + 1, sign);
    if (place + 1 < signs.length) put(place, place + 2, `${signs[place + 1]}${signs[place]}`);
  }
  slips.delete(key);
  return [...slips];
}
