import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { type ReportSigner, signWith } from '#electron/report/sign/signer.ts';
import type { Trust, TrustedSigner } from '#electron/report/verify/trust.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';

x509.cryptoProvider.set('default', globalThis.crypto as never);

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

export interface TestKey extends ReportSigner {
  readonly key: KeyObject;
  readonly sha256: string;
  readonly pair: { privateKey: unknown; publicKey: unknown };
  readonly x509: x509.X509Certificate;
}

export interface KeyWish {
  readonly name?: string;
  readonly organization?: string;
  readonly type?: 'EC' | 'RSA';
  readonly bits?: number;
  readonly curve?: string;
  readonly issuer?: TestKey;
  readonly authority?: boolean;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly usage?: number;
  readonly serial?: string;
}

/** A key with its certificate, signed by itself or by `issuer`; valid 2024 to 2044. */
export async function makeKey(wish: KeyWish = {}): Promise<TestKey> {
  const { name = 'Trần Thị Mẫu', type = 'EC', issuer, authority = false } = wish;
  const algorithm =
    type === 'EC'
      ? { ...EC, namedCurve: wish.curve ?? 'P-256' }
      : { ...RSA, modulusLength: wish.bits ?? 2048 };
  const pair = (await globalThis.crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as {
    privateKey: unknown;
    publicKey: unknown;
  };
  const subject = [
    { CN: [{ utf8String: name }] },
    ...(wish.organization ? [{ O: [{ utf8String: wish.organization }] }] : []),
  ];
  const common = {
    serialNumber: wish.serial ?? `01${randomBytes(8).toString('hex')}`,
    notBefore: new Date(wish.notBefore ?? '2024-01-01T00:00:00Z'),
    notAfter: new Date(wish.notAfter ?? '2044-01-01T00:00:00Z'),
    extensions: [
      new x509.BasicConstraintsExtension(authority, undefined, true),
      new x509.KeyUsagesExtension(
        wish.usage ??
          (authority
            ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature
            : x509.KeyUsageFlags.digitalSignature),
        true,
      ),
    ],
  };
  const certificate = issuer
    ? await x509.X509CertificateGenerator.create({
        ...common,
        subject: subject as never,
        issuer: issuer.x509.subjectName,
        publicKey: pair.publicKey as never,
        signingKey: issuer.pair.privateKey as never,
        signingAlgorithm: issuer.keyType === 'EC' ? EC : RSA,
      })
    : await x509.X509CertificateGenerator.createSelfSigned({
        ...common,
        name: subject as never,
        keys: pair as never,
        signingAlgorithm: type === 'EC' ? EC : RSA,
      });
  const der = Buffer.from(certificate.rawData);
  const key = createPrivateKey({
    key: Buffer.from(await globalThis.crypto.subtle.exportKey('pkcs8', pair.privateKey as never)),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    certificate: der,
    chain: [],
    keyType: type,
    key,
    sign: (data) => signWith(key, data),
    sha256: readCertificate(der).sha256,
    pair,
    x509: certificate,
  };
}

/** Trusts a key for a unit; null: for any. */
export function trusting(key: { readonly sha256: string }, terms: Partial<TrustedSigner> = {}): Trust {
  return {
    ...NO_TRUST,
    signers: [{ sha256: key.sha256, unitCode: null, from: null, to: null, revokedOn: null, ...terms }],
  };
}

export function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

export function keyPem(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }) as string;
}
