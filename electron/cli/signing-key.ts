import { AppError } from '#shared/errors.ts';
import type { SigningKey } from '#shared/ipc/contract/keys.ts';
import { existingFile } from './commands/import.ts';
import type { Environment } from './environment.ts';
import { type Arguments, wrong } from './parse-arguments.ts';

/** The key of a command before the data folder is open: paths are checked, nothing is read. */
export type KeyArgument = (register: (path: string) => string) => SigningKey;

/**
 * The key that `--key FILE.p12` or `--token DRIVER [--slot N] [--certificate SHA256] [--final-try]` names; passphrase
 * and PIN come from SCL_KEY_PASSPHRASE and SCL_TOKEN_PIN. Throws `AppError` USAGE or INPUT_MISSING.
 */
export function keyArgument(args: Arguments, { environment }: Environment): KeyArgument {
  const [key, token] = [args.values.get('key'), args.values.get('token')];
  if ((key === undefined) === (token === undefined))
    throw wrong('key-or-token', args.command, { given: '--key' });
  if (key !== undefined) {
    const file = existingFile(key);
    const passphrase = environment.SCL_KEY_PASSPHRASE ?? '';
    return (register) => ({ kind: 'p12', file: register(file), passphrase });
  }
  const driver = driverFile(token ?? '');
  const slot = slotOption(args);
  const certificate = prefixOption(args);
  const pin = environment.SCL_TOKEN_PIN ?? '';
  const finalTry = args.flags.has('final-try');
  return (register) => ({ kind: 'token', driver: register(driver), slot, certificate, pin, finalTry });
}

/** A driver that is there. Throws `AppError` TOKEN_DRIVER_MISSING. */
export function driverFile(path: string): string {
  try {
    return existingFile(path);
  } catch (cause) {
    throw new AppError('TOKEN_DRIVER_MISSING', { file: path }, { cause });
  }
}

function slotOption(args: Arguments): number | null {
  const given = args.values.get('slot');
  if (given === undefined) return null;
  if (!/^\d{1,10}$/.test(given)) throw wrong('number', args.command, { given: `--slot ${given}` });
  return Number(given);
}

/** Blanks and colons between the digits are allowed: people copy fingerprints in groups. */
function prefixOption(args: Arguments): string | null {
  const given = args.values.get('certificate');
  if (given === undefined) return null;
  const digits = given.replace(/[\s:]/g, '').toLowerCase();
  if (!/^[0-9a-f]{4,64}$/.test(digits))
    throw wrong('fingerprint', args.command, { given: `--certificate ${given}` });
  return digits;
}
