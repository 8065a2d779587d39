import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** DER before the 32 bytes of an X25519 key: private (PKCS#8) and public (SubjectPublicKeyInfo), RFC 8410. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const PUBLIC_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** 32 bytes derived from a secret for one purpose. */
export function deriveBytes(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `so-chat-luong ${purpose}`, 32));
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PRIVATE_HEAD, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length);
}

/** The public half of the key pair that 32 secret bytes stand for. */
export function publicKeyOf(seed: Uint8Array): Buffer {
  return rawPublic(createPublicKey(privateKeyOf(seed)));
}

/**
 * Encrypts something so that only the holder of the private half can read it (X25519, HKDF-SHA-256, AES-256-GCM).
 * `about` is bound to it: opened for another purpose or person it fails. Base64.
 */
export function seal(secret: Uint8Array, publicKey: Uint8Array, about: string): string {
  const receiver = createPublicKey({
    key: Buffer.concat([PUBLIC_HEAD, publicKey]),
    format: 'der',
    type: 'spki',
  });
  const own = generateKeyPairSync('x25519');
  const ownPublic = rawPublic(own.publicKey);
  const key = sharedKey(own.privateKey, receiver, ownPublic, publicKey);
  return Buffer.concat([ownPublic, encrypt(secret, key, about)]).toString('base64');
}

/** Opposite of {@link seal}; null where the seed is not the right one or something was changed. */
export function unseal(sealed: string, seed: Uint8Array, about: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= PUBLIC_LENGTH) return null;
  try {
    const privateKey = privateKeyOf(seed);
    const senderRaw = bytes.subarray(0, PUBLIC_LENGTH);
    const sender = createPublicKey({
      key: Buffer.concat([PUBLIC_HEAD, senderRaw]),
      format: 'der',
      type: 'spki',
    });
    const key = sharedKey(privateKey, sender, senderRaw, rawPublic(createPublicKey(privateKey)));
    return decrypt(bytes.subarray(PUBLIC_LENGTH), key, about);
  } catch {
    return null;
  }
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, from: Uint8Array, to: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey, publicKey });
  const key = hkdfSync('sha256', shared, Buffer.concat([from, to]), 'so-chat-luong seal', 32);
  shared.fill(0);
  return Buffer.from(key);
}

/** AES-256-GCM: nonce, text, tag. */
export function encrypt(secret: Uint8Array, key: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** Opposite of {@link encrypt}. Throws where key, text or `about` do not fit. */
export function decrypt(box: Uint8Array, key: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_LENGTH));
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-TAG_LENGTH));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
}

/** HMAC-SHA-256 over a value as JSON, for one purpose: only who has the key can make it. Lower-case hex. */
export function macOfValue(value: unknown, key: Uint8Array, purpose: string): string {
  return createHmac('sha256', deriveBytes(key, purpose)).update(canonical(value)).digest('hex');
}

/** Whether two MACs of the same length, in hex, are equal; takes as long wherever they differ. */
export function sameMac(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
