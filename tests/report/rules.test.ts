import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
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
} from '#electron/report/asn1/der-writer.ts';
import { OID } from '#electron/report/asn1/oids.ts';
import { renderReport } from '#electron/report/pdf/render.ts';
import type { UnsignedPdf } from '#electron/report/pdf/unsigned-pdf.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { readSignatureField } from '#electron/report/verify/signature-field.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { type LooseObject, objectWith, rebuild } from './support/rebuild.ts';
import { resources, sampleReport } from './support/sample-report.ts';

// One case for each rule of the first revision that tampering.test.ts and dishonest.test.ts have not: every file is
// signed anew by a trusted key, so that nothing but the rule itself can refuse it.
//
// | rule | where it is tried |
// |---|---|
// | header, end, one table, tiling, duplicate keys, bounded inflate | dishonest.test.ts, flips.test.ts |
// | /Prev, /Encrypt, XRefStm, object and xref streams, indirect length, other filters, active entries, depth | here, file |
// | one signature field, sub-filter, ByteRange, hex, padding | dishonest.test.ts; filter, keys of field and form: here |
// | CMS: versions, content, signers, algorithms, attributes, certificates, unsigned parts | here, CMS |
// | trust: pin, chain, revocation, unit, time | signers.test.ts, data.test.ts |
// | attachment, JSON, schema, arithmetic, page | dishonest.test.ts, data.test.ts |

let key: TestKey;
let unsigned: Buffer;
beforeAll(async () => {
  key = await makeKey();
  unsigned = (await renderReport(sampleReport(), resources)).bytes;
});

async function expectRefused(pdf: Buffer, code: VerifyCode): Promise<void> {
  const { verdict, reasons } = await verifyReport(pdf, {
    trust: trusting(key),
    now: '2024-03-20T00:00:00Z',
    comparePages: true,
    resources,
  });
  expect(reasons.map((reason) => reason.code)).toContain(code);
  expect(verdict).toBe('invalid');
}

describe('the file', () => {
  const inHead =
    (text: string, from: string | RegExp, to: string) =>
    (objects: LooseObject[]): void => {
      const one = objectWith(objects, text);
      one.head = one.head.replace(from, to);
    };
  const inCatalog = (entry: string) => inHead('/Type /Catalog', '/Pages', `${entry}\n/Pages`);
  const cases: [string, VerifyCode, (objects: LooseObject[]) => void][] = [
    ['additional actions', 'FORBIDDEN_CONTENT', inCatalog('/AA 1 0 R')],
    ['layers', 'FORBIDDEN_CONTENT', inCatalog('/OCProperties 1 0 R')],
    ['permissions', 'FORBIDDEN_CONTENT', inCatalog('/Perms 1 0 R')],
    ['XFA', 'FORBIDDEN_CONTENT', inHead('/SigFlags', '/SigFlags', '/XFA 1 0 R\n/SigFlags')],
    ['a script', 'FORBIDDEN_CONTENT', inCatalog('/JS (x)')],
    ['a launch', 'FORBIDDEN_CONTENT', inCatalog('/Launch 1 0 R')],
    ['an address', 'FORBIDDEN_CONTENT', inCatalog('/URI 1 0 R')],
    ['an object stream', 'FORBIDDEN_CONTENT', inHead('/Type /ExtGState', '/ExtGState', '/ObjStm')],
    ['a cross-reference stream', 'FORBIDDEN_CONTENT', inHead('/Type /ExtGState', '/ExtGState', '/XRef')],
    [
      'an indirect length',
      'STRUCTURE_ALTERED',
      inHead('/Type /EmbeddedFile', /\/Length (\d+)/, '/Length $1 0 R'),
    ],
    ['another filter', 'STRUCTURE_ALTERED', inHead('/FlateDecode', '/FlateDecode', '/LZWDecode')],
    [
      'decoding parameters',
      'STRUCTURE_ALTERED',
      inHead('/FlateDecode', '/FlateDecode', '/FlateDecode\n/DecodeParms 1 0 R'),
    ],
    [
      'a stream of another file',
      'STRUCTURE_ALTERED',
      inHead('/FlateDecode', '/FlateDecode', '/FlateDecode\n/F (x)'),
    ],
    ['nested without end', 'STRUCTURE_ALTERED', inCatalog(`/Lang ${'['.repeat(20)}${']'.repeat(20)}`)],
    [
      'another filter of the signature',
      'SIGNATURE_FIELD',
      inHead('/Type /Sig\n', '/Adobe.PPKLite', '/Adobe.PPKMS'),
    ],
    ['a reason in the signature', 'SIGNATURE_FIELD', inHead('/Type /Sig\n', '/M (', '/Reason (x)\n/M (')],
    ['a field of another kind', 'SIGNATURE_FIELD', inHead('/FT /Sig', '/FT /Sig', '/FT /Btn')],
    ['a field with an appearance', 'SIGNATURE_FIELD', inHead('/FT /Sig', '/FT /Sig', '/AP 1 0 R\n/FT /Sig')],
    ['two fields', 'SIGNATURE_FIELD', inHead('/SigFlags', '/Fields [', '/Fields [1 0 R ')],
    [
      'default resources of the form',
      'SIGNATURE_FIELD',
      inHead('/SigFlags', '/SigFlags', '/DR 1 0 R\n/SigFlags'),
    ],
  ];
  it.each(cases)('%s: %s', async (_name, code, edit) => {
    await expectRefused(await signPdf(rebuild(unsigned, edit), key), code);
  });

  const trailers: [string, string][] = [
    ['/Prev', '/Prev 15'],
    ['/Encrypt', '/Encrypt 1 0 R'],
    ['/XRefStm', '/XRefStm 15'],
    ['an unknown entry', '/Z 1'],
  ];
  it.each(trailers)('%s in the trailer', async (_name, entry) => {
    const { bytes, signatureAt } = rebuild(unsigned, () => {});
    const at = bytes.lastIndexOf('/Root ', undefined, 'latin1');
    const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(`${entry}\n`), bytes.subarray(at)]);
    const pdf = await signPdf({ bytes: changed, signatureAt } satisfies UnsignedPdf, key);
    const { verdict } = await verifyReport(pdf, {
      trust: trusting(key),
      now: '2024-03-20T00:00:00Z',
      comparePages: true,
      resources,
    });
    expect(verdict).toBe('invalid');
  });
});

