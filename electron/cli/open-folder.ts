import { resolve } from 'node:path';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import type { Workspace } from '#electron/application/context.ts';
import { AppError } from '#shared/errors.ts';
import type { Environment } from './environment.ts';
import { type Arguments, required } from './parse-arguments.ts';
import { createWords } from './words.ts';

/** An open data folder with somebody acting in it. */
export interface OpenFolder {
  readonly backend: Backend;
  readonly workspace: Workspace;
}

/**
 * Opens the folder of `--data`, signs in as `--user` or the first user (passphrase in SCL_PASSPHRASE), carries the
 * work out and closes the folder whatever happens. Throws DATA_FOLDER_MISSING, DATA_FOLDER_BUSY, PASSPHRASE_WRONG, …
 */
export async function inFolder<T>(
  args: Arguments,
  environment: Environment,
  work: (folder: OpenFolder) => Promise<T> | T,
): Promise<T> {
  return inFolderOf(required(args, 'data'), args.values.get('user') ?? null, args.lang, environment, work);
}

/** The same for a folder named by the caller. */
export async function inFolderOf<T>(
  dataDir: string,
  login: string | null,
  language: 'vi' | 'en',
  { resourcesDir, version, environment, launchToken, stderr }: Environment,
  work: (folder: OpenFolder) => Promise<T> | T,
): Promise<T> {
  const backend = createBackend({
    dataDir: resolve(dataDir),
    resourcesDir,
    version,
    environment,
    language,
    ownOnly: true,
    ...(launchToken === undefined ? {} : { launchToken }),
  });
  try {
    const state = await backend.open();
    if (state.kind === 'none') throw new AppError('DATA_FOLDER_MISSING', { file: dataDir });
    await backend.signIn(login, environment.SCL_PASSPHRASE ?? '');
    const workspace = await backend.workspace();
    if (backend.strangeKeyring > 0) {
      const { fill, cli } = createWords(language);
      stderr.write(`${fill(cli.strangeKeyring, { n: String(backend.strangeKeyring) })}\n`);
    }
    return await work({ backend, workspace });
  } finally {
    await backend.close();
  }
}
