import { create } from 'zustand';

/** Whether the dialog with a new recovery sheet is open. */
export const useRecoveryAsked = create<{ readonly asked: boolean }>(() => ({ asked: false }));

/** Prepares a new recovery sheet and shows it; the one before it counts until the new one is confirmed. */
export function askForRecovery(): void {
  useRecoveryAsked.setState({ asked: true });
}

export function leaveRecovery(): void {
  useRecoveryAsked.setState({ asked: false });
}
