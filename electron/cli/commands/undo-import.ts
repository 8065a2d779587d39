import { parseInput } from '#electron/application/parse-call.ts';
import { AppError } from '#shared/errors.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import type { Arguments } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `undo-import --data DIR IMPORT-ID [--reason TEXT]`: restores exactly what was before an import. */
export async function undoImport(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const given = args.operands[0] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(given))
    throw new AppError('USAGE', { problem: 'number', command: args.command, given });
  const entry = await inFolder(args, environment, ({ backend }) =>
    backend.call(
      'imports.undo',
      parseInput('imports.undo', { importId: Number(given), reason: args.values.get('reason') }),
    ),
  );
  return {
    json: entry,
    lines: [words.fill(words.cli.undo.done, { id: entry.id, file: entry.file })],
    exit: 0,
  };
}
