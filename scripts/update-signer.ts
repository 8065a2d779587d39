import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
} from 'node:crypto';
import { keyId, type UpdateKey } from '#electron/application/update/keys.ts';

/** Of the passphrase's work: about half a second and 128 MB. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MAX_MEMORY = 256 * 1024 * 1024;

/** The file of a private update key: the key under a passphrase, and the public part in the open. */
export interface KeyFile {
  readonly format: 'scl-update-private-key';
  readonly publicKey: UpdateKey;
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
}

/** A private key that is open for signing. */
export interface UpdateSigner {
  readonly publicKey: UpdateKey;
  readonly id: string;
  sign(bytes: Uint8Array): Buffer;
}

/** Makes a new key. */
export function makeKey(passphrase: string): KeyFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', derive(passphrase, salt), iv);
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  const sealed = Buffer.concat([cipher.update(der), cipher.final(), cipher.getAuthTag()]);
  return {
    format: 'scl-update-private-key',
    publicKey: publicOf(privateKey),
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** Opens a key file. Throws RangeError for a wrong passphrase or a file that is none. */
export function openKey(file: KeyFile, passphrase: string): UpdateSigner {
  if (file.format !== 'scl-update-private-key') throw new RangeError('not a private update key');
  const sealed = Buffer.from(file.sealed, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derive(passphrase, Buffer.from(file.salt, 'base64')),
    Buffer.from(file.iv, 'base64'),
  );
  decipher.setAuthTag(sealed.subarray(-16));
  let der: Buffer;
  try {
    der = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch (cause) {
    throw new RangeError('wrong passphrase', { cause });
  }
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = publicOf(privateKey);
  return { publicKey, id: keyId(publicKey), sign: (bytes) => sign(null, bytes, privateKey) };
}

function derive(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { ...COST, maxmem: MAX_MEMORY });
}

function publicOf(key: KeyObject): UpdateKey {
  const { x } = key.export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url').toString('base64');
}
