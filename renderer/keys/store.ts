import { create } from 'zustand';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';

export type KeyKind = 'p12' | 'app' | 'token';

interface LastChoice {
  /** Null: nobody chose yet. */
  readonly kind: KeyKind | null;
  /** Key made by the app. */
  readonly keyId: number | null;
  readonly file: ChosenFile | null;
  /** SHA-256 of a certificate on a token. */
  readonly certificate: string | null;
}

const NONE: LastChoice = { kind: null, keyId: null, file: null, certificate: null };

/** With which key this person signed or meant to sign last, in every form alike; never a passphrase or PIN. */
export const useLastChoice = create<LastChoice>(() => NONE);

/** Forgets it, for another folder or another person. */
export function forgetLastChoice(): void {
  useLastChoice.setState(NONE);
}
