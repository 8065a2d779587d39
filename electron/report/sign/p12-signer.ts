import { createPrivateKey, type KeyObject, sign, verify } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { type Certificate, readCertificate } from '../asn1/certificate.ts';
import { children, type DerElement, readElement, readInteger } from '../asn1/der-reader.ts';
import { chainOf } from './chain.ts';
import { asksTooMuch } from './p12-costs.ts';
import { type ReportSigner, signWith } from './signer.ts';
import { demandSuitable } from './suitable.ts';

/**
 * Opens a .p12/.pfx file. The passphrase is used in NFC, the form in which keyboards and other programs write it.
 * Throws `AppError` KEY_UNREADABLE (no such file form, no key inside), KEY_PASSPHRASE_WRONG, or KEY_UNSUITABLE
 * (weak or other key, certificate not for signing or outside its time at `now`, UTC ISO 8601).
 */
export async function openP12(bytes: Buffer, passphrase: string, now: string): Promise<ReportSigner> {
  if (!looksLikeP12(bytes)) throw new AppError('KEY_UNREADABLE', { reason: 'not-p12' });
  if (asksTooMuch(bytes)) throw new AppError('KEY_UNREADABLE', { reason: 'costs' });
  const { certificates, key } = await unlock(bytes, passphrase.normalize('NFC'));
  const leaf = certificates.find(({ publicKey }) => samePublicKey(publicKey, key));
  if (!leaf) throw new AppError('KEY_UNSUITABLE', { reason: 'no-certificate' });
  const keyType = demandSuitable(leaf, now);
  return {
    certificate: leaf.der,
    chain: chainOf(leaf, certificates).map(({ der }) => der),
    keyType,
    sign: (data) => signWith(key, data),
  };
}

/** PFX ::= SEQUENCE { version INTEGER (3), authSafe SEQUENCE, macData SEQUENCE OPTIONAL }; BER lengths occur. */
function looksLikeP12(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30) return false;
  if (bytes[1] === 0x80) return bytes.subarray(2, 5).equals(Buffer.from([0x02, 0x01, 0x03]));
  try {
    const [version, authSafe] = children(readElement(bytes)) as [DerElement?, DerElement?];
    return readInteger(version) === '03' && authSafe?.tag === 0x30;
  } catch {
    return false;
  }
}

/** The library's signer holds an extractable WebCrypto key; its PKCS#8 gives a key that signs without WebCrypto. */
async function unlock(
  bytes: Buffer,
  passphrase: string,
): Promise<{ certificates: Certificate[]; key: KeyObject }> {
  const { P12Signer } = await import('@libpdf/core');
  try {
    const opened = (await P12Signer.create(new Uint8Array(bytes), passphrase)) as unknown as {
      readonly certificate: Uint8Array;
      readonly certificateChain: readonly Uint8Array[];
      readonly privateKey: CryptoKey;
    };
    const pkcs8 = await globalThis.crypto.subtle.exportKey('pkcs8', opened.privateKey);
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    const certificates = [opened.certificate, ...opened.certificateChain].map((der) =>
      readCertificate(Buffer.from(der)),
    );
    return { certificates, key };
  } catch (cause) {
    throw faultOf(cause);
  }
}

type CryptoKey = Parameters<typeof globalThis.crypto.subtle.exportKey>[1];

function faultOf(cause: unknown): AppError {
  const message = cause instanceof Error ? cause.message : '';
  if (/invalid password|integrity/i.test(message)) return new AppError('KEY_PASSPHRASE_WRONG', {}, { cause });
  if (/unsupported key|namedCurve|curve/i.test(message))
    return new AppError('KEY_UNSUITABLE', { reason: 'algorithm' }, { cause });
  // Files without a MAC show a wrong passphrase only by what decrypts to nonsense.
  if (/decrypt|padding|bad data|operation/i.test(message))
    return new AppError('KEY_PASSPHRASE_WRONG', {}, { cause });
  return new AppError('KEY_UNREADABLE', { reason: 'damaged' }, { cause });
}

function samePublicKey(a: KeyObject, privateKey: KeyObject): boolean {
  const probe = Buffer.from('so-chat-luong');
  try {
    return verify('sha256', probe, a, sign('sha256', probe, privateKey));
  } catch {
    return false;
  }
}
