import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { clockBehind } from '#electron/application/app/clock-behind.ts';
import { parseInput } from '#electron/application/parse-call.ts';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { AppError } from '#shared/errors.ts';
import { formatCount } from '#shared/i18n/format.ts';
import { IMPORT_KINDS, type ImportResult } from '#shared/ipc/contract/imports.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, choiceOption } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `import --data DIR FILE [--kind KIND]`: imports a list of dossiers or of another ledger; with `--dry-run` only says what would happen. */
export async function importFile(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const path = existingFile(args.operands[0] ?? '');
  const sheet = args.values.get('sheet');
  const reason = args.values.get('reason');
  const given = {
    kind: choiceOption(args, 'kind', IMPORT_KINDS) ?? 'dossiers',
    ...(sheet === undefined ? {} : { sheet }),
    ...(reason === undefined ? {} : { reason }),
    acceptConflicts: args.flags.has('accept-conflicts'),
  };
  const dryRun = args.flags.has('dry-run');
  const result = await inFolder(args, environment, async ({ backend, workspace }) => {
    const behind = clockBehind(workspace.store, workspace.clock);
    if (behind !== null) {
      const told = { now: timeInVietnam(behind.now), last: timeInVietnam(behind.last) };
      environment.stderr.write(`${words.fill(words.cli.clockBehind, told)}\n`);
    }
    const file = backend.files.register(path);
    const request = parseInput('imports.preview', { file, options: given, task: 'import' });
    if (dryRun) return (await backend.call('imports.preview', request)).result;
    return backend.call('imports.commit', { ...request, sha256: await fileSha256(path) });
  });
  const exit = args.flags.has('strict') && result.bad > 0 ? 1 : 0;
  return { json: result, lines: importLines(result, words), exit };
}

/** The absolute path of an input file. Throws INPUT_MISSING where there is none. */
export function existingFile(path: string): string {
  const full = resolve(path);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile())
    throw new AppError('INPUT_MISSING', { file: path });
  return full;
}

function importLines(result: ImportResult, words: Words): string[] {
  const { fill, cli, lang } = words;
  const { read, added, updated, unchanged, bad, ignored } = result;
  const counts = Object.fromEntries(
    Object.entries({ read, added, updated, unchanged, bad, ignored }).map(([name, n]) => [
      name,
      formatCount(n, lang),
    ]),
  );
  const file = basename(result.file);
  const lines = [
    result.importId === null
      ? fill(cli.import.dryRun, { file })
      : fill(cli.import.done, { file, id: result.importId }),
    fill(cli.import.place, { sheet: result.sheet, row: result.headerRow }),
    fill(cli.import.balance, counts),
  ];
  if (result.otherLists.length > 0)
    lines.push(fill(cli.import.otherLists, { sheets: result.otherLists.join(', ') }));
  if (result.badRows.length > 0) lines.push(cli.import.bad);
  for (const { row, column, message, code } of result.badRows)
    lines.push(`  ${fill(cli.import.badCell, { row, column, message, code })}`);
  return lines;
}
