import { type Certificate, subjectText } from '../asn1/certificate.ts';

/** Who signed a file or a later save of it, where the signature fits the bytes. */
export interface FileSigner {
  /** Names of the certificate's holder in one line, as long as the certificate has them. */
  readonly subject: string;
  /** Of the certificate, lower-case hex. */
  readonly sha256: string;
  /** Of the signature, for people. */
  readonly algorithm: string;
  /** DER. */
  readonly certificate: Buffer;
}

/** The signer as an answer names it. */
export function fileSigner(certificate: Certificate, algorithm: string): FileSigner {
  const { sha256, der } = certificate;
  return { subject: subjectText(certificate), sha256, algorithm, certificate: der };
}
