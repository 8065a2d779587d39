/** An answer as far as it matters which of several stands. */
interface Answer {
  readonly trusted: boolean;
  /** UTC, ISO 8601. */
  readonly issuedAt: string;
}

/** The answer that stands for a report: the last one by an enrolled key; without any such, the last of all. */
export function standingReceipt<A extends Answer>(answers: readonly A[]): A | null {
  const trusted = answers.filter((one) => one.trusted);
  const eligible = trusted.length > 0 ? trusted : answers;
  return eligible.reduce<A | null>(
    (last, one) => (last === null || last.issuedAt <= one.issuedAt ? one : last),
    null,
  );
}
