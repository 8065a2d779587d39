import { generateKeyPairSync, sign } from 'node:crypto';
import { keyId } from '#electron/application/update/keys.ts';
import type { UpdateSigner } from '../../../scripts/update-signer.ts';

/** An update key of a test: made anew, in memory only. */
export function makeTestSigner(): UpdateSigner {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x } = privateKey.export({ format: 'jwk' });
  const publicKey = Buffer.from(x ?? '', 'base64url').toString('base64');
  return { publicKey, id: keyId(publicKey), sign: (bytes) => sign(null, bytes, privateKey) };
}
