import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PassphraseHash } from './documents.ts';

/** Costs of new hashes: 32 MB and about a tenth of a second on an office PC (OWASP's scrypt setting). */
const COSTS = { N: 2 ** 15, r: 8, p: 3 } as const;
const LENGTH = 32;

function derive(passphrase: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Hashes a passphrase for keeping; the same letters in decomposed form are the same passphrase. */
export async function hashPassphrase(passphrase: string): Promise<PassphraseHash> {
  const salt = randomBytes(16);
  const key = await derive(passphrase, salt, COSTS);
  return { salt: salt.toString('hex'), hash: key.toString('hex'), ...COSTS };
}

/** Whether a passphrase is the one that was hashed; a user without one signs in freely. */
export async function passphraseMatches(kept: PassphraseHash | null, passphrase: string): Promise<boolean> {
  if (kept === null) return true;
  const key = await derive(passphrase, Buffer.from(kept.salt, 'hex'), kept);
  const expected = Buffer.from(kept.hash, 'hex');
  return key.length === expected.length && timingSafeEqual(key, expected);
}
