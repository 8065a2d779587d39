import { create } from 'zustand';

/** Whose work waits, unseen, until their passphrase is given again; null while nothing is locked. */
export const useLocked = create<{ readonly login: string | null }>(() => ({ login: null }));
