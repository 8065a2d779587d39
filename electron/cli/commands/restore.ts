import { join, resolve } from 'node:path';
import { createBackend } from '#electron/application/backend.ts';
import { REPLACED, replacedBooks } from '#electron/application/backups/swap.ts';
import { readCopy } from '#electron/application/backups/unpack.ts';
import { MENDED_BY_RESTORE } from '#shared/access/mended-by-restore.ts';
import { AppError } from '#shared/errors.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Environment, Outcome } from '../environment.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/**
 * `restore --from FILE --data DIR`: takes a copy into a data folder. It is opened by SCL_PASSPHRASE (of `--user`, or the
 * first person of the copy), or by SCL_RECOVERY_KEY, with SCL_PASSPHRASE as the new passphrase. Data that is there has
 * to be opened by the same person and is moved aside whole; data that is damaged is moved aside without that.
 */
export async function restoreCommand(
  args: Arguments,
  { resourcesDir, version, environment }: Environment,
  words: Words,
): Promise<Outcome> {
  const from = resolve(required(args, 'from'));
  const dataDir = resolve(required(args, 'data'));
  const { keyring } = await readCopy(from);
  const login = args.values.get('user') ?? keyring.people[0]?.login ?? '';
  const passphrase = environment.SCL_PASSPHRASE ?? '';
  const recoveryKey = environment.SCL_RECOVERY_KEY;
  const backend = createBackend({ dataDir, resourcesDir, version, environment, ownOnly: true });
  try {
    if ((await backend.open()).kind === 'locked') {
      await backend.signIn(login, passphrase).catch((fault: unknown) => {
        // What cannot be opened is mended; who may not open what is sound may not replace it.
        if (!(fault instanceof AppError) || !MENDED_BY_RESTORE.has(fault.code)) throw fault;
      });
    }
    const before = new Set(replacedBooks(dataDir).map(({ id }) => id));
    await backend.call('restore.open', { file: backend.files.register(from) });
    const contents = await backend.call('restore.unlock', {
      task: 'restore',
      by:
        recoveryKey === undefined
          ? { kind: 'passphrase', login, passphrase }
          : { kind: 'recovery', recoveryKey },
    });
    const person = recoveryKey === undefined ? null : { login, passphrase };
    await backend.call('restore.take', { person });
    const aside = replacedBooks(dataDir).find(({ id }) => !before.has(id));
    const { unit, madeAt, counts, span, lastReport } = contents;
    const replaced = aside === undefined ? null : join(dataDir, REPLACED, aside.id);
    const { fill, cli } = words;
    return {
      json: { dataDir, unit, madeAt, counts, span, lastReport, replaced },
      lines: [
        fill(cli.restore.done, { unit: unit.name, at: timeInVietnam(madeAt), n: String(counts.dossiers) }),
        ...(replaced === null ? [] : [fill(cli.restore.replaced, { folder: replaced })]),
      ],
      exit: 0,
    };
  } finally {
    await backend.close();
  }
}
