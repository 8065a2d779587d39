import { create } from 'zustand';

/** Whether the dialog that restores a copy is open. */
export const useRestoreAsked = create<{ readonly asked: boolean }>(() => ({ asked: false }));

/** Opens the three steps: choose a copy, open it, take it. */
export function askForRestore(): void {
  useRestoreAsked.setState({ asked: true });
}

export function leaveRestore(): void {
  useRestoreAsked.setState({ asked: false });
}
