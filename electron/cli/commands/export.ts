import { statSync } from 'node:fs';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { ledgers as en } from '#shared/i18n/en/ledgers.ts';
import { remarks as enRemarks } from '#shared/i18n/en/remarks.ts';
import { formatCount } from '#shared/i18n/format.ts';
import { ledgers as vi } from '#shared/i18n/vi/ledgers.ts';
import { remarks as viRemarks } from '#shared/i18n/vi/remarks.ts';
import { IMPORT_KINDS, type ImportKind } from '#shared/ipc/contract/imports.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, choiceOption, required, wrong } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { writablePath } from './report.ts';

/**
 * `export --data DIR --kind K --out FILE.xlsx [--show-ids --reason TEXT]`: writes every record of a kind as a workbook that
 * imports back unchanged. ID numbers of dossiers are masked unless somebody who may see them says why they are not.
 */
export async function exportRecords(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const file = writablePath(required(args, 'out'));
  const kind = choiceOption(args, 'kind', IMPORT_KINDS) ?? 'dossiers';
  const numbers = numbersOf(args, kind);
  const { rows } = await inFolder(args, environment, ({ backend }) => {
    const target = backend.files.register(file);
    return kind === 'dossiers'
      ? backend.call('dossiers.export', { filter: {}, target, task: 'export', numbers })
      : backend.call('ledgers.export', { ledger: kind, filter: {}, target });
  });
  const { size } = statSync(file);
  const { fill, cli, lang } = words;
  const name = nameOf(kind, lang);
  return {
    json: { file, kind, rows, sha256: await fileSha256(file), size },
    lines: [
      fill(cli.export.done, { rows: formatCount(rows, lang), name, file, size: formatCount(size, lang) }),
    ],
    exit: 0,
  };
}

/** Why ID numbers are written whole; null: they are not. */
function numbersOf(args: Arguments, kind: ImportKind): { reason: string } | null {
  const reason = args.values.get('reason')?.trim() ?? '';
  if (!args.flags.has('show-ids')) {
    if (reason !== '') throw wrong('missing', args.command, { given: '--show-ids' });
    return null;
  }
  // No other list has any.
  if (kind !== 'dossiers') throw wrong('surplus', args.command, { given: '--show-ids' });
  if (reason === '') throw wrong('missing', args.command, { given: '--reason' });
  return { reason };
}

function nameOf(kind: ImportKind, lang: 'vi' | 'en'): string {
  if (kind === 'dossiers') return (lang === 'vi' ? viRemarks : enRemarks).dossiersSheet;
  return (lang === 'vi' ? vi : en)[kind].name;
}
