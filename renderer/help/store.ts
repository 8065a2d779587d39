import { create } from 'zustand';
import type { ChapterId } from './order.ts';

/** A place in the guide. */
export interface GuidePlace {
  readonly chapter: ChapterId;
  /** Heading to begin at; empty: the top of the chapter. */
  readonly anchor: string;
}

interface Help {
  /** What is open; null: nothing. */
  readonly place: GuidePlace | null;
  /** Where the reader came from, the latest last. */
  readonly past: readonly GuidePlace[];
  /** Grows with every step, so that the same place twice is seen twice. */
  readonly stamp: number;
  /** The picture shown in its full size; null: none. */
  readonly picture: GuidePicture | null;
}

export interface GuidePicture {
  readonly src: string;
  readonly alt: string;
}

/** The guide in the window. */
export const useHelp = create<Help>(() => ({ place: null, past: [], stamp: 0, picture: null }));

/** Opens the guide at a place, or goes there when it is open already. */
export function openHelp(place: GuidePlace): void {
  useHelp.setState((old) => ({
    place,
    past: old.place === null ? [] : [...old.past, old.place],
    picture: null,
    stamp: old.stamp + 1,
  }));
}

/** One step back in what was read. */
export function helpBack(): void {
  useHelp.setState((old) => {
    const place = old.past.at(-1);
    return place ? { place, past: old.past.slice(0, -1), stamp: old.stamp + 1 } : {};
  });
}

export function closeHelp(): void {
  useHelp.setState({ place: null, past: [], picture: null });
}
