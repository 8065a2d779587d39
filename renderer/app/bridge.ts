import type { ErrorCode, ErrorParams } from '#shared/errors.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { Channel, Input, Output } from '#shared/ipc/contract.ts';
import type { Fault, Notice } from '#shared/ipc/result.ts';
import { watchWork } from './working.ts';

// The one file that touches what the preload script exposes; everything else goes through these functions.

declare global {
  interface Window {
    readonly scl?: Bridge;
  }
}

/** A fault answered by the program, with its code; the words are found where it is shown (`ErrorNotice`). */
export class CallFault extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Field name → code of what is wrong with it, for forms. */
  readonly fieldErrors: Readonly<Record<string, string>> | null;
  /** Id under which the log holds the details; only for faults of the program. */
  readonly logId: string | null;

  constructor(fault: Fault) {
    super(fault.code);
    this.name = 'CallFault';
    this.code = fault.code;
    this.params = fault.params;
    this.fieldErrors = fault.fieldErrors;
    this.logId = fault.logId;
  }
}

/** Turns whatever was thrown into a fault that can be worded. */
export function toFault(reason: unknown): CallFault {
  if (reason instanceof CallFault) return reason;
  return new CallFault({ code: 'INTERNAL', params: {}, fieldErrors: null, logId: null });
}

function bridge(): Bridge {
  const exposed = window.scl;
  if (!exposed) throw new CallFault({ code: 'NOT_ALLOWED_HERE', params: {}, fieldErrors: null, logId: null });
  return exposed;
}

/** Calls the program. Throws {@link CallFault} for every fault, also when the program does not answer at all. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const asked = bridge().call(channel, input);
  // The dialogs of the system wait for the person, not the person for them.
  const result = await (channel.startsWith('files.') ? asked : watchWork(asked)).catch((reason: unknown) => {
    throw toFault(reason);
  });
  if (!result.ok) throw new CallFault(result.error);
  return result.value;
}

/** Registers a file that was dropped on the page; null when it is no file of the disk. */
export async function dropped(file: File): Promise<ChosenFile | null> {
  const found = await droppedAny(file);
  return found?.folder ? null : found;
}

/** Registers a file or folder that was dropped on the page; null when it is neither on the disk. */
export function droppedAny(file: File): Promise<ChosenFile | null> {
  return bridge().dropped(file);
}

const listeners = new Set<(notice: Notice) => void>();
let stop: (() => void) | null = null;

/** Listens to news from the program; returns what ends the listening. The window listens once for all who want to know. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  // The same function may be given twice; each time is ended for itself.
  const own = (notice: Notice) => listener(notice);
  listeners.add(own);
  stop ??=
    window.scl?.onNotice((notice) => {
      for (const each of [...listeners]) each(notice);
    }) ?? null;
  return () => {
    listeners.delete(own);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}
