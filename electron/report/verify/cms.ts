import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { type Certificate, keyText, readCertificate } from '../asn1/certificate.ts';
import {
  children,
  type DerElement,
  expectTag,
  fields,
  readInteger,
  readOid,
  readWhole,
} from '../asn1/der-reader.ts';
import { OID } from '../asn1/oids.ts';
import { demand, Rejection } from './rejection.ts';

/** A signature that fits the signed bytes; whether its signer is trusted is another matter. */
export interface CheckedSignature {
  readonly signer: Certificate;
  /** All certificates of the signature, the signer's first, in the order that the signature itself names. */
  readonly certificates: readonly Certificate[];
  /** `ECDSA P-256, SHA-256`, for people. */
  readonly algorithm: string;
  /** RSA PKCS#1 v1.5: accepted, and said so. */
  readonly older: boolean;
}

const HASHES: Readonly<Record<string, { name: string; length: number; shown: string }>> = {
  [OID.sha256]: { name: 'sha256', length: 32, shown: 'SHA-256' },
  [OID.sha384]: { name: 'sha384', length: 48, shown: 'SHA-384' },
  [OID.sha512]: { name: 'sha512', length: 64, shown: 'SHA-512' },
};
type Hash = (typeof HASHES)[string];

/**
 * Checks a detached CMS signature over the two signed parts: strict DER, one signer, only the attributes that PAdES
 * baseline B asks for, every certificate named (and so protected) by signing-certificate-v2. Throws
 * {@link Rejection} or `DerError`.
 */
export function checkCms(cms: Buffer, signedParts: readonly Buffer[]): CheckedSignature {
  const [type, content] = fields(readWhole(cms, 0x30), 0x06, 0xa0) as [DerElement, DerElement];
  demand(readOid(type) === OID.signedData, 'SIGNATURE_ENCODING');
  const [version, digests, encapsulated, certificateSet, signers] = fields(
    only(content, 0x30),
    0x02,
    0x31,
    0x30,
    0xa0,
    0x31,
  ) as FiveElements;
  demand(readInteger(version) === '01', 'SIGNATURE_ENCODING');
  demand(readOid(only(encapsulated, 0x06)) === OID.data, 'SIGNATURE_ENCODING');
  const info = readSignerInfo(only(signers, 0x30));
  demand(only(digests, 0x30).bytes.equals(info.digestAlgorithm.bytes), 'SIGNATURE_ENCODING');
  const hash = readHash(info.digestAlgorithm);
  const attributes = readAttributes(info.attributes);

  const digest = createHash(hash.name);
  for (const part of signedParts) digest.update(part);
  demand(digest.digest().equals(attributes.messageDigest), 'DIGEST_DIFFERS');

  const certificates = readCertificates(certificateSet, attributes.certificateHashes);
  const [signer] = certificates;
  if (!signer) throw new Rejection('CERTIFICATE_MISMATCH');
  demand(signer.issuer.equals(info.issuer) && signer.serialBytes.equals(info.serial), 'CERTIFICATE_MISMATCH');
  // The signature is over the attributes as a SET OF, although they are stored under the tag [0].
  const signed = Buffer.concat([Buffer.from([0x31]), info.attributes.bytes.subarray(1)]);
  const { older } = checkSignature(info.signatureAlgorithm, hash, signer.publicKey, signed, info.signature);
  return {
    signer,
    certificates,
    algorithm: `${keyText(signer.publicKey)}${older ? ' (PKCS#1 v1.5)' : signer.publicKey.asymmetricKeyType === 'rsa' ? ' (PSS)' : ''}, ${hash.shown}`,
    older,
  };
}

type FiveElements = [DerElement, DerElement, DerElement, DerElement, DerElement];

function only(parent: DerElement, tag: number): DerElement {
  return fields(parent, tag)[0] as DerElement;
}

interface SignerInfo {
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly digestAlgorithm: DerElement;
  readonly attributes: DerElement;
  readonly signatureAlgorithm: DerElement;
  readonly signature: Buffer;
}

function readSignerInfo(element: DerElement): SignerInfo {
  const [version, sid, digestAlgorithm, attributes, signatureAlgorithm, signature] = fields(
    element,
    0x02,
    0x30,
    0x30,
    0xa0,
    0x30,
    0x04,
  ) as [...FiveElements, DerElement];
  demand(readInteger(version) === '01', 'SIGNATURE_ENCODING');
  const [issuer, serial] = fields(sid, 0x30, 0x02) as [DerElement, DerElement];
  return {
    issuer: issuer.bytes,
    serial: serial.bytes,
    digestAlgorithm,
    attributes,
    signatureAlgorithm,
    signature: signature.content,
  };
}

/** SHA-256, -384 or -512, with absent or NULL parameters. */
export function readHash(algorithm: DerElement): Hash {
  const [oid, parameters, ...rest] = children(expectTag(algorithm, 0x30));
  demand(
    rest.length === 0 && (parameters === undefined || parameters.bytes.equals(NULL)),
    'SIGNATURE_ENCODING',
  );
  const hash = HASHES[readOid(oid)];
  if (hash === undefined) throw new Rejection('WEAK_ALGORITHM');
  return hash;
}

const NULL = Buffer.from([0x05, 0x00]);

