import { create } from 'zustand';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { DossierTarget } from '../../app/navigation.ts';
import { perPerson } from '../../app/person-state.ts';
import { withConditions } from '../../record-list/conditions.ts';
import {
  followed,
  type ListPlace,
  type ListState,
  type PaneState,
  paneOf,
  UNDO_DEPTH,
} from '../../record-list/list-state.ts';
import type { DossierDraft } from './model/form-schema.ts';
import type { CodeSeen } from './model/next-code.ts';

/** What the form of a dossier is asked for beyond which one it is. */
interface FormAsked {
  /** Begin with the suspensions: one that is open is closed, else one is begun. */
  readonly suspend?: boolean;
  /** It is what was being typed as new: once it is saved, that need not be typed any more. */
  readonly known?: boolean;
}

export type Pane = PaneState<FormAsked>;

/** A deed that can be taken back: on one dossier, or on many at once (`codes` then says how many). */
export interface Deed {
  readonly changeSets: readonly number[];
  readonly code: string;
  readonly many: boolean;
}

export type DossiersMode = 'list' | 'check' | 'calendar';

interface DossiersView extends ListState<DossierFilter, Dossier, DossierDraft, FormAsked> {
  /** Numbers given to new dossiers since the window was opened, the last first. */
  readonly recentCodes: readonly CodeSeen[];
  /** Fields whose value goes on to the next new dossier. */
  readonly keep: readonly DossierField[];
  /** What stands in the place of the list: the list itself, the check of paper against software, the calendar. */
  readonly mode: DossiersMode;
  /** Day chosen in the calendar; null: today. */
  readonly calendarDay: LocalDate | null;
  /** Deeds that can be undone, latest last. */
  readonly undo: readonly Deed[];
  setFilter(filter: DossierFilter): void;
  /** Changes where one is in the list. */
  change(place: Partial<ListPlace<FormAsked>>): void;
  /** Shows what another screen asked for. */
  arrive(target: DossierTarget): void;
  open(pane: Pane): void;
  /** Selects a dossier that has come back, as soon as the list holds it; the pane shows it if it shows one. */
  follow(row: StoredDossier): void;
  /** A dossier was saved; `id` null: a new one. */
  saved(record: Dossier, changeSet: number | null, id: number | null): void;
  changed(changeSet: number | null, code: string): void;
  /** Remembers a deed on many dossiers. */
  changedMany(changeSets: readonly number[]): void;
  takeUndo(): Deed | null;
  /** A deed is taken back out of turn: it is no longer the next. */
  forget(changeSet: number): void;
  /** Remembers again a deed that was taken off and yet not taken back. */
  putBack(deed: Deed): void;
  /** The number of a dossier taken back is given again. */
  freeCode(code: string): void;
  leave(left: DossiersView['left']): void;
  toggleKeep(field: DossierField): void;
  setMode(mode: DossiersMode): void;
}

const CODES_KEPT = 300;

/** View state of the screen Hồ sơ; it outlives a visit to another screen. */
export const useDossiersView = create<DossiersView>()((set, get) => ({
  filter: {},
  selected: -1,
  selectedId: null,
  seen: 0,
  pane: { kind: 'closed' },
  last: null,
  recentCodes: [],
  keep: ['channel', 'receivedOn'],
  mode: 'list',
  calendarDay: null,
  undo: [],
  left: null,
  setFilter: (filter) => set({ filter: withConditions(filter, {}), selected: -1, selectedId: null }),
  change: (place) => set(place),
  arrive: ({ filter, dossierId, compose, calendar, stamp }) =>
    set({
      seen: stamp,
      filter: withConditions(filter, {}),
      selected: -1,
      selectedId: dossierId,
      mode: calendar ? 'calendar' : 'list',
      pane: compose ? { kind: 'form', id: null } : paneOf(dossierId),
    }),
  open: (pane) => set({ pane }),
  follow: (row) => set((view) => followed(view, row)),
  saved: (record, changeSet, id) => {
    const { code, receivedOn } = record;
    set(({ recentCodes, left, pane }) => ({
      last: record,
      left: left?.id === id || (pane.kind === 'form' && pane.known) ? null : left,
      recentCodes: id === null ? [{ code, receivedOn }, ...recentCodes].slice(0, CODES_KEPT) : recentCodes,
    }));
    get().changed(changeSet, record.code);
  },
  changed: (changeSet, code) => {
    if (changeSet !== null) remember({ changeSets: [changeSet], code, many: false });
  },
  changedMany: (changeSets) => {
    if (changeSets.length > 0) remember({ changeSets, code: '', many: true });
  },
  takeUndo: () => {
    const last = get().undo.at(-1) ?? null;
    if (last) set((view) => ({ undo: view.undo.slice(0, -1) }));
    return last;
  },
  forget: (changeSet) =>
    set(({ undo }) => ({ undo: undo.filter((deed) => !deed.changeSets.includes(changeSet)) })),
  putBack: remember,
  freeCode: (code) =>
    set(({ recentCodes }) => ({ recentCodes: recentCodes.filter((one) => one.code !== code) })),
  leave: (left) => set({ left }),
  toggleKeep: (field) =>
    set(({ keep }) => ({
      keep: keep.includes(field) ? keep.filter((one) => one !== field) : [...keep, field],
    })),
  setMode: (mode) => set({ mode, ...(mode !== 'list' ? { pane: { kind: 'closed' } } : {}) }),
}));
perPerson(useDossiersView);

function remember(deed: Deed): void {
  useDossiersView.setState(({ undo }) => ({ undo: [...undo, deed].slice(-UNDO_DEPTH) }));
}
