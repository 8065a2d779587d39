import { create } from 'zustand';
import { goTo } from './navigation.ts';
import { perPerson } from './person-state.ts';

/** Tabs of Mục tiêu & kế hoạch in order; `Ctrl+1` and so on open them. */
export const TARGET_TABS = ['objectives', 'plan', 'hand', 'communication', 'progress'] as const;
export type TargetTab = (typeof TARGET_TABS)[number];

interface TargetsPlace {
  readonly tab: TargetTab;
  /** Entry of the tab's ledger to open; null: none asked for. */
  readonly entryId: number | null;
  /** Objective to show first; null: whichever. */
  readonly objective: string | null;
  /** Grows with every request, so that the same request twice is seen twice. */
  readonly stamp: number;
}

/** Where the screen Mục tiêu & kế hoạch is, also for those who lead there from elsewhere. */
export const useTargetsPlace = create<TargetsPlace>(() => ({
  tab: 'objectives',
  entryId: null,
  objective: null,
  stamp: 0,
}));
perPerson(useTargetsPlace);

/** Shows a tab; on the screen itself this is all there is to it. */
export function showTargetTab(tab: TargetTab): void {
  useTargetsPlace.setState({ tab, entryId: null, objective: null });
}

/** Goes to the screen Mục tiêu & kế hoạch: to a tab, an entry of its ledger, an objective. */
export function goToTargets(
  place: { tab?: TargetTab; entryId?: number | null; objective?: string | null } = {},
): void {
  useTargetsPlace.setState((old) => ({
    tab: place.tab ?? old.tab,
    entryId: place.entryId ?? null,
    objective: place.objective ?? null,
    stamp: old.stamp + 1,
  }));
  goTo('targets');
}
