import { create } from 'zustand';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { perPerson } from '../app/person-state.ts';
import { type ListState, type PaneState, UNDO_DEPTH } from '../record-list/list-state.ts';

/** What the form of an entry is asked for beyond which one it is. */
interface FormAsked {
  /** Values of a new entry that are given from the start. */
  readonly values?: AnyRecord | undefined;
  /** Field to begin with. */
  readonly focus?: string | undefined;
}

export type EntryPaneState = PaneState<FormAsked>;

/** View state of one table. */
export interface LedgerViewState extends ListState<EntryFilter, AnyRecord, AnyRecord, FormAsked> {
  /** Change sets of deeds that can be taken back, latest last. */
  readonly undo: readonly number[];
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

const useViews = create<Readonly<Record<string, LedgerViewState>>>()(() => ({}));
perPerson(useViews);

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
