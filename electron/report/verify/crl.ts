import { bitString, type Certificate } from '../asn1/certificate.ts';
import {
  children,
  type DerElement,
  DerError,
  expectTag,
  fields,
  readInteger,
  readTime,
  readWhole,
} from '../asn1/der-reader.ts';
import { issued } from './cms.ts';

/** A certificate revocation list (RFC 5280 §5). */
export interface Crl {
  readonly issuer: Buffer;
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  /** Serial number in hex → milliseconds. */
  readonly revoked: ReadonlyMap<string, number>;
  readonly signed: Buffer;
  readonly algorithm: DerElement;
  readonly signature: Buffer;
}

/** Reads a revocation list, PEM or DER. Throws {@link DerError} for anything else. */
export function readCrl(bytes: Buffer): Crl {
  const pem = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END/.exec(bytes.toString('latin1'));
  const der = pem ? Buffer.from(pem[1] ?? '', 'base64') : bytes;
  const [signed, algorithm, signature] = fields(readWhole(der, 0x30), 0x30, 0x30, 0x03) as [
    DerElement,
    DerElement,
    DerElement,
  ];
  const parts = children(signed);
  if (parts[0]?.tag === 0x02) parts.shift();
  const [inner, issuer, thisUpdate, ...rest] = parts;
  if (!expectTag(inner, 0x30).bytes.equals(algorithm.bytes)) throw new DerError('two signature algorithms');
  const nextUpdate = rest[0]?.tag === 0x17 || rest[0]?.tag === 0x18 ? readTime(rest.shift()) : null;
  const entries = rest[0]?.tag === 0x30 ? children(rest[0]) : [];
  return {
    issuer: expectTag(issuer, 0x30).bytes,
    thisUpdate: readTime(thisUpdate),
    nextUpdate,
    revoked: new Map(
      entries.map((entry) => {
        const [serial, time] = children(expectTag(entry, 0x30));
        return [readInteger(serial), readTime(time)];
      }),
    ),
    signed: signed.bytes,
    algorithm,
    signature: bitString(signature),
  };
}

/** When a certificate was revoked: milliseconds, null where a current list says it was not, `unknown` without one. */
export function revokedAt(
  certificate: Certificate,
  issuer: Certificate,
  crls: readonly Crl[],
  now: number,
): number | null | 'unknown' {
  const lists = crls.filter(
    (crl) => crl.issuer.equals(issuer.subject) && issued(issuer, { ...certificate, ...crl }),
  );
  for (const list of lists) {
    const time = list.revoked.get(certificate.serial);
    if (time !== undefined) return time;
  }
  return lists.some(({ nextUpdate }) => nextUpdate === null || now <= nextUpdate) ? null : 'unknown';
}
