import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { perPerson } from '../app/person-state.ts';
import { topDialog } from '../ui/top-dialog.ts';

/** A paper somebody wants on paper. */
export interface AskedPaper {
  readonly pdf: Uint8Array;
  /** What it is, in words; null: Tổng quan. Names the job in the printer's queue, so never a person. */
  readonly what: string | null;
}

/** The paper whose print dialog is open, or null. */
export const useAskedPaper = create<{ readonly paper: AskedPaper | null }>(() => ({ paper: null }));
perPerson(useAskedPaper);

/** Opens the print dialog for a paper. */
export function askToPrint(paper: AskedPaper): void {
  useAskedPaper.setState({ paper });
}

export function leavePrinting(): void {
  useAskedPaper.setState({ paper: null });
}

/** What Escape does while the dialog is open. */
let onEscape: (() => void) | null = null;

/** Escape belongs to the print dialog alone while it is open, whatever dialog lies under it. */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    onEscape = () => latest.current();
    return () => {
      onEscape = null;
    };
  }, []);
}

/** Gives the key to the print dialog; false when there is none open. */
export function escapePrinting(): boolean {
  onEscape?.();
  return onEscape !== null;
}

interface Shown {
  /** Where it is shown. */
  place(): Element | null;
  /** Null while the paper is still being made. */
  readonly print: (() => void) | null;
}

/** What is shown and can be printed, the latest last. */
const shown: Shown[] = [];

/** Tells that something printable is shown at a place; Ctrl+P prints it. */
export function usePrintable(place: () => Element | null, print: (() => void) | null): void {
  const latest = useRef({ place, print });
  latest.current = { place, print };
  useEffect(() => {
    const own: Shown = {
      place: () => latest.current.place(),
      get print() {
        return latest.current.print;
      },
    };
    shown.push(own);
    return () => {
      shown.splice(shown.indexOf(own), 1);
    };
  }, []);
}

/** Prints what is shown; of an open dialog only what it shows itself. Answers why nothing was printed. */
export function printShown(): 'asked' | 'nothing' | 'not-ready' {
  const dialog = topDialog();
  const found = shown.findLast((one) => {
    const place = one.place();
    return place?.isConnected && (dialog === null || dialog.contains(place));
  });
  if (!found) return 'nothing';
  if (!found.print) return 'not-ready';
  found.print();
  return 'asked';
}
