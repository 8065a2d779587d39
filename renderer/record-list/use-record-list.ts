import { type RefObject, useEffect, useRef } from 'react';
import { toFault } from '../app/bridge.ts';
import { isKeyboardFree } from '../app/keep-focus.ts';
import { showFault } from '../ui/toast.tsx';
import { type ListPlace, paneOf } from './list-state.ts';

/** The place in a list: as it is drawn, as it is now, and how it changes. */
export interface PlaceAccess {
  readonly drawn: ListPlace;
  read(): ListPlace;
  change(changes: Partial<ListPlace<never>>): void;
}

interface Setup<R> {
  /** All that is listed, in order; null before the first answer. */
  readonly ids: Uint32Array | null;
  readonly place: PlaceAccess;
  /** The record as it is now. */
  readonly fetch: (id: number) => Promise<R>;
}

export interface RecordList<R> {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly count: number;
  /** The record that keys act on: the one selected, else the one shown. */
  readonly current: number | null;
  select(position: number): void;
  open(position: number): void;
  /** Fetches the record that keys act on, and shows something of it. */
  withCurrent(show: (row: R) => void): void;
  /**
   * Fetches the record that keys act on, and does a deed on it, which answers whether it was done; nothing while the last
   * deed on this very record is under way or the list does not show yet what came of it: a second press was meant for
   * what stands there.
   */
  changeCurrent(act: (row: R) => Promise<boolean>): void;
  /** Gives the keyboard to the list. */
  toGrid(): void;
  toSearch(): void;
  /** From the search into what it found. */
  enter(): void;
  /** Puts the record away that is shown; the list has the keyboard again. */
  close(): void;
}

/** Selection, pane and keyboard of a list: one behaviour for all. */
export function useRecordList<R>({ ids, place, fetch }: Setup<R>): RecordList<R> {
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { drawn } = place;
  const count = ids?.length ?? 0;
  useFollowedSelection(ids, place);
  /** The last deed by key, and the list that stood when it was done; undefined while it is under way. */
  const deed = useRef<{ readonly id: number; listed: Uint32Array | null | undefined } | null>(null);
  const latestIds = useRef(ids);
  latestIds.current = ids;

  const select = (position: number) => {
    const id = ids?.[position] ?? null;
    const shows = id !== null && place.read().pane.kind === 'detail';
    place.change({ selected: position, selectedId: id, ...(shows ? { pane: paneOf(id) } : {}) });
  };
  const toGrid = () => {
    // At once, so that the very next key is the list's; again when a pane has gone and taken the focus along.
    grid.current?.focus();
    requestAnimationFrame(() => {
      if (isKeyboardFree()) grid.current?.focus();
    });
  };
  const current = drawn.selectedId ?? (drawn.pane.kind === 'closed' ? null : drawn.pane.id);
  return {
    grid,
    search,
    count,
    current,
    select,
    open: (position) => {
      const id = ids?.[position];
      if (id !== undefined) place.change({ selected: position, selectedId: id, pane: paneOf(id) });
    },
    withCurrent: (show) => {
      if (current === null) return;
      fetch(current).then(show, tell);
    },
    changeCurrent: (act) => {
      const last = deed.current;
      if (current === null || (last?.id === current && (last.listed === undefined || last.listed === ids)))
        return;
      const own: NonNullable<typeof deed.current> = { id: current, listed: undefined };
      deed.current = own;
      fetch(current)
        .then(act)
        .catch(tell)
        .then((done) => {
          if (done) own.listed = latestIds.current;
          // What was refused or left may be tried again at once.
          else if (deed.current === own) deed.current = null;
        });
    },
    toGrid,
    toSearch: () => {
      search.current?.focus();
      search.current?.select();
    },
    enter: () => {
      if (count > 0) select(Math.max(0, drawn.selected));
      toGrid();
    },
    close: () => {
      if (place.read().pane.kind === 'detail') place.change({ pane: paneOf(null) });
      toGrid();
    },
  };
}

function tell(reason: unknown): void {
  showFault(toFault(reason));
}

/** The list moves under the selection: the selection follows its record; the pane shows what stands in its place. */
function useFollowedSelection(ids: Uint32Array | null, place: PlaceAccess): void {
  const latest = useRef(place);
  latest.current = place;
  const followed = useRef(ids);
  const { selectedId: drawnId } = place.drawn;
  useEffect(() => {
    if (!ids) return;
    const { read, change } = latest.current;
    const { selected, selectedId, pane } = read();
    const at = selectedId === null ? -1 : ids.indexOf(selectedId);
    const moved = followed.current !== ids;
    followed.current = ids;
    if (at >= 0 && at !== selected) change({ selected: at });
    // A record just saved stands in the next list: until then nothing has left.
    if (at >= 0 || selected < 0 || !moved || selectedId !== drawnId) return;
    const nearest = Math.min(selected, ids.length - 1);
    const next = ids[nearest] ?? null;
    const gone = pane.kind === 'detail' && pane.id === selectedId;
    change({ selected: nearest, selectedId: next, ...(gone ? { pane: paneOf(next) } : {}) });
  }, [ids, drawnId]);
}
