import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { isoDay } from './manifest-form.ts';

/** How a raw Ed25519 public key stands in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const RAW_LENGTH = 32;
/** More links than a program of this kind will ever have; bounds the work on a hostile file. */
const MAX_LINKS = 50;

/** A public update key: 32 bytes as base64, as it stands in package.json (`updateKeys`). */
export type UpdateKey = string;

/** Short name of a key: the first 16 digits of the SHA-256 of its bytes. Throws RangeError for what is no key. */
export function keyId(key: UpdateKey): string {
  return createHash('sha256').update(rawKey(key)).digest('hex').slice(0, 16);
}

/** Whether the signature over exactly these bytes was made with this key. */
export function verifySignature(key: UpdateKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, rawKey(key)]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, bytes, publicKey, signature);
}

function rawKey(key: UpdateKey): Buffer {
  const raw = Buffer.from(key, 'base64');
  if (raw.length !== RAW_LENGTH || raw.toString('base64') !== key) throw new RangeError('not an update key');
  return raw;
}

const base64 = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);
const keyText = base64.refine((text) => {
  try {
    return keyId(text) !== '';
  } catch {
    return false;
  }
});

/** What the holder of a key says of the next one; signed with the key that `by` names. */
const introduction = z.strictObject({
  format: z.literal('scl-update-key'),
  formatVersion: z.literal(1),
  key: keyText,
  from: isoDay,
  /** Short names of keys that count no longer, for whoever learns of this one. */
  retires: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(10),
});
export type Introduction = z.infer<typeof introduction>;

/** Form of `keys.json` in a package: introductions in their order, each with its exact bytes. */
export const chain = z
  .array(z.strictObject({ statement: base64, by: z.string().regex(/^[0-9a-f]{16}$/), signature: base64 }))
  .max(MAX_LINKS);
export type Chain = z.infer<typeof chain>;

/**
 * The keys that count after following a chain of introductions from those built into the program. A link that is not
 * signed by a key that counts at that point ends the walk: what stands behind it is not believed either.
 */
export function keysAfter(builtIn: readonly UpdateKey[], links: Chain): Map<string, UpdateKey> {
  const known = new Map(builtIn.map((key) => [keyId(key), key]));
  for (const link of links) {
    const signer = known.get(link.by);
    const bytes = Buffer.from(link.statement, 'base64');
    if (signer === undefined || !verifySignature(signer, bytes, Buffer.from(link.signature, 'base64'))) break;
    const said = readJson(bytes);
    const parsed = introduction.safeParse(said);
    if (!parsed.success) break;
    known.set(keyId(parsed.data.key), parsed.data.key);
    for (const retired of parsed.data.retires) known.delete(retired);
  }
  return known;
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
