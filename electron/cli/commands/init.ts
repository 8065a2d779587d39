import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createFolder } from '#electron/application/app/folder.ts';
import { checkProfile, initialise } from '#electron/application/app/initialise.ts';
import { MOST_BYTES, readSmallFile } from '#electron/application/app/read-small-file.ts';
import { storeOpener } from '#electron/application/app/store-opener.ts';
import { AppError } from '#shared/errors.ts';
import { newPassphrase, type Profile, profile, SHORTEST_PASSPHRASE } from '#shared/ipc/contract/app.ts';
import type { Environment, Outcome } from '../environment.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/**
 * `init --data DIR --profile FILE.json`: makes a data folder; SCL_PASSPHRASE becomes every user's passphrase. A script
 * may leave it empty or short, which is said: whoever has such a folder can read it.
 */
export async function init(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const unit = readProfile(required(args, 'profile'));
  await makeFolder(required(args, 'data'), unit, environment);
  if (!newPassphrase.safeParse(environment.environment.SCL_PASSPHRASE ?? '').success)
    environment.stderr.write(
      `${words.fill(words.cli.init.open, { given: 'SCL_PASSPHRASE', least: String(SHORTEST_PASSPHRASE) })}\n`,
    );
  const { users, ...rest } = unit;
  return {
    json: { dataDir: resolve(required(args, 'data')), ...rest, users },
    lines: [
      words.fill(words.cli.init.done, { unit: unit.unit.name }),
      words.fill(words.cli.init.users, {
        users: users.map(({ login, name }) => `${name} (${login})`).join(', '),
      }),
    ],
    exit: 0,
  };
}

/**
 * Makes the folder, encrypted. Throws DATA_FOLDER_NOT_EMPTY when anything lies in it.
 */
export async function makeFolder(
  dataDir: string,
  unit: Profile,
  { resourcesDir, environment }: Environment,
): Promise<void> {
  const dir = resolve(dataDir);
  checkProfile(unit, resourcesDir);
  demandEmpty(dir);
  const passphrase = environment.SCL_PASSPHRASE ?? '';
  const folder = createFolder(dir, storeOpener);
  try {
    const people = unit.users.map(({ login, name }) => ({ login, name, passphrase }));
    await initialise(await folder.create(people), { profile: unit, backupFolder: null });
  } finally {
    folder.close();
  }
}

function demandEmpty(dir: string): void {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new AppError('OUTPUT_UNWRITABLE', { file: dir });
  if (namesIn(dir).length > 0) throw new AppError('DATA_FOLDER_NOT_EMPTY', { file: dir });
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: dir }, { cause });
  }
}

/** Reads a profile. Throws INPUT_MISSING, INPUT_UNREADABLE, FILE_TOO_LARGE, or RECORD_INVALID naming the wrong fields. */
export function readProfile(path: string): Profile {
  const text = readSmallFile(path, MOST_BYTES.profile).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', { file: path }, { cause });
  }
  const parsed = profile.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => [issue.path.map(String).join('.'), issue.code] as const);
  throw new AppError('RECORD_INVALID', { file: path }, { fieldErrors: Object.fromEntries(fields) });
}
