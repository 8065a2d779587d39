import { create } from 'zustand';
import { goTo } from './navigation.ts';

interface ExplainPlace {
  /** Objective whose figure is explained beside Tổng quan; null: none. */
  readonly objective: string | null;
}

/** Which figure of the period looked at is being explained. */
export const useExplainPlace = create<ExplainPlace>(() => ({ objective: null }));

/** Explains a figure of the period looked at: Tổng quan with the records behind it. */
export function goToExplanation(objective: string): void {
  useExplainPlace.setState({ objective });
  goTo('overview');
}

/** Closes the explanation. */
export function closeExplanation(): void {
  useExplainPlace.setState({ objective: null });
}
