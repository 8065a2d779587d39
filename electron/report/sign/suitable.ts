import { AppError } from '#shared/errors.ts';
import type { Certificate } from '../asn1/certificate.ts';

/**
 * Checks a certificate before it signs (TT 15/2025/TT-BKHCN): RSA of at least 2048 bits, P-256 or P-384, meant
 * for signatures, within its time at `now` (UTC, ISO 8601). Returns the key's type; throws `AppError` KEY_UNSUITABLE.
 */
export function demandSuitable(certificate: Certificate, now: string): 'RSA' | 'EC' {
  const { publicKey, keyUsage, notBefore, notAfter } = certificate;
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const unsuitable = (reason: string): AppError => new AppError('KEY_UNSUITABLE', { reason });
  if (keyUsage !== null && !keyUsage.has(0) && !keyUsage.has(1)) throw unsuitable('not-for-signing');
  const time = Date.parse(now);
  if (time < notBefore) throw unsuitable('not-yet-valid');
  if (time > notAfter) throw unsuitable('expired');
  if (publicKey.asymmetricKeyType === 'rsa') {
    if ((modulusLength ?? 0) < 2048) throw unsuitable('too-short');
    return 'RSA';
  }
  if (publicKey.asymmetricKeyType === 'ec' && (namedCurve === 'prime256v1' || namedCurve === 'secp384r1'))
    return 'EC';
  throw unsuitable('algorithm');
}
