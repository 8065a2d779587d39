import type { Program } from '#electron/application/update/update.ts';
import type { TokenLauncher } from '#electron/token/token-process.ts';

/** A stream of text; standard output or a collector of a test. */
export interface TextSink {
  write(text: string): unknown;
}

/** The world of one run of the command line. */
export interface Environment {
  readonly resourcesDir: string;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How the program is called in its usage text. */
  readonly program: string;
  /** Starts the process that holds a token's library; absent where tokens are not used. */
  readonly launchToken?: TokenLauncher;
  /** The installed program; absent where it runs from its sources, which take no update. */
  readonly update?: Program;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
}

/** What a command leaves: the document of `--json`, the lines for people, and the exit code. */
export interface Outcome {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exit: number;
}
