import { fromCompact, type LocalDate, toCompact } from '#shared/domain/local-date.ts';

// A folder knows few thousand days, and an import asks for each of them a thousand times.
const compactOf = new Map<LocalDate, number>();
const dayOf = new Map<number, LocalDate>();

/** A day as storage keeps it (YYYYMMDD), null where unknown. */
export function storedDay(day: LocalDate | null): number | null {
  if (day === null) return null;
  let compact = compactOf.get(day);
  if (compact === undefined) {
    compact = toCompact(day);
    compactOf.set(day, compact);
  }
  return compact;
}

/** Inverse of {@link storedDay}. */
export function readDay(compact: number | null): LocalDate | null {
  return compact === null ? null : readKnownDay(compact);
}

/** A stored day that is known to be there. */
export function readKnownDay(compact: number): LocalDate {
  let day = dayOf.get(compact);
  if (day === undefined) {
    day = fromCompact(compact);
    dayOf.set(compact, day);
  }
  return day;
}

/** Half-month bucket of a stored day: every period of both schemes is a whole number of them (docs/architecture.md). */
export function bucketOf(compact: number): number {
  const month = Math.floor(compact / 100) % 100;
  return Math.floor(compact / 10_000) * 24 + (month - 1) * 2 + (compact % 100 >= 15 ? 1 : 0);
}

/** First stored day of a bucket. */
export function bucketStart(bucket: number): number {
  const inYear = bucket % 24;
  return Math.floor(bucket / 24) * 10_000 + (Math.floor(inYear / 2) + 1) * 100 + (inYear % 2 === 1 ? 15 : 1);
}

/** A number above every stored day of a bucket and below those of the next one. */
export function bucketEnd(bucket: number): number {
  const start = bucketStart(bucket);
  return start % 100 === 1 ? start + 13 : start - (start % 100) + 31;
}
