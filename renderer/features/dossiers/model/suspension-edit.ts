import type { Suspension } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

/** What is wrong with a span: it begins before the receipt, ends before it begins, or reaches into the one before. */
export type SpanFault = 'beforeReceipt' | 'order' | 'overlap';

/** The first fault of every span, by its place; null where there is none. Spans are in the order of their days. */
export function spanFaults(
  spans: readonly Suspension[],
  receivedOn: LocalDate | null,
): readonly (SpanFault | null)[] {
  return spans.map((span, at) => {
    if (receivedOn !== null && span.from < receivedOn) return 'beforeReceipt';
    if (span.to !== null && span.to < span.from) return 'order';
    const before = spans[at - 1];
    if (before && (before.to === null || span.from <= before.to)) return 'overlap';
    return null;
  });
}

/** Closed spans that have not moved the due day yet: where there are any, a proposal is asked for. */
export function unapplied(spans: readonly Suspension[]): readonly Suspension[] {
  return spans.filter((span) => span.to !== null && span.to >= span.from && span.dueBefore === null);
}

/**
 * A span with other days, another kind, or gone (`changes` null). Where it had moved the due day and its days are
 * others now, that move and those after it are taken back: `dueOn` is the day before them (else null: stays).
 */
export function withSpan(
  spans: readonly Suspension[],
  at: number,
  changes: Partial<Pick<Suspension, 'kind' | 'from' | 'to'>> | null,
): { readonly spans: readonly Suspension[]; readonly dueOn: LocalDate | null } {
  const old = spans[at];
  const changed = spans.flatMap((span, place) =>
    place !== at ? [span] : changes === null ? [] : [{ ...span, ...changes }],
  );
  const sameDays = changes !== null && !('from' in changes) && !('to' in changes);
  if (!old || old.dueBefore === null || sameDays) return { spans: changed, dueOn: null };
  const open = changed.map((span, place) => (place >= at ? { ...span, dueBefore: null } : span));
  return { spans: open, dueOn: old.dueBefore };
}

/** Begins a span today after the last one, or closes the one that is open. */
export function beginOrClose(
  spans: readonly Suspension[],
  today: LocalDate,
): { readonly spans: readonly Suspension[]; readonly at: number; readonly closing: boolean } {
  const open = spans.findIndex((span) => span.to === null);
  const found = spans[open];
  if (found) {
    const to = today < found.from ? found.from : today;
    return {
      spans: spans.map((span, at) => (at === open ? { ...span, to } : span)),
      at: open,
      closing: true,
    };
  }
  const begun: Suspension = { kind: 'supplement', from: today, to: null, dueBefore: null };
  return { spans: [...spans, begun], at: spans.length, closing: false };
}

/** The day first appointed: what the earliest span that moved the due day replaced; null when none did. */
export function firstDue(spans: readonly Suspension[]): LocalDate | null {
  return spans.find((span) => span.dueBefore !== null)?.dueBefore ?? null;
}
