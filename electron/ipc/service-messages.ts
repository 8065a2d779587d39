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
  /** Finish what runs, close the folder, end. */
  | { readonly kind: 'stop' };

/** From the service to the main process. */
export type FromService =
  | { readonly kind: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** A stage of the start, for `SCL_TRACE=1`. */
  | { readonly kind: 'stage'; readonly name: string };
