import { dateParts, type LocalDate } from '#shared/domain/local-date.ts';

/** A dossier number in use, with the day on which its dossier was received. */
export interface CodeSeen {
  readonly code: string;
  readonly receivedOn: LocalDate;
}

/** A number taken apart: what stays, the part that follows the day of receipt, the running number. */
interface CodeRead {
  /** The number with its day part and running number cut out; equal in numbers of one series. */
  readonly shape: string;
  readonly day: string | null;
  readonly number: number;
  readonly width: number;
  write(on: LocalDate, number: number): string;
}

/** Longest running number that is exact in arithmetic. */
const EXACT_DIGITS = 15;

const two = (value: number) => String(value).padStart(2, '0');

/** How numbers write the day of receipt, the most telling first; a bare year comes last. */
const DAY_FORMS: readonly ((on: LocalDate) => string)[] = [
  (on) => parts(on, ({ year, month, day }) => `${year}${two(month)}${two(day)}`),
  (on) => parts(on, ({ year, month, day }) => `${two(day)}${two(month)}${year}`),
  (on) => parts(on, ({ year, month, day }) => `${two(year % 100)}${two(month)}${two(day)}`),
  (on) => parts(on, ({ year, month, day }) => `${two(day)}${two(month)}${two(year % 100)}`),
  (on) => parts(on, ({ year }) => String(year)),
];

function parts(on: LocalDate, say: (of: ReturnType<typeof dateParts>) => string): string {
  return say(dateParts(on));
}

/**
 * Reads a number by the day of receipt it belongs to: the day part is the group of digits that says that day
 * (yyMMdd, ddMMyy, with four digits of the year, or the year alone), the running number the last other group.
 * Null when there is no running number.
 */
function readCode({ code, receivedOn }: CodeSeen): CodeRead | null {
  const groups = [...code.matchAll(/\d+/gu)].map((found) => ({ at: found.index, text: found[0] }));
  const form =
    groups.length < 2
      ? undefined
      : DAY_FORMS.find((say) => groups.some((group) => group.text === say(receivedOn)));
  const dayAt = form ? groups.findLastIndex((group) => group.text === form(receivedOn)) : -1;
  const day = groups[dayAt];
  const running = groups.findLast((_, at) => at !== dayAt);
  if (!running || running.text.length > EXACT_DIGITS) return null;
  const write = (dayText: string, number: string): string => {
    const cuts = [
      { at: running.at, length: running.text.length, text: number },
      ...(day ? [{ at: day.at, length: day.text.length, text: dayText }] : []),
    ].sort((a, b) => b.at - a.at);
    return cuts.reduce(
      (text, cut) => text.slice(0, cut.at) + cut.text + text.slice(cut.at + cut.length),
      code,
    );
  };
  const width = running.text.length;
  return {
    shape: write('<day>', '<number>'),
    day: day?.text ?? null,
    number: Number(running.text),
    width,
    write: (on, number) => write(form?.(on) ?? '', String(number).padStart(width, '0')),
  };
}

/**
 * Proposes the number of the next dossier from those seen, the one saved last first: the running number goes on by
 * one, the day part follows the day of receipt. On a day of which no number is known it begins at 1, unless those
 * seen go on across days. Null when nothing follows from the last one.
 */
export function nextCode(seen: readonly CodeSeen[], receivedOn: LocalDate): string | null {
  const first = seen[0];
  const last = first ? readCode(first) : null;
  if (!last) return null;
  const series = seen.flatMap((one) => {
    const read = readCode(one);
    return read && read.shape === last.shape ? [{ ...read, on: one.receivedOn }] : [];
  });
  const begun = last.day === null ? null : last.write(receivedOn, 0);
  const sameDay = series.filter((one) => begun === null || one.write(one.on, 0) === begun);
  const base = sameDay.length > 0 ? sameDay : runsOn(series) ? series : [];
  const number = 1 + base.reduce((highest, one) => Math.max(highest, one.number), 0);
  return last.write(receivedOn, number);
}

/** Whether numbers of several days were seen and every later day begins above all earlier ones. */
function runsOn(series: readonly { readonly on: LocalDate; readonly number: number }[]): boolean {
  const days = new Map<LocalDate, { low: number; high: number }>();
  for (const { on, number } of series) {
    const known = days.get(on) ?? { low: number, high: number };
    days.set(on, { low: Math.min(known.low, number), high: Math.max(known.high, number) });
  }
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
  return (
    inOrder.length > 1 && inOrder.every((span, at) => at === 0 || span.low > (inOrder[at - 1]?.high ?? 0))
  );
}
