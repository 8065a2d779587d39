/** A code that ends in a running number, perhaps with letters after it (`12/PAKN`). */
const RUNNING = /^(.*?)(\d{1,9})(\D*)$/su;
const YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/u;

/**
 * The code after the last one: its trailing number goes up by one and keeps its width. Where the code names a year
 * before `year`, the number begins anew in that year. Codes that are taken are passed over. `first` says how codes
 * begin where there is none yet, or none that runs on.
 */
export function nextCode(
  last: string | null,
  first: string,
  year: number,
  isTaken: (code: string) => boolean,
): string {
  const begun = first.replace('{year}', String(year));
  let code = (last === null ? null : following(last, year)) ?? begun;
  while (isTaken(code)) code = increment(code) ?? `${code}-1`;
  return code;
}

function following(last: string, year: number): string | null {
  const [, head, number, tail] = RUNNING.exec(last) ?? [];
  if (head === undefined || number === undefined || tail === undefined) return null;
  const named = YEAR.exec(head)?.[0] ?? YEAR.exec(tail)?.[0];
  if (named === undefined || Number(named) >= year) return increment(last);
  const anew = (part: string) => part.replace(YEAR, String(year));
  return `${anew(head)}${'1'.padStart(number.length, '0')}${anew(tail)}`;
}

function increment(code: string): string | null {
  const [, head, number, tail] = RUNNING.exec(code) ?? [];
  if (head === undefined || number === undefined || tail === undefined) return null;
  return `${head}${String(Number(number) + 1).padStart(number.length, '0')}${tail}`;
}
