import type { Environment, Outcome } from '../environment.ts';
import type { Arguments } from '../parse-arguments.ts';

/** `version`: the program's version, on a line of its own. */
export async function version(_args: Arguments, environment: Environment): Promise<Outcome> {
  return { json: { version: environment.version }, lines: [environment.version], exit: 0 };
}
