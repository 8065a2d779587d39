import { create } from 'zustand';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { DossierDraft } from './model/form-schema.ts';
import { withConditions } from './model/filter-sentence.ts';

/** What stands beside the list: nothing, a dossier, or the form (id null: a new one). */
export type Pane =
  | { readonly kind: 'closed' }
  | { readonly kind: 'detail'; readonly id: number }
  | { readonly kind: 'form'; readonly id: number | null };

/** What was typed and not saved when a form was left; offered again. */
export interface LeftDraft {
  readonly id: number | null;
  readonly draft: DossierDraft;
}

interface DossiersView {
  readonly filter: DossierFilter;
  /** Position of the selected row in the list; -1 when there is none. */
  readonly selected: number;
  readonly pane: Pane;
  /** The dossier saved last, for F4. */
  readonly last: Dossier | null;
  /** Change sets that can be undone, latest last. */
  readonly undo: readonly { readonly changeSet: number; readonly code: string }[];
  readonly left: LeftDraft | null;
  setFilter(filter: DossierFilter): void;
  change(changes: Parameters<typeof withConditions>[1]): void;
  select(position: number): void;
  open(pane: Pane): void;
  saved(record: Dossier, changeSet: number | null): void;
  changed(changeSet: number | null, code: string): void;
  takeUndo(): { readonly changeSet: number; readonly code: string } | null;
  leave(left: LeftDraft | null): void;
}

const UNDO_DEPTH = 50;

/** View state of the screen Hồ sơ; it outlives a visit to another screen. */
export const useDossiersView = create<DossiersView>()((set, get) => ({
  filter: {},
  selected: -1,
  pane: { kind: 'closed' },
  last: null,
  undo: [],
  left: null,
  setFilter: (filter) => set({ filter: withConditions(filter, {}), selected: -1 }),
  change: (changes) => set((view) => ({ filter: withConditions(view.filter, changes), selected: -1 })),
  select: (selected) => set({ selected }),
  open: (pane) => set({ pane }),
  saved: (record, changeSet) => {
    set({ last: record, left: null });
    get().changed(changeSet, record.code);
  },
  changed: (changeSet, code) => {
    if (changeSet !== null) set((view) => ({ undo: [...view.undo, { changeSet, code }].slice(-UNDO_DEPTH) }));
  },
  takeUndo: () => {
    const last = get().undo.at(-1) ?? null;
    if (last) set((view) => ({ undo: view.undo.slice(0, -1) }));
    return last;
  },
  leave: (left) => set({ left }),
}));
