/** A Roman number before the year counts quarters or rounds; it is left to people. */
const ROMAN_BEFORE = /(?:^|\P{L})[IVX]+\P{L}*\d{4}$/u;
const YEAR = /^(?:19|20|21)\d\d$/;
/** Longer groups of digits are no running numbers (and not exact as numbers). */
const LONGEST = 15;

interface Group {
  readonly text: string;
  readonly at: number;
}

/**
 * The code after the last one: its running number goes up by one and keeps its width. Where the code names a year
 * before `year`, it names that one and the number begins anew. Codes that are taken are passed over. `first` says how
 * codes begin where there is none yet, or none that runs on.
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
  const { running, named } = partsOf(last);
  if (running === null) return null;
  if (named === null || Number(named.text) >= year) return increment(last);
  const one = '1'.padStart(running.text.length, '0');
  // The later part first, so that the place of the other still holds.
  const parts: [Group, string][] = [
    [running, one],
    [named, String(year)],
  ];
  return parts
    .sort(([a], [b]) => b.at - a.at)
    .reduce((code, [group, text]) => replaced(code, group, text), last);
}

function increment(code: string): string | null {
  const { running } = partsOf(code);
  if (running === null) return null;
  const next = String(Number(running.text) + 1).padStart(running.text.length, '0');
  return replaced(code, running, next);
}

/**
 * The running number, the last group of digits, and the year beside it. In `12/2024` the last group is the year; in
 * `PA-2024-2001` it is the number, because a year was named before it. `Quý II/2024` has no number that runs on.
 */
function partsOf(code: string): { running: Group | null; named: Group | null } {
  const groups: Group[] = [...code.matchAll(/\d+/g)].map(({ 0: text, index }) => ({ text, at: index }));
  const last = groups.at(-1) ?? null;
  const years = groups.filter(({ text }) => YEAR.test(text));
  const lastIsYear =
    last !== null &&
    years.length === 1 &&
    years[0] === last &&
    (groups.length > 1 || ROMAN_BEFORE.test(code));
  const running = lastIsYear ? (groups.findLast((group) => group !== last) ?? null) : last;
  const named = years.find((group) => group !== running) ?? null;
  return { running: running !== null && running.text.length <= LONGEST ? running : null, named };
}

function replaced(code: string, { text, at }: Group, by: string): string {
  return `${code.slice(0, at)}${by}${code.slice(at + text.length)}`;
}
