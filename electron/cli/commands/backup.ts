import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Backend } from '#electron/application/backend.ts';
import { readHead } from '#electron/application/backups/container.ts';
import type { DrillResult } from '#shared/ipc/contract/backups.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import type { Arguments } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/**
 * `backup --data DIR [--out FILE] [--drill]`: a copy of the folder, in a file or where its copies go; with `--drill` the
 * newest of those is restored into a temporary folder and compared. Exit 1 when the drill finds something wrong.
 */
export async function backupCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const { fill, cli } = words;
  const out = args.values.get('out');
  const { copy, drill } = await inFolder(args, environment, async ({ backend }) => {
    // A drill alone needs no new copy.
    const made = args.flags.has('drill') && out === undefined ? null : await copyOf(backend, out);
    const result = args.flags.has('drill')
      ? await backend.call('backups.drill', { task: 'drill', copy: null })
      : null;
    return { copy: made, drill: result };
  });
  return {
    json: { copy, drill },
    lines: [
      ...(copy ? [fill(cli.backup.done, { file: copy.file, n: String(copy.counts.dossiers) })] : []),
      ...(drill ? drillLines(drill, words) : []),
    ],
    exit: drill === null || drill.ok ? 0 : 1,
  };
}

async function copyOf(backend: Backend, out: string | undefined) {
  if (out !== undefined) {
    const path = resolve(out);
    await backend.call('backups.save', { target: backend.files.register(path) });
    return described(path);
  }
  const { last } = await backend.call('backups.now', {});
  return last === null ? null : described(backend.files.resolve(last.token));
}

async function described(path: string) {
  const { manifest } = await readHead(path);
  return {
    file: basename(path),
    size: statSync(path).size,
    madeAt: manifest.madeAt,
    unit: manifest.unit,
    counts: manifest.counts,
  };
}

function drillLines({ ok, file, report, problems }: DrillResult, { fill, cli }: Words): string[] {
  const compared =
    report === null
      ? cli.backup.noReport
      : fill(cli.backup.compared, {
          period: report.period,
          n: String(report.figures),
          differing: report.differing.length === 0 ? '0' : report.differing.join(', '),
          corrections: String(report.corrections),
        });
  return [
    fill(ok ? cli.backup.drillOk : cli.backup.drillBad, { file }),
    `  ${compared}`,
    ...problems.map((problem) => `  ${problem}`),
  ];
}
