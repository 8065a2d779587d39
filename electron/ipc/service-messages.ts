import type { TokenAnswer, TokenRequest } from '#electron/token/messages.ts';
import type { Notice, Result } from '#shared/ipc/result.ts';

/** How the service is started: its only argument, as JSON. */
export interface ServiceOptions {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly version: string;
}

/** From the main process to the service. */
export type ToService =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly input: unknown }
  /** A file was chosen or dropped; from now on the token stands for the path. */
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  /** From the process of a token, under the number that the service gave it. */
  | { readonly kind: 'token-answer'; readonly token: number; readonly answer: TokenAnswer }
  | { readonly kind: 'token-exit'; readonly token: number }
  /** What the system's key store answered; null: it could not. */
  | { readonly kind: 'keystore-answer'; readonly id: number; readonly answer: string | null }
  /** Finish what runs, close the folder, end. */
  | { readonly kind: 'stop' };

/** From the service to the main process. */
export type FromService =
  | { readonly kind: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** A stage of the start, for `SCL_TRACE=1`. */
  | { readonly kind: 'stage'; readonly name: string }
  /** Ask the system's key store. */
  | {
      readonly kind: 'keystore';
      readonly id: number;
      readonly what: 'state' | 'protect' | 'reveal';
      readonly text: string;
    }
  /** Start, ask or end a process that holds the library of a token. */
  | { readonly kind: 'token-start'; readonly token: number }
  | { readonly kind: 'token-request'; readonly token: number; readonly request: TokenRequest }
  | { readonly kind: 'token-kill'; readonly token: number };
