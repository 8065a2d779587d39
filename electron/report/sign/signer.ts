import { constants, type KeyObject, sign } from 'node:crypto';

/** A key that can sign a report, whatever holds it: a .p12 file, the app's own envelope, a token. */
export interface ReportSigner {
  /** DER. */
  readonly certificate: Buffer;
  /** Intermediate certificates towards the root, DER, without the root. */
  readonly chain: readonly Buffer[];
  readonly keyType: 'RSA' | 'EC';
  /**
   * How an RSA key signed, to be read after signing; PSS when absent. Tokens without PSS sign PKCS#1 v1.5, which the
   * reader accepts and labels.
   */
  readonly padding?: 'pss' | 'pkcs1';
  /** Signs with SHA-256: RSASSA-PSS with a salt of 32 bytes (TT 15/2025/TT-BKHCN), or ECDSA in DER. */
  sign(data: Buffer): Promise<Buffer> | Buffer;
  /** Logs out of a token; whoever opened the key calls it. */
  close?(): Promise<void>;
}

/** Length of the salt of RSASSA-PSS, that of the hash (RFC 4055). */
export const PSS_SALT = 32;

/** Signs with a private key held in memory, as {@link ReportSigner.sign} asks. */
export function signWith(key: KeyObject, data: Buffer): Buffer {
  if (key.asymmetricKeyType !== 'rsa') return sign('sha256', data, key);
  return sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PSS_SALT });
}
