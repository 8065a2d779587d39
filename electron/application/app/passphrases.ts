import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costs of new hashes: 32 MB and about a tenth of a second on an office PC (OWASP's scrypt setting). */
const COSTS = { N: 2 ** 15, r: 8, p: 3 } as const;
const LENGTH = 32;

/** A passphrase as it is kept, in JSON: scrypt with its own salt and costs. */
interface PassphraseHash {
  readonly salt: string;
  readonly hash: string;
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

function derive(
  passphrase: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Hashes a passphrase for keeping; the same letters in decomposed form are the same passphrase. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(passphrase, salt, COSTS);
  const kept: PassphraseHash = { salt: salt.toString('hex'), hash: key.toString('hex'), ...COSTS };
  return JSON.stringify(kept);
}

/** Whether a passphrase is the one that was hashed; a user without one signs in freely. */
export async function passphraseMatches(hash: string | null, passphrase: string): Promise<boolean> {
  if (hash === null) return true;
  const kept = JSON.parse(hash) as PassphraseHash;
  const key = await derive(passphrase, Buffer.from(kept.salt, 'hex'), kept);
  const expected = Buffer.from(kept.hash, 'hex');
  return key.length === expected.length && timingSafeEqual(key, expected);
}
