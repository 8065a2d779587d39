import { AppError } from '#shared/errors.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import type { Arguments } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `check --data DIR`: whether the database and everything derived from it are sound. */
export async function checkCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const { fill, cli } = words;
  const result = await inFolder(args, environment, async ({ backend }) => {
    const { copyAhead } = await backend.call('app.warnings', {});
    if (copyAhead !== null)
      environment.stderr.write(`${fill(cli.copyAhead, { at: timeInVietnam(copyAhead.madeAt) })}\n`);
    return backend.call('app.check', {});
  }).catch(damaged);
  const lines = result.ok
    ? [fill(cli.check.ok, { ms: result.milliseconds })]
    : [cli.check.bad, ...result.problems.map((problem) => `  ${problem}`)];
  return { json: result, lines, exit: result.ok ? 0 : 1 };
}

/** A database so damaged that it does not open is an answer of this command, not a fault. */
function damaged(error: unknown): { ok: boolean; problems: string[]; milliseconds: number } {
  if (!(error instanceof AppError) || (error.code !== 'DATA_DAMAGED' && error.code !== 'DATA_FROM_FUTURE'))
    throw error;
  const where = Object.entries(error.params).map(([name, value]) => `${name}=${value ?? ''}`);
  return { ok: false, problems: [[error.code, ...where].join(' ')], milliseconds: 0 };
}
