import type { ErrorCode, ErrorParams } from '../errors.ts';

/** A fault as it crosses the boundary: a code and what fills its words; never a stack, never a path of the program. */
export interface Fault {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly fieldErrors: Readonly<Record<string, string>> | null;
  /** Id under which the log holds the details; only for faults of the program. */
  readonly logId: string | null;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Fault };

/** Part of long work that consists of unlike ones, as it is named beside the name of the work. */
export type WorkPart =
  | 'waiting'
  | 'inspecting'
  | 'copying'
  | 'encrypting'
  | 'comparing'
  | 'replacing'
  | 'writing'
  | 'rereading'
  | 'carrying'
  | 'counting'
  | 'drawing'
  | 'signing'
  | 'keeping';

/** News from the service to the window. */
export type Notice =
  | {
      readonly kind: 'progress';
      readonly task: string;
      readonly phase: 'reading' | 'checking' | 'saving';
      /** Absent where the name of the work says all there is to say. */
      readonly part?: WorkPart;
      readonly done: number;
      readonly total: number | null;
      /** The work can no longer be stopped: what follows is done to its end. */
      readonly last?: true;
    }
  | {
      readonly kind: 'changed';
      readonly what: 'dossiers' | 'ledgers' | 'settings' | 'reports';
      readonly savedAt: string;
    }
  /** Pages drawn for the printer. */
  | { readonly kind: 'printing'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly kind: 'service-restarted' };
