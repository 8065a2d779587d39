/** What the executable was asked to do. */
export interface StartArguments {
  /** Command line to hand over to, when the first word is a command. */
  readonly command: readonly string[] | null;
  /** Take a picture of the first usable page, leave it in this file, and end. */
  readonly shot: string | null;
}

const SHOT = '--headless-shot=';

/**
 * Reads the arguments after the executable (and, unpackaged, after the app's folder). Chromium's own switches are
 * left alone.
 */
export function readArguments(args: readonly string[], commands: readonly string[]): StartArguments {
  const start = args.findIndex((arg) => !arg.startsWith('-'));
  const isCommand = start >= 0 && commands.includes(args[start] ?? '');
  const shot = args.find((arg) => arg.startsWith(SHOT))?.slice(SHOT.length) ?? null;
  return { command: isCommand ? args.slice(start) : null, shot: shot === '' ? null : shot };
}

/** The arguments meant for the app: without the executable, and without the folder given to a bare Electron. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const args = argv.slice(1);
  if (isPackaged) return args;
  const folder = args.findIndex((arg) => !arg.startsWith('-'));
  return folder < 0 ? args : [...args.slice(0, folder), ...args.slice(folder + 1)];
}
