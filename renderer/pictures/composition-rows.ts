import type { CompositionRow } from '#shared/domain/composition.ts';
import type { Composition } from '#shared/ipc/contract/evaluation.ts';

/** What stands in one line of the pictures: a field, all of them, or the small ones together. */
export interface ShownRow extends CompositionRow {
  /** How many fields it stands for; null: it is one field, or all. */
  readonly folded: number | null;
}

/**
 * The rows that are shown: all first, then the fields with most dossiers; with more than `most` of them the rest is
 * added up in a last row, so that the rows below the first always make up the first. Equal ones keep their order.
 */
export function shownRows(rows: readonly CompositionRow[], most: number): ShownRow[] {
  const weight = ({ received, resolved }: CompositionRow): number => received.total + resolved.total;
  const all = rows.filter(({ field }) => field === null);
  const fields = rows.filter(({ field }) => field !== null).sort((a, b) => weight(b) - weight(a));
  // A last row for a single field would say less than that field.
  const cut = fields.length > most + 1 ? most : fields.length;
  const one = (row: CompositionRow): ShownRow => ({ ...row, folded: null });
  const rest = fields.slice(cut);
  return [
    ...all.map(one),
    ...fields.slice(0, cut).map(one),
    ...(rest.length === 0 ? [] : [{ ...added(rest), folded: rest.length }]),
  ];
}

function added(rows: readonly CompositionRow[]): CompositionRow {
  const sum = (count: (row: CompositionRow) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    field: null,
    received: {
      total: sum(({ received }) => received.total),
      direct: sum(({ received }) => received.direct),
      online: sum(({ received }) => received.online),
      post: sum(({ received }) => received.post),
      unknown: sum(({ received }) => received.unknown),
    },
    resolved: {
      total: sum(({ resolved }) => resolved.total),
      early: sum(({ resolved }) => resolved.early),
      onTime: sum(({ resolved }) => resolved.onTime),
      late: sum(({ resolved }) => resolved.late),
    },
  };
}

/** Whether any dossier came or was resolved within the period. */
export function holdsAny({ rows: [all] }: Composition): boolean {
  return all !== undefined && all.received.total + all.resolved.total > 0;
}
