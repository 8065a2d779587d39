import { create } from 'zustand';

interface Locked {
  /** Whose work waits, unseen, until their passphrase is given again; null while nothing is locked. */
  readonly login: string | null;
  /** `restart`: nobody locked it; the data service ended by itself, was started again, and its key is gone. */
  readonly why: 'asked' | 'restart';
}

export const useLocked = create<Locked>(() => ({ login: null, why: 'asked' }));

/** A form that comes back has taken the keyboard for its first field by then, in milliseconds. */
const FOCUS_MS = 120;

/** Where the keyboard was when the screen was locked. */
let before: Element | null = null;

/** Hides the work of a person until they are back; what is being typed stays, and where. */
export function holdWork(login: string, why: Locked['why']): void {
  before = document.activeElement;
  // Fields that save when they are left do so now, while they still may.
  if (why === 'asked' && before instanceof HTMLElement) before.blur();
  useLocked.setState({ login, why });
}

/** Gives the keyboard back to the field that had it, where it is still there. */
export function focusBefore(): void {
  const field = before;
  before = null;
  // After forms that take the keyboard when they appear.
  if (field instanceof HTMLElement) setTimeout(() => field.isConnected && field.focus(), FOCUS_MS);
}
