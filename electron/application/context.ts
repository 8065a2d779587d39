import type { TokenLauncher } from '#electron/token/token-process.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { RightsHolder } from '#shared/domain/rights.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import type { Notice } from '#shared/ipc/result.ts';
import type { Store } from './ports.ts';

/** Who acts, with the rights of this moment. */
export interface Actor extends RightsHolder {
  readonly login: string;
  readonly name: string;
}

/** Time as the use cases see it; tests freeze it. */
export interface Clock {
  /** Local calendar day. */
  today(): LocalDate;
  /** UTC instant, ISO 8601 with seconds, `2024-03-15T02:00:00Z`. */
  now(): string;
}

/** Files the user chose, behind opaque tokens (SECURITY 13); the command line registers its own paths. */
export interface FileTokens {
  /** The path of a token. Throws `AppError` INPUT_MISSING for an unknown one. */
  resolve(token: string): string;
  register(path: string): string;
}

/** How tokens are reached on this machine. */
export interface TokenPort {
  readonly launch: TokenLauncher;
}

/** What a use case may touch: one open data folder, and the world through ports. */
export interface Workspace {
  readonly store: Store;
  readonly clock: Clock;
  readonly files: FileTokens;
  readonly actor: Actor;
  /** Folder of `resources/` (targets, calendars, procedures, fonts, schema). */
  readonly resourcesDir: string;
  /** The data folder; for reports and keys beside the database. */
  readonly dataDir: string;
  /** Version of the program, which a report names; absent in tests. */
  readonly version?: string;
  /** The open folder is the sample commune: its reports bear a watermark. */
  readonly sample?: boolean;
  /** Language of words that a use case itself puts into its answer (reasons of a check); Vietnamese when absent. */
  readonly language?: 'vi' | 'en';
  /** USB tokens; absent where no process for their libraries can be started. */
  readonly tokens?: TokenPort;
  notify(notice: Notice): void;
  /** Signal by which a long task is cancelled. */
  signal(task: string): AbortSignal;
}

/** A use case by its channel. Throws `AppError`; anything else is a fault of the program. */
export type Handler<C extends ServiceChannel> = (
  input: Parsed<C>,
  workspace: Workspace,
) => Output<C> | Promise<Output<C>>;
export type Handlers<C extends ServiceChannel> = { readonly [K in C]: Handler<K> };
