import { createHash } from 'node:crypto';
import { type Certificate, keyText, readCertificate } from '../../asn1/certificate.ts';
import {
  children,
  type DerElement,
  DerError,
  expectTag,
  readOid,
  readTime,
  readWhole,
} from '../../asn1/der-reader.ts';
import { OID } from '../../asn1/oids.ts';
import { type CheckedSignature, checkSignature, issued, readHash } from '../cms.ts';
import { demand, Rejection } from '../rejection.ts';
import { definite } from './ber.ts';

const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** A signature of another program that fits its bytes. */
export interface ForeignSignature extends CheckedSignature {
  /** The signing-time attribute, milliseconds; null without one. */
  readonly statedAt: number | null;
}

/**
 * Checks a detached CMS signature as other programs make it (RFC 5652, PAdES or the older `adbe.pkcs7.detached`):
 * one signer, signed attributes with content type and digest, SHA-256 or better. Certificates that are no link of
 * the signer's chain, revocation data and unsigned attributes are left aside. Throws {@link Rejection}, `DerError`.
 */
export function checkForeignCms(contents: Buffer, signedParts: readonly Buffer[]): ForeignSignature {
  const [type, content, ...more] = children(readWhole(definite(contents), 0x30));
  demand(readOid(type) === OID.signedData && more.length === 0, 'SIGNATURE_ENCODING');
  const parts = children(only(expectTag(content, 0xa0), 0x30));
  const [version, , encapsulated, ...rest] = parts;
  expectTag(version, 0x02);
  const [contentType, ...inside] = children(expectTag(encapsulated, 0x30));
  demand(readOid(contentType) === OID.data && inside.length === 0, 'SIGNATURE_ENCODING');
  const certificates = readBag(rest.find(({ tag }) => tag === 0xa0));
  const info = readSignerInfos(expectTag(rest.at(-1), 0x31));
  const attributes = readAttributes(info.attributes);
  const hash = readHash(info.digestAlgorithm);
  const digest = createHash(hash.name);
  for (const part of signedParts) digest.update(part);
  demand(digest.digest().equals(attributes.messageDigest), 'DIGEST_DIFFERS');
  const signer = certificates.find((one) => info.names(one));
  if (!signer) throw new Rejection('CERTIFICATE_MISMATCH');
  if (attributes.signerHash !== null)
    demand(signer.sha256 === attributes.signerHash.toString('hex'), 'CERTIFICATE_MISMATCH');
  const signed = Buffer.concat([Buffer.from([0x31]), info.attributes.bytes.subarray(1)]);
  const { older } = checkSignature(
    info.signatureAlgorithm,
    hash,
    signer.publicKey,
    signed,
    info.signature,
    true,
  );
  return {
    signer,
    certificates: chainOf(signer, certificates),
    algorithm: `${keyText(signer.publicKey)}${older ? ' (PKCS#1 v1.5)' : ''}, ${hash.shown}`,
    older,
    statedAt: attributes.statedAt,
  };
}

function only(parent: DerElement, tag: number): DerElement {
  const [single, ...more] = children(parent);
  if (more.length > 0) throw new DerError('more than one');
  return expectTag(single, tag);
}

/** The certificates that can be read; a bag may also hold kinds that nothing here depends on. */
function readBag(set: DerElement | undefined): Certificate[] {
  return (set === undefined ? [] : children(set)).slice(0, 50).flatMap((element) => {
    try {
      return [readCertificate(expectTag(element, 0x30).bytes)];
    } catch (error) {
      if (error instanceof DerError) return [];
      throw error;
    }
  });
}

interface SignerInfo {
  /** Issuer and serial number as they stand. */
  readonly sid: Buffer;
  readonly digestAlgorithm: DerElement;
  readonly attributes: DerElement;
  readonly signatureAlgorithm: DerElement;
  readonly signature: Buffer;
  names(certificate: Certificate): boolean;
}

/** One signer; PoDoFo states the same one twice, of which the last is looked at. */
function readSignerInfos(set: DerElement): SignerInfo {
  const infos = children(set).map((element) => readSigner(expectTag(element, 0x30)));
  const last = infos.at(-1);
  if (!last || infos.length > 2 || infos.some(({ sid }) => !sid.equals(last.sid)))
    throw new DerError('another number of signers');
  return last;
}

function readSigner(element: DerElement): SignerInfo {
  const [version, sid, digestAlgorithm, attributes, signatureAlgorithm, signature, unsigned, ...more] =
    children(element);
  expectTag(version, 0x02);
  if (unsigned !== undefined) expectTag(unsigned, 0xa1);
  demand(sid !== undefined && more.length === 0, 'SIGNATURE_ENCODING');
  // Issuer and serial number; the form by key identifier is left to programs that nobody has met here.
  const [issuer, serial] = children(expectTag(sid, 0x30));
  const [issuerBytes, serialBytes] = [expectTag(issuer, 0x30).bytes, expectTag(serial, 0x02).bytes];
  return {
    sid: sid.bytes,
    digestAlgorithm: expectTag(digestAlgorithm, 0x30),
    attributes: expectTag(attributes, 0xa0),
    signatureAlgorithm: expectTag(signatureAlgorithm, 0x30),
    signature: expectTag(signature, 0x04).content,
    names: (certificate) =>
      certificate.issuer.equals(issuerBytes) && certificate.serialBytes.equals(serialBytes),
  };
}

function readAttributes(set: DerElement): {
  messageDigest: Buffer;
  signerHash: Buffer | null;
  statedAt: number | null;
} {
  const values = new Map<string, DerElement>();
  for (const attribute of children(set)) {
    const [oid, value, ...more] = children(expectTag(attribute, 0x30));
    const [single, ...others] = children(expectTag(value, 0x31));
    demand(
      single !== undefined && others.length + more.length === 0 && !values.has(readOid(oid)),
      'SIGNATURE_ENCODING',
    );
    values.set(readOid(oid), single);
  }
  demand(readOid(values.get(OID.contentType)) === OID.data, 'SIGNATURE_ENCODING');
  const time = values.get(SIGNING_TIME);
  return {
    messageDigest: expectTag(values.get(OID.messageDigest), 0x04).content,
    signerHash: readSignerHash(values.get(OID.signingCertificateV2)),
    statedAt: time === undefined ? null : readTime(time),
  };
}

/** The signer's hash of signing-certificate-v2 where it is SHA-256, its default. */
function readSignerHash(attribute: DerElement | undefined): Buffer | null {
  if (attribute === undefined) return null;
  const [first] = children(expectTag(children(expectTag(attribute, 0x30))[0], 0x30));
  const [algorithm, second] = children(expectTag(first, 0x30));
  if (algorithm?.tag === 0x04) return algorithm.content;
  const oid = readOid(children(expectTag(algorithm, 0x30))[0]);
  return oid === OID.sha256 ? expectTag(second, 0x04).content : null;
}

/** The signer's certificate and those that issued it, link by link. */
function chainOf(signer: Certificate, bag: readonly Certificate[]): Certificate[] {
  const chain = [signer];
  for (let last = signer; chain.length < 10; ) {
    const next = bag.find(
      (one) => !chain.includes(one) && one.authority && one.subject.equals(last.issuer) && issued(one, last),
    );
    if (!next) break;
    chain.push(next);
    last = next;
  }
  return chain;
}
