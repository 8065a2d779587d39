import { scrypt, timingSafeEqual } from 'node:crypto';

/** Costs of new passphrases: 32 MB and about a tenth of a second on an office PC (OWASP's scrypt setting). */
export const COSTS: ScryptCosts = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;

export interface ScryptCosts {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** A passphrase as versions before the keyring kept it, in JSON: scrypt with its own salt and costs. */
interface PassphraseHash {
  readonly salt: string;
  readonly hash: string;
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 bytes out of a passphrase; the same letters in decomposed form are the same passphrase. */
export function deriveKey(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCosts): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFC'),
      salt,
      LENGTH,
      { N, r, p, maxmem: 256 * (N + p) * r + 65_536 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** A kept hash taken apart. */
export const keptHash = (hash: string): PassphraseHash => JSON.parse(hash) as PassphraseHash;

/** Whether a passphrase is the one that was hashed by a version that kept hashes. */
export async function passphraseMatches(hash: string, passphrase: string): Promise<boolean> {
  const kept = keptHash(hash);
  const key = await deriveKey(passphrase, Buffer.from(kept.salt, 'hex'), kept);
  const expected = Buffer.from(kept.hash, 'hex');
  return key.length === expected.length && timingSafeEqual(key, expected);
}
