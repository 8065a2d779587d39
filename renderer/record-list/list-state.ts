/** What stands beside a list: nothing, a record, or a form (id null: a new one), which may know more (`F`). */
export type PaneState<F extends object = object> =
  | { readonly kind: 'closed' }
  | { readonly kind: 'detail'; readonly id: number }
  | ({ readonly kind: 'form'; readonly id: number | null } & F);

/** Where one is in a list. */
export interface ListPlace<F extends object = object> {
  /** Position of the selected row; -1 when there is none. */
  readonly selected: number;
  /** The record selected, which the selection follows when the list changes. */
  readonly selectedId: number | null;
  readonly pane: PaneState<F>;
}

/** View state of a list; it outlives a visit to another screen. R: a record, D: what a form holds, F: see the pane. */
export interface ListState<Filter, R, D, F extends object> extends ListPlace<F> {
  readonly filter: Filter;
  /** Stamp of the request of another screen that was last followed. */
  readonly seen: number;
  /** The record saved last, for F4. */
  readonly last: R | null;
  /** What was typed and not saved when a form was left; offered again. */
  readonly left: { readonly id: number | null; readonly draft: D } | null;
}

/** How many deeds can be taken back. */
export const UNDO_DEPTH = 50;

/** The pane that shows a record, where the list was asked for one. */
export function paneOf(id: number | null | undefined): PaneState<never> {
  return id === null || id === undefined ? { kind: 'closed' } : { kind: 'detail', id };
}

/** A record has come back: it is selected as soon as the list holds it; the pane shows it if it shows one. */
export function followed(
  place: ListPlace,
  { id, deleted }: { readonly id: number; readonly deleted: boolean },
): Partial<Pick<ListPlace<never>, 'selectedId' | 'pane'>> {
  if (deleted) return {};
  return { selectedId: id, ...(place.pane.kind === 'detail' ? { pane: paneOf(id) } : {}) };
}
