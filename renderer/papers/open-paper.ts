import { create } from 'zustand';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { perPerson } from '../app/person-state.ts';

/** The paper whose dialog is open, or null. */
export const useOpenPaper = create<{ readonly paper: PaperChoice | null }>(() => ({ paper: null }));
perPerson(useOpenPaper);

/** Opens the dialog that shows a paper, from wherever in the window; the shell shows it. */
export function openPaper(paper: PaperChoice): void {
  useOpenPaper.setState({ paper });
}

export function closePaper(): void {
  useOpenPaper.setState({ paper: null });
}
