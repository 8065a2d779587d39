import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256Hex } from '#electron/common/sha256.ts';
import {
  children,
  type DerElement,
  DerError,
  expectTag,
  fields,
  readBoolean,
  readElement,
  readInteger,
  readOid,
  readText,
  readTime,
  readWhole,
} from './der-reader.ts';
import { OID } from './oids.ts';

/** What a signature check asks of an X.509 certificate (RFC 5280). */
export interface Certificate {
  readonly der: Buffer;
  /** SHA-256 of the certificate, lower-case hex: the fingerprint that people compare. */
  readonly sha256: string;
  /** Hex digits of the serial number. */
  readonly serial: string;
  readonly serialBytes: Buffer;
  /** Name as DER, for exact comparison. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly subjectNames: readonly { readonly oid: string; readonly value: string }[];
  /** Milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
  /** Basic constraints say that it may issue certificates. */
  readonly authority: boolean;
  /** Key usage bits by number (0 digitalSignature, 1 nonRepudiation, 5 keyCertSign); null where not restricted. */
  readonly keyUsage: ReadonlySet<number> | null;
  /** Signed part, algorithm identifier and signature, for checking it against its issuer. */
  readonly signed: Buffer;
  readonly algorithm: DerElement;
  readonly signature: Buffer;
}

const parsed = new Map<string, Certificate>();

/** Reads a certificate in DER. Throws {@link DerError} for anything else. */
export function readCertificate(der: Buffer): Certificate {
  const sha256 = sha256Hex(der);
  const known = parsed.get(sha256);
  if (known) return known;
  const certificate = parse(Buffer.from(der), sha256);
  if (parsed.size > 500) parsed.clear();
  parsed.set(sha256, certificate);
  return certificate;
}

function parse(der: Buffer, sha256: string): Certificate {
  const [signed, algorithm, signatureBits] = fields(readWhole(der, 0x30), 0x30, 0x30, 0x03) as [
    DerElement,
    DerElement,
    DerElement,
  ];
  const parts = children(signed);
  const version = parts[0]?.tag === 0xa0 ? readInteger(children(parts.shift() as DerElement)[0]) : '00';
  const [serial, innerAlgorithm, issuer, validity, subject, key, ...rest] = parts;
  if (!expectTag(innerAlgorithm, 0x30).bytes.equals(algorithm.bytes))
    throw new DerError('two signature algorithms');
  const [notBefore, notAfter] = children(expectTag(validity, 0x30));
  const extensions = rest.find(({ tag }) => tag === 0xa3);
  if (extensions && version !== '02') throw new DerError('extensions need version 3');
  const { authority, keyUsage } = readExtensions(extensions);
  return {
    der,
    sha256,
    serial: readInteger(serial),
    serialBytes: expectTag(serial, 0x02).bytes,
    issuer: expectTag(issuer, 0x30).bytes,
    subject: expectTag(subject, 0x30).bytes,
    subjectNames: readNames(expectTag(subject, 0x30)),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: readKey(expectTag(key, 0x30).bytes),
    authority,
    keyUsage,
    signed: signed.bytes,
    algorithm,
    signature: bitString(signatureBits),
  };
}

/** Far beyond the keys of authorities (4096 bits, 65537); what is larger only keeps whoever checks it busy. */
const LONGEST_MODULUS = 16_384;
const LARGEST_EXPONENT = 2n ** 64n;

function readKey(der: Buffer): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    throw new DerError('public key cannot be read');
  }
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength > LONGEST_MODULUS || publicExponent >= LARGEST_EXPONENT)
    throw new DerError('public key of a size that no machine makes');
  return key;
}

/** Content of a BIT STRING of whole bytes. */
export function bitString(element: DerElement): Buffer {
  const { content } = expectTag(element, 0x03);
  if (content[0] !== 0) throw new DerError('bit string of another form');
  return content.subarray(1);
}

function readNames(name: DerElement): { oid: string; value: string }[] {
  return children(name).flatMap((set) =>
    children(expectTag(set, 0x31)).map((pair) => {
      const [oid, value] = children(expectTag(pair, 0x30));
      if (value === undefined) throw new DerError('name without value');
      return { oid: readOid(oid), value: readText(value).normalize('NFC') };
    }),
  );
}

function readExtensions(extensions: DerElement | undefined): {
  authority: boolean;
  keyUsage: ReadonlySet<number> | null;
} {
  let authority = false;
  let keyUsage: Set<number> | null = null;
  const list = extensions === undefined ? [] : children(expectTag(children(extensions)[0], 0x30));
  const seen = new Set<string>();
  for (const extension of list) {
    const parts = children(expectTag(extension, 0x30));
    const oid = readOid(parts.shift());
    if (seen.has(oid)) throw new DerError('extension twice');
    seen.add(oid);
    if (parts[0]?.tag === 0x01) readBoolean(parts.shift() as DerElement);
    const value = expectTag(parts.shift(), 0x04).content;
    if (oid === OID.basicConstraints) {
      const [first] = children(readWhole(value, 0x30));
      authority = first?.tag === 0x01 && readBoolean(first);
    } else if (oid === OID.keyUsage) {
      keyUsage = readBits(readWhole(value, 0x03));
    }
  }
  return { authority, keyUsage };
}

function readBits({ content }: DerElement): Set<number> {
  const bits = new Set<number>();
  content.subarray(1).forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1) if (byte & (0x80 >> bit)) bits.add(index * 8 + bit);
  });
  return bits;
}

/** Common name, else all names, for people. */
export function subjectText({ subjectNames }: Certificate): string {
  return nameText(subjectNames);
}

/** The same of who issued it; null where the holder did. */
export function issuerText({ issuer, subject }: Certificate): string | null {
  return issuer.equals(subject) ? null : nameText(readNames(readWhole(issuer, 0x30)));
}

function nameText(names: readonly { readonly oid: string; readonly value: string }[]): string {
  const byOid = (oid: string): string | undefined => names.find((name) => name.oid === oid)?.value;
  const shown = [byOid(OID.commonName), byOid(OID.organization)].filter(
    (value, index, all) => value !== undefined && all.indexOf(value) === index,
  );
  return (shown.length > 0 ? shown.join(', ') : names.map(({ value }) => value).join(', ')).slice(0, 300);
}

/** `ECDSA P-256`, `RSA 2048`, for people. */
export function keyText(key: KeyObject): string {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec')
    return `ECDSA ${namedCurve === 'prime256v1' ? 'P-256' : namedCurve === 'secp384r1' ? 'P-384' : namedCurve}`;
  return `${(key.asymmetricKeyType ?? '?').toUpperCase()} ${modulusLength ?? ''}`.trim();
}

/** Certificates of a file: PEM (one or more) or one in DER. Throws {@link DerError} when there is none. */
export function readCertificateFile(bytes: Buffer): Certificate[] {
  const text = bytes.toString('latin1');
  if (!text.includes('-----BEGIN')) {
    const whole = readElement(bytes);
    return [readCertificate(whole.bytes)];
  }
  const found = [
    ...text.matchAll(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/g),
  ].map((match) => readCertificate(Buffer.from(match[1] ?? '', 'base64')));
  if (found.length === 0) throw new DerError('no certificate');
  return found;
}