interface CmsParts {
  version: Buffer;
  digests: Buffer;
  content: Buffer;
  certificates: Buffer[];
  /** After the certificates, before the signers. */
  extra: Buffer[];
  signerVersion: Buffer;
  attributes: Buffer[];
  /** Keeps the order of the attributes as given. */
  unsorted: boolean;
  algorithm: Buffer;
  unsigned: Buffer[];
  copies: number;
}

const attribute = (oid: string, ...values: Buffer[]): Buffer =>
  sequence(objectIdentifier(oid), setOf(...values));

describe('the CMS', () => {
  /** The honest file with a CMS of its own making, each signature right over what it signs. */
  async function withCms(edit: (parts: CmsParts, digest: Buffer) => void): Promise<Buffer> {
    const pdf = await signPdf(
      rebuild(unsigned, () => {}),
      key,
    );
    const { signedParts } = readSignatureField(readPdfFile(pdf));
    const digest = createHash('sha256').update(signedParts[0]).update(signedParts[1]).digest();
    const sha256 = sequence(objectIdentifier(OID.sha256));
    const { issuer, serialBytes, sha256: print } = readCertificate(key.certificate);
    const parts: CmsParts = {
      version: smallInteger(1),
      digests: setOf(sha256),
      content: sequence(objectIdentifier(OID.data)),
      certificates: [key.certificate],
      extra: [],
      signerVersion: smallInteger(1),
      attributes: [
        attribute(OID.contentType, objectIdentifier(OID.data)),
        attribute(OID.messageDigest, octets(digest)),
        attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(Buffer.from(print, 'hex')))))),
      ],
      unsorted: false,
      algorithm: sequence(objectIdentifier(OID.ecdsaWithSha256)),
      unsigned: [],
      copies: 1,
    };
    edit(parts, digest);
    const attributes = parts.unsorted ? parts.attributes : sorted(parts.attributes);
    const signature = await key.sign(tlv(0x31, ...attributes));
    const info = sequence(
      parts.signerVersion,
      sequence(issuer, serialBytes),
      sha256,
      tagged(0, ...attributes),
      parts.algorithm,
      octets(signature),
      ...parts.unsigned,
    );
    const data = sequence(
      parts.version,
      parts.digests,
      parts.content,
      tagged(0, ...parts.certificates),
      ...parts.extra,
      tlv(0x31, ...Array.from({ length: parts.copies }, () => info)),
    );
    const hex = sequence(objectIdentifier(OID.signedData), tagged(0, data)).toString('hex');
    const text = pdf.toString('latin1');
    return Buffer.from(
      text.replace(
        /\/Contents <([0-9a-f]+)>/,
        (_, slot: string) => `/Contents <${hex.padEnd(slot.length, '0')}>`,
      ),
      'latin1',
    );
  }

  it('made by hand as the writer makes it is accepted', async () => {
    const { verdict, reasons } = await verifyReport(await withCms(() => {}), {
      trust: trusting(key),
      now: '2024-03-20T00:00:00Z',
      comparePages: true,
      resources,
    });
    expect([verdict, reasons]).toEqual(['valid', []]);
  });

  const SIGNING_TIME = '1.2.840.113549.1.9.5';
  const SHA1 = '1.3.14.3.2.26';
  const cases: [string, VerifyCode, (parts: CmsParts, digest: Buffer) => void][] = [
    [
      'another version',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.version = smallInteger(3);
      },
    ],
    [
      'another version of the signer',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.signerVersion = smallInteger(3);
      },
    ],
    [
      'content inside',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.content = sequence(objectIdentifier(OID.data), tagged(0, octets(Buffer.from('x'))));
      },
    ],
    [
      'content of another type',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.content = sequence(objectIdentifier(OID.signedData));
      },
    ],
    [
      'revocation lists',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.extra = [tagged(1, sequence())];
      },
    ],
    [
      'unsigned attributes',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.unsigned = [tagged(1, attribute(SIGNING_TIME, nothing()))];
      },
    ],
    [
      'two signers',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.copies = 2;
      },
    ],
    [
      'no signer',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.copies = 0;
      },
    ],
    [
      'a second digest algorithm',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.digests = setOf(sequence(objectIdentifier(OID.sha256)), sequence(objectIdentifier(OID.sha512)));
      },
    ],
    [
      'SHA-1 stated',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.digests = setOf(sequence(objectIdentifier(SHA1)));
      },
    ],
    [
      'another signature algorithm',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.algorithm = sequence(objectIdentifier(OID.sha256WithRsa), nothing());
      },
    ],
    [
      'parameters of the algorithm',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256), nothing());
      },
    ],
    [
      'attributes out of order',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes = sorted(parts.attributes).reverse() as Buffer[];
        parts.unsorted = true;
      },
    ],
    [
      'an attribute more',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes.push(attribute(SIGNING_TIME, nothing()));
      },
    ],
    [
      'an attribute twice',
      'SIGNATURE_ENCODING',
      (parts, digest) => {
        parts.attributes.push(attribute(OID.messageDigest, octets(digest), octets(Buffer.alloc(32))));
      },
    ],
    [
      'no content type',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes.splice(0, 1);
      },
    ],
    [
      'no digest',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes.splice(1, 1);
      },
    ],
    [
      'no signing certificate',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes.splice(2, 1);
      },
    ],
    [
      'content type of another kind',
      'SIGNATURE_ENCODING',
      (parts) => {
        parts.attributes[0] = attribute(OID.contentType, objectIdentifier(OID.signedData));
      },
    ],
    [
      'the digest of something else',
      'DIGEST_DIFFERS',
      (parts) => {
        parts.attributes[1] = attribute(OID.messageDigest, octets(Buffer.alloc(32)));
      },
    ],
    [
      'the hash of another certificate',
      'CERTIFICATE_MISMATCH',
      (parts) => {
        parts.attributes[2] = attribute(
          OID.signingCertificateV2,
          sequence(sequence(sequence(octets(Buffer.alloc(32))))),
        );
      },
    ],
    [
      'a certificate twice',
      'CERTIFICATE_UNEXPECTED',
      (parts) => {
        parts.certificates.push(key.certificate);
      },
    ],
    [
      'no certificate',
      'CERTIFICATE_UNEXPECTED',
      (parts) => {
        parts.certificates = [];
      },
    ],
  ];
  it.each(cases)('%s: %s', async (_name, code, edit) => {
    await expectRefused(await withCms(edit), code);
  });
});
