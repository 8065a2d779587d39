import { useCallback, useEffect, useState } from 'react';
import type { Printer } from '#shared/ipc/contract/printing.ts';
import { type CallFault, call, toFault } from '../app/bridge.ts';
import { rememberedPrinting } from './remembered.ts';

/** Stands for the system's default printer where its name is not known. */
export const SYSTEM_DEFAULT = '';

export interface Printers {
  /** Null while they are being looked for the first time. */
  readonly list: readonly Printer[] | null;
  readonly fault: CallFault | null;
  readonly looking: boolean;
  /** Name of the chosen one, or {@link SYSTEM_DEFAULT}. */
  readonly chosen: string;
  choose(name: string): void;
  look(): Promise<void>;
}

/** The machine's printers: the one used last is chosen, else the default one. */
export function usePrinters(): Printers {
  const [list, setList] = useState<readonly Printer[] | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [looking, setLooking] = useState(true);
  const [wanted, setWanted] = useState(() => rememberedPrinting().printer);

  const look = useCallback(async () => {
    setLooking(true);
    setFault(null);
    try {
      setList(await call('print.printers', {}));
    } catch (reason) {
      setFault(toFault(reason));
    } finally {
      setLooking(false);
    }
  }, []);
  useEffect(() => void look(), [look]);

  return { list, fault, looking, chosen: chosenOf(list ?? [], wanted), choose: setWanted, look };
}

/** The wanted printer where it is still there, else the default one, else the only one, else the system's own choice. */
export function chosenOf(list: readonly Printer[], wanted: string | null): string {
  const found = list.find(({ name }) => name === wanted) ?? list.find((one) => one.default);
  return (found ?? (list.length === 1 ? list[0] : undefined))?.name ?? SYSTEM_DEFAULT;
}
