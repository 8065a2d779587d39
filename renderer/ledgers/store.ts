import { create } from 'zustand';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';

/** What stands beside a table: nothing, an entry, or the form (id null: a new one). */
export type EntryPaneState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'detail'; readonly id: number }
  | {
      readonly kind: 'form';
      readonly id: number | null;
      /** Values of a new entry that are given from the start. */
      readonly values?: AnyRecord | undefined;
      /** Field to begin with. */
      readonly focus?: string | undefined;
    };

/** View state of one table; it outlives a visit to another screen. */
export interface LedgerViewState {
  readonly filter: EntryFilter;
  /** Position of the selected row; -1 when there is none. */
  readonly selected: number;
  /** The entry selected, which the selection follows when the list changes. */
  readonly selectedId: number | null;
  /** Stamp of the request that was last followed. */
  readonly seen: number;
  readonly pane: EntryPaneState;
  /** The record saved last, for F4. */
  readonly last: AnyRecord | null;
  /** Change sets of deeds that can be taken back, latest last. */
  readonly undo: readonly number[];
  /** What was typed and not saved when a form was left; offered again. */
  readonly left: { readonly id: number | null; readonly draft: AnyRecord } | null;
}

const START: LedgerViewState = {
  filter: {},
  selected: -1,
  selectedId: null,
  seen: 0,
  pane: { kind: 'closed' },
  last: null,
  undo: [],
  left: null,
};
const UNDO_DEPTH = 50;

const useViews = create<Readonly<Record<string, LedgerViewState>>>()(() => ({}));

/** The state of a view, by its key. */
export function useLedgerViewState(key: string): LedgerViewState {
  return useViews((views) => views[key] ?? START);
}

/** What the functions below need when they are called later: the state as it is then. */
export function viewState(key: string): LedgerViewState {
  return useViews.getState()[key] ?? START;
}

/** Changes a view. */
export function changeView(key: string, changes: Partial<LedgerViewState>): void {
  useViews.setState((views) => ({ [key]: { ...(views[key] ?? START), ...changes } }));
}

/** Forgets what is shown and selected in every view, for another folder or another person. */
export function forgetViews(): void {
  useViews.setState({}, true);
}

/** Notes a deed that can be taken back. */
export function noteDeed(key: string, changeSet: number | null): void {
  if (changeSet === null) return;
  changeView(key, { undo: [...viewState(key).undo, changeSet].slice(-UNDO_DEPTH) });
}

/** The latest deed, taken off; null when there is none. */
export function takeDeed(key: string): number | null {
  const { undo } = viewState(key);
  const last = undo.at(-1) ?? null;
  if (last !== null) changeView(key, { undo: undo.slice(0, -1) });
  return last;
}
