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

const KEPT = 'scl.key-kind';

/** The kind of key is that of the machine (a token, a file): the next start begins with it. */
function keptKind(): KeyKind | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'p12' || kept === 'app' || kept === 'token' ? kept : null;
}

const nothingChosen = (): LastChoice => ({ kind: keptKind(), keyId: null, file: null, certificate: null });

/** With which key this person signed or meant to sign last, in every form alike; never a passphrase or PIN. */
export const useLastChoice = create<LastChoice>(nothingChosen);

/** Notes the kind of key that is chosen. */
export function chooseKind(kind: KeyKind): void {
  localStorage.setItem(KEPT, kind);
  useLastChoice.setState({ kind });
}

/** Forgets all but the kind, for another folder or another person. */
export function forgetLastChoice(): void {
  useLastChoice.setState(nothingChosen());
}
