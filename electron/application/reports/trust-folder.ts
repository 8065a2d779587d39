import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Certificate, readCertificateFile } from '#electron/report/asn1/certificate.ts';
import { applyHandOvers, type HandOverBytes } from '#electron/report/verify/apply-hand-overs.ts';
import { readCrl } from '#electron/report/verify/crl.ts';
import type { Trust, TrustedSigner } from '#electron/report/verify/trust.ts';
import { AppError } from '#shared/errors.ts';
import { localDate } from '#shared/ipc/contract/common.ts';
import { HAND_OVER_EXTENSION } from '#shared/keys/hand-over.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';

/** One entry of `enrolments.json` (docs/trust-folder.md). */
const enrolment = z
  .strictObject({
    /** Certificate file in the folder, PEM or DER. */
    certificate: z.string().min(1).max(255).optional(),
    /** SHA-256 of the certificate in place of the file; blanks and colons between the digits are allowed. */
    sha256: z.string().optional(),
    /** Null or absent: any unit. */
    unitCode: z.string().min(1).max(20).nullable().optional(),
    from: localDate.nullable().optional(),
    to: localDate.nullable().optional(),
    revokedOn: localDate.nullable().optional(),
    note: z.string().max(500).optional(),
  })
  .refine(
    ({ certificate, sha256 }) => (certificate === undefined) !== (sha256 === undefined),
    'certificate or sha256',
  );

const CERTIFICATE = /\.(pem|crt|cer|der)$/i;

/**
 * Whom the receiver trusts, from a certificate file (trusted for any unit) or from a trust folder; `now` (UTC, ISO
 * 8601) judges hand-over notes. Throws `AppError` INPUT_MISSING, INPUT_UNREADABLE, FILE_TOO_LARGE.
 */
export function loadTrust(path: string, now: string): Trust {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new AppError('INPUT_MISSING', { file: path });
  if (stat.isDirectory()) return applyHandOvers(loadFolder(path), readNotes(path), now);
  const certificates = readCertificates(path);
  return {
    signers: certificates.map(({ sha256 }) => ({
      sha256,
      unitCode: null,
      from: null,
      to: null,
      revokedOn: null,
    })),
    authorities: certificates
      .filter(({ authority }) => authority)
      .map((certificate) => ({ certificate, anyUnit: true })),
    crls: [],
  };
}

function loadFolder(folder: string): Trust {
  const names = readdirSync(folder).sort();
  const list = names.includes('enrolments.json') ? readEnrolments(join(folder, 'enrolments.json')) : [];
  const enrolled = new Set(list.map(({ certificate }) => certificate));
  const authorities = names
    .filter((name) => CERTIFICATE.test(name) && !enrolled.has(name))
    .flatMap((name) => readCertificates(join(folder, name)))
    .filter(({ authority }) => authority)
    .map((certificate) => ({ certificate, anyUnit: false }));
  const crls = names
    .filter((name) => /\.crl$/i.test(name))
    .map((name) => readable(join(folder, name), MOST_BYTES.crl, readCrl));
  return { signers: list.flatMap((entry) => signersOf(folder, entry)), authorities, crls };
}

/** Hand-over notes; one that cannot be believed is told by the check, it does not stop it. */
function readNotes(folder: string): HandOverBytes[] {
  return readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith(`.${HAND_OVER_EXTENSION}`))
    .sort()
    .map((file) => ({ file, bytes: readable(join(folder, file), MOST_BYTES.handOver, (bytes) => bytes) }));
}

function signersOf(folder: string, entry: z.infer<typeof enrolment>): TrustedSigner[] {
  const { unitCode = null, from = null, to = null, revokedOn = null } = entry;
  const terms = { unitCode, from, to, revokedOn };
  if (entry.sha256 !== undefined) {
    const sha256 = entry.sha256.replace(/[\s:-]/g, '').toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('INPUT_UNREADABLE', { file: 'enrolments.json' });
    return [{ sha256, ...terms }];
  }
  // The bare name only: an entry does not reach out of its folder.
  const name = basename(entry.certificate ?? '');
  return readCertificates(join(folder, name)).map(({ sha256 }) => ({ sha256, ...terms }));
}

function readEnrolments(path: string): z.infer<typeof enrolment>[] {
  return readable(path, MOST_BYTES.enrolments, (bytes) =>
    z.array(enrolment).parse(JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))),
  );
}

function readCertificates(path: string): Certificate[] {
  return readable(path, MOST_BYTES.certificate, readCertificateFile);
}

function readable<T>(path: string, most: number, read: (bytes: Buffer) => T): T {
  const bytes = readSmallFile(path, most);
  try {
    return read(bytes);
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', { file: basename(path) }, { cause });
  }
}
