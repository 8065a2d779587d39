import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type Profile, profile } from '#shared/ipc/contract/app.ts';
import type { ImportResult } from '#shared/ipc/contract/imports.ts';
import { importOptions } from '#shared/ipc/contract/imports.ts';
import type { FileTokens, Workspace } from '../context.ts';
import { handlerOf } from '../handler-groups.ts';
import type { Store } from '../ports.ts';
import { initialise } from './initialise.ts';
import type { Session } from './session.ts';

/** Lists of the sample commune, in the order in which they are imported. */
export const SAMPLE_LISTS = ['phuoc-an-2024-q1.xlsx', 'phuoc-an-2024-q2.csv'] as const;

export function sampleProfile(resourcesDir: string): Profile {
  return profile.parse(JSON.parse(readFileSync(join(resourcesDir, 'sample', 'profile.json'), 'utf8')));
}

/** Fills a new folder with the sample commune, through the same import as any list. */
export async function fillSample(
  store: Store,
  session: Session,
  resourcesDir: string,
  files: FileTokens,
  workspace: () => Promise<Workspace>,
): Promise<void> {
  const sample = sampleProfile(resourcesDir);
  await initialise(store, { profile: sample, passphraseOf: () => null, backupFolder: null });
  const [first] = sample.users;
  if (first !== undefined) await session.signIn(store, first.login, '');
  for (const name of SAMPLE_LISTS)
    await importWhole(await workspace(), files.register(join(resourcesDir, 'sample', name)));
}

/** Imports a file as it is now, everything found by the program. */
export async function importWhole(workspace: Workspace, file: string): Promise<ImportResult> {
  const handler = await handlerOf('imports.commit');
  const sha256 = await fileSha256(workspace.files.resolve(file));
  return (await handler(
    { file, options: importOptions.parse({}), task: `import-${file}`, sha256 },
    workspace,
  )) as ImportResult;
}

/** SHA-256 of a file's bytes, lower-case hex. Throws `AppError` INPUT_MISSING or INPUT_UNREADABLE. */
export function fileSha256(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('error', (cause: NodeJS.ErrnoException) => {
        const code = cause.code === 'ENOENT' ? 'INPUT_MISSING' : 'INPUT_UNREADABLE';
        reject(new AppError(code, { file: basename(path) }, { cause }));
      })
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('hex')));
  });
}
