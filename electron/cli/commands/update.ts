import { checkPackage, install, rollBack, updateState } from '#electron/application/update/update.ts';
import { AppError } from '#shared/errors.ts';
import type { Environment, Outcome } from '../environment.ts';
import { type Arguments, wrong } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `update [--from FILE | --rollback]`: another version of the installed program; without either, how things stand. */
export async function update(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const program = environment.update;
  if (program === undefined) throw new AppError('UPDATE_NOT_HERE', { reason: 'source' });
  const { fill, cli } = words;
  const from = args.values.get('from');
  const lines: string[] = [];
  if (from !== undefined) {
    if (args.flags.has('rollback')) throw wrong('surplus', 'update', { given: '--rollback' });
    // The installer asks its own questions; it is started from the window.
    if (program.kind === 'installer') throw new AppError('UPDATE_NOT_HERE', { reason: 'installer' });
    const version = await install(program, await checkPackage(program, from));
    lines.push(fill(cli.update.installed, { version }));
  } else if (args.flags.has('rollback')) {
    const version = rollBack(program);
    lines.push(fill(cli.update.rolledBack, { version: version === 'first' ? cli.update.first : version }));
  }
  const state = await updateState(program);
  if (lines.length === 0) {
    lines.push(fill(cli.update.current, { version: state.version, kind: state.kind }));
    if (state.waiting !== null)
      lines.push(
        fill(cli.update.waiting, { version: state.waiting === 'first' ? cli.update.first : state.waiting }),
      );
    if (state.left !== null) lines.push(fill(cli.update.left, { version: state.left.version }));
    if (state.previous !== null) {
      const version = state.previous === 'first' ? cli.update.first : state.previous;
      lines.push(fill(cli.update.previous, { version }));
    }
  }
  return { json: state, lines, exit: 0 };
}
