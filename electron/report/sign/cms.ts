import { sha256Bytes } from '#electron/common/sha256.ts';
import { readCertificate } from '../asn1/certificate.ts';
import {
  nothing,
  objectIdentifier,
  octets,
  sequence,
  setOf,
  smallInteger,
  sorted,
  tagged,
  tlv,
} from '../asn1/der-writer.ts';
import { OID } from '../asn1/oids.ts';
import { PSS_SALT, type ReportSigner } from './signer.ts';

/**
 * A detached CMS signature for PAdES baseline B (ETSI EN 319 142-1): SHA-256; content type, message digest and
 * signing-certificate-v2 as the only attributes, no signing time (it stands in the PDF's `/M`). All certificates
 * are named in signing-certificate-v2, so that none of them can be exchanged.
 */
export async function buildCms(digest: Buffer, signer: ReportSigner): Promise<Buffer> {
  const certificates = [signer.certificate, ...signer.chain];
  const attributes = sorted([
    attribute(OID.contentType, objectIdentifier(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    // ESSCertIDv2 with the default hash algorithm SHA-256 (RFC 5035).
    attribute(
      OID.signingCertificateV2,
      sequence(sequence(...certificates.map((der) => sequence(octets(sha256Bytes(der)))))),
    ),
  ]);
  const signature = await signer.sign(setOf(...attributes));
  const { issuer, serialBytes } = readCertificate(signer.certificate);
  const sha256 = sequence(objectIdentifier(OID.sha256));
  const signatureAlgorithm =
    signer.keyType === 'EC'
      ? sequence(objectIdentifier(OID.ecdsaWithSha256))
      : signer.padding === 'pkcs1'
        ? sequence(objectIdentifier(OID.sha256WithRsa), nothing())
        : pssAlgorithm();
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serialBytes),
    sha256,
    tagged(0, ...attributes),
    signatureAlgorithm,
    octets(signature),
  );
  const signedData = sequence(
    smallInteger(1),
    setOf(sha256),
    sequence(objectIdentifier(OID.data)),
    tagged(0, ...sorted(certificates)),
    setOf(signerInfo),
  );
  return sequence(objectIdentifier(OID.signedData), tagged(0, signedData));
}

function attribute(oid: string, value: Buffer): Buffer {
  return sequence(objectIdentifier(oid), tlv(0x31, value));
}

/** RSASSA-PSS with SHA-256 for hash and mask (RFC 4055); the parameters of the hash are left out, as signers do. */
function pssAlgorithm(): Buffer {
  const sha256 = sequence(objectIdentifier(OID.sha256));
  return sequence(
    objectIdentifier(OID.rsaPss),
    sequence(
      tagged(0, sha256),
      tagged(1, sequence(objectIdentifier(OID.mgf1), sha256)),
      tagged(2, smallInteger(PSS_SALT)),
    ),
  );
}
