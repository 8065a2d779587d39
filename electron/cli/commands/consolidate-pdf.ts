import { clockFrom } from '#electron/application/app/clock.ts';
import { MOST_BYTES, readSmallFile } from '#electron/application/app/read-small-file.ts';
import type { Gathering } from '#electron/application/receiver/gather.ts';
import { signConsolidated } from '#electron/application/receiver/sign-consolidated.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import type { Environment } from '../environment.ts';
import { type Arguments, dateOption, required } from '../parse-arguments.ts';
import { existingFile } from './import.ts';
import { readProfile } from './init.ts';
import { writablePath } from './report.ts';

/** The signed consolidated report that was written. */
export interface SignedPdf {
  readonly file: string;
  readonly sha256: string;
}

/**
 * `--pdf FILE.pdf --key FILE.p12 --profile FILE.json [--number N] [--date D]` of `consolidate`: who reports is said by a
 * profile of the form of `init`. Everything is checked before the files are gathered; the function returned writes.
 * Null without `--pdf`. Throws `AppError` USAGE, INPUT_MISSING, KEY_….
 */
export async function pdfWriter(
  args: Arguments,
  { environment, resourcesDir, version }: Environment,
): Promise<((gathering: Gathering) => Promise<SignedPdf>) | null> {
  if (args.values.get('pdf') === undefined) return null;
  const file = writablePath(required(args, 'pdf'));
  const profile = readProfile(existingFile(required(args, 'profile')));
  const createdAt = clockFrom(environment).now();
  const date = dateOption(args, 'date') ?? null;
  const number = args.values.get('number') ?? null;
  const key = readSmallFile(existingFile(required(args, 'key')), MOST_BYTES.key);
  const signer = await openP12(key, environment.SCL_KEY_PASSPHRASE ?? '', createdAt);
  return async (gathering) => {
    const origin = { profile, number, date, version, sample: false, createdAt, resourcesDir };
    const pdf = await signConsolidated(gathering, origin, signer);
    await writeAtomically(file, pdf);
    return { file, sha256: sha256Hex(pdf) };
  };
}