/** Content type, message digest, signing-certificate-v2: each once, in DER order, nothing beside them. */
function readAttributes(set: DerElement): { messageDigest: Buffer; certificateHashes: Buffer[] } {
  const list = children(set);
  const values = new Map<string, DerElement>();
  list.forEach((attribute, index) => {
    const before = list[index - 1];
    demand(before === undefined || Buffer.compare(before.bytes, attribute.bytes) < 0, 'SIGNATURE_ENCODING');
    const [oid, value] = fields(expectTag(attribute, 0x30), 0x06, 0x31) as [DerElement, DerElement];
    const [single, ...more] = children(value);
    demand(single !== undefined && more.length === 0 && !values.has(readOid(oid)), 'SIGNATURE_ENCODING');
    values.set(readOid(oid), single);
  });
  demand(
    [...values.keys()].sort().join() ===
      [OID.contentType, OID.messageDigest, OID.signingCertificateV2].sort().join(),
    'SIGNATURE_ENCODING',
  );
  demand(readOid(values.get(OID.contentType)) === OID.data, 'SIGNATURE_ENCODING');
  const certificates = only(expectTag(values.get(OID.signingCertificateV2), 0x30), 0x30);
  return {
    messageDigest: expectTag(values.get(OID.messageDigest), 0x04).content,
    // ESSCertIDv2 with the default SHA-256 and without issuerSerial, as the writer makes it.
    certificateHashes: children(certificates).map((id) => only(expectTag(id, 0x30), 0x04).content),
  };
}

/** The certificates in the order of their hashes; every one is named once, none is left over. */
function readCertificates(set: DerElement, hashes: readonly Buffer[]): Certificate[] {
  const given = children(set).map((element) => readCertificate(expectTag(element, 0x30).bytes));
  demand(given.length === hashes.length && hashes.length > 0, 'CERTIFICATE_UNEXPECTED');
  const ordered = hashes.map((hash) => given.find(({ sha256 }) => sha256 === hash.toString('hex')));
  demand(
    ordered.every((one) => one !== undefined) && new Set(ordered).size === ordered.length,
    'CERTIFICATE_MISMATCH',
  );
  return ordered as Certificate[];
}

export function checkSignature(
  algorithm: DerElement,
  hash: Hash,
  key: KeyObject,
  data: Buffer,
  signature: Buffer,
  /** Other programs leave the NULL of an RSA algorithm out. */
  parametersMayMiss = false,
): { older: boolean } {
  const [oidElement, parameters, ...rest] = children(algorithm);
  const oid = readOid(oidElement);
  demand(rest.length === 0, 'SIGNATURE_ENCODING');
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec') {
    demand(namedCurve === 'prime256v1' || namedCurve === 'secp384r1', 'WEAK_ALGORITHM');
    demand(oid === ECDSA[hash.name] && parameters === undefined, 'SIGNATURE_ENCODING');
    demand(verify(hash.name, data, key, signature), 'SIGNATURE_INVALID');
    return { older: false };
  }
  demand(key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048, 'WEAK_ALGORITHM');
  if (oid === OID.rsaPss) {
    readPss(parameters, hash);
    demand(
      verify(
        hash.name,
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: hash.length },
        signature,
      ),
      'SIGNATURE_INVALID',
    );
    return { older: false };
  }
  demand(
    (oid === OID.rsaEncryption || oid === RSA[hash.name]) &&
      (parameters === undefined ? parametersMayMiss : parameters.bytes.equals(NULL)),
    'SIGNATURE_ENCODING',
  );
  demand(
    verify(hash.name, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature),
    'SIGNATURE_INVALID',
  );
  return { older: true };
}

const ECDSA: Readonly<Record<string, string>> = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
};
const RSA: Readonly<Record<string, string>> = {
  sha256: OID.sha256WithRsa,
  sha384: OID.sha384WithRsa,
  sha512: OID.sha512WithRsa,
};

/** One hash for message and mask, a salt of its length, no other trailer (RFC 4055). */
function readPss(parameters: DerElement | undefined, hash: Hash): void {
  const [digest, mask, salt] = fields(expectTag(parameters, 0x30), 0xa0, 0xa1, 0xa2) as [
    DerElement,
    DerElement,
    DerElement,
  ];
  demand(readHash(only(digest, 0x30)) === hash, 'SIGNATURE_ENCODING');
  const [generator, inner] = fields(only(mask, 0x30), 0x06, 0x30) as [DerElement, DerElement];
  demand(readOid(generator) === OID.mgf1 && readHash(inner) === hash, 'SIGNATURE_ENCODING');
  demand(Number.parseInt(readInteger(only(salt, 0x02)), 16) === hash.length, 'SIGNATURE_ENCODING');
}

/** Whether `issuer` signed `certificate` with an algorithm that still counts. */
export function issued(issuer: Certificate, certificate: Certificate): boolean {
  const [oidElement, parameters] = children(certificate.algorithm);
  const oid = readOid(oidElement);
  const key = issuer.publicKey;
  for (const hash of Object.values(HASHES)) {
    if (key.asymmetricKeyType === 'ec' && oid === ECDSA[hash.name])
      return verify(hash.name, certificate.signed, key, certificate.signature);
    if (key.asymmetricKeyType === 'rsa' && oid === RSA[hash.name])
      return verify(hash.name, certificate.signed, key, certificate.signature);
  }
  if (key.asymmetricKeyType !== 'rsa' || oid !== OID.rsaPss) return false;
  const digest = children(expectTag(parameters, 0x30)).find(({ tag }) => tag === 0xa0);
  const hash = digest === undefined ? undefined : readHash(only(digest, 0x30));
  if (hash === undefined) return false;
  readPss(parameters, hash);
  return verify(
    hash.name,
    certificate.signed,
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: hash.length },
    certificate.signature,
  );
}
