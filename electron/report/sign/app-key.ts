import { createCipheriv, createDecipheriv, createPrivateKey, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { readCertificate } from '../asn1/certificate.ts';
import { type ReportSigner, signWith } from './signer.ts';
import { demandSuitable } from './suitable.ts';

/** A key that the app made: the private part only inside its envelope. */
export interface AppKey {
  /** JSON in UTF-8, see {@link openAppKey}. */
  readonly envelope: Buffer;
  /** DER. */
  readonly certificate: Buffer;
}

/** 128 MB and about half a second per try on an office PC. */
const COSTS = { N: 2 ** 17, r: 8, p: 1 } as const;
const YEARS = 5;

const envelopeForm = z.strictObject({
  form: z.literal('so-chat-luong/key'),
  version: z.literal(1),
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  cipher: z.literal('aes-256-gcm'),
  iv: z.string().regex(/^[0-9a-f]{24}$/),
  tag: z.string().regex(/^[0-9a-f]{32}$/),
  data: z.string().regex(/^([0-9a-f]{2}){1,4096}$/),
});

/** Names that go into the certificate. */
export interface KeyOwner {
  readonly name: string;
  readonly unitName: string;
  readonly unitCode: string;
}

/**
 * Makes a P-256 key with a certificate signed by itself, valid for five years from `now` (UTC, ISO 8601). The
 * private key (PKCS#8) is kept only under the passphrase: scrypt, then AES-256-GCM.
 */
export async function createAppKey(owner: KeyOwner, passphrase: string, now: string): Promise<AppKey> {
  const { pkcs8, certificate } = await makeKey(owner, now);
  return { envelope: await seal(pkcs8, passphrase), certificate };
}

/** A signer whose key is kept nowhere and gone with it: for trying out what a signature would be. */
export async function throwAwaySigner(owner: KeyOwner, now: string): Promise<ReportSigner> {
  const { pkcs8, certificate } = await makeKey(owner, now);
  return signerOf(pkcs8, certificate, now);
}

async function makeKey(owner: KeyOwner, now: string): Promise<{ pkcs8: Buffer; certificate: Buffer }> {
  // x509 needs the metadata shim before it is loaded, hence the order.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const { crypto } = globalThis;
  x509.cryptoProvider.set('default', crypto as never);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notBefore = new Date(now);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: new x509.Name([
      { CN: [{ utf8String: clean(owner.name) }] },
      { O: [{ utf8String: clean(owner.unitName) }] },
      // The unit's code, so that the receiver sees for whom the key is meant to speak.
      { '2.5.4.97': [{ utf8String: clean(owner.unitCode) }] },
    ]).toJSON() as never,
    notBefore,
    notAfter,
    keys: keys as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return { pkcs8, certificate: Buffer.from(certificate.rawData) };
}

/**
 * Opens a key that the app made. Throws `AppError` KEY_PASSPHRASE_WRONG, KEY_UNREADABLE (damaged envelope) or
 * KEY_UNSUITABLE (outside its time at `now`).
 */
export async function openAppKey(
  { envelope, certificate }: AppKey,
  passphrase: string,
  now: string,
): Promise<ReportSigner> {
  return signerOf(await unseal(envelope, passphrase), certificate, now);
}

function signerOf(pkcs8: Buffer, certificate: Buffer, now: string): ReportSigner {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const keyType = demandSuitable(readCertificate(certificate), now);
  return { certificate, chain: [], keyType, sign: (data) => signWith(key, data) };
}

async function seal(secret: Buffer, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, COSTS), iv);
  const data = Buffer.concat([cipher.update(secret), cipher.final()]);
  const envelope: z.infer<typeof envelopeForm> = {
    form: 'so-chat-luong/key',
    version: 1,
    kdf: 'scrypt',
    ...COSTS,
    salt: salt.toString('hex'),
    cipher: 'aes-256-gcm',
    iv: iv.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    data: data.toString('hex'),
  };
  return Buffer.from(JSON.stringify(envelope), 'utf8');
}

async function unseal(bytes: Buffer, passphrase: string): Promise<Buffer> {
  let envelope: z.infer<typeof envelopeForm>;
  try {
    envelope = envelopeForm.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new AppError('KEY_UNREADABLE', { reason: 'damaged' }, { cause });
  }
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await derive(passphrase, Buffer.from(envelope.salt, 'hex'), envelope),
    Buffer.from(envelope.iv, 'hex'),
  );
  decipher.setAuthTag(Buffer.from(envelope.tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(envelope.data, 'hex')), decipher.final()]);
  } catch (cause) {
    throw new AppError('KEY_PASSPHRASE_WRONG', {}, { cause });
  }
}

function derive(
  passphrase: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 64);
}
