import { openAppKey } from '#electron/report/sign/app-key.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { openToken } from '#electron/token/token-signer.ts';
import { AppError } from '#shared/errors.ts';
import type { SigningKey } from '#shared/ipc/contract/keys.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { rememberDriver } from './drivers.ts';

/**
 * Opens a key, lets `work` sign with it, and closes it whatever happens (a token is logged out). Throws `AppError`
 * KEY_UNREADABLE, KEY_PASSPHRASE_WRONG, KEY_UNSUITABLE, INPUT_MISSING, RECORD_UNKNOWN, TOKEN_….
 */
export async function withSigner<T>(
  workspace: Workspace,
  key: SigningKey,
  now: string,
  work: (signer: ReportSigner) => Promise<T>,
): Promise<T> {
  const signer = await openKey(workspace, key, now);
  try {
    return await work(signer);
  } finally {
    await signer.close?.();
  }
}

/** Opens a key; whoever calls this closes it. */
async function openKey(workspace: Workspace, key: SigningKey, now: string): Promise<ReportSigner> {
  const { store, files, tokens } = workspace;
  switch (key.kind) {
    case 'p12':
      return openP12(readSmallFile(files.resolve(key.file), MOST_BYTES.key), key.passphrase, now);
    case 'app': {
      const record = store.keys.get(key.keyId);
      if (record === null) throw new AppError('RECORD_UNKNOWN', { id: key.keyId });
      return openAppKey(
        { envelope: Buffer.from(record.envelope), certificate: Buffer.from(record.certificate) },
        key.passphrase,
        now,
      );
    }
    case 'token': {
      if (tokens === undefined) throw new AppError('NOT_ALLOWED_HERE', { channel: 'token' });
      const { slot, certificate, pin, finalTry } = key;
      const driver = files.resolve(key.driver);
      const signer = await openToken(tokens.launch, { driver, slot, certificate, pin, finalTry }, now);
      await rememberDriver(workspace, driver);
      return signer;
    }
  }
}
