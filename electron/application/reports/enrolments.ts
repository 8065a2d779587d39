import {
  type Certificate,
  readCertificate,
  readCertificateFile,
  subjectText,
} from '#electron/report/asn1/certificate.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { applyHandOvers } from '#electron/report/verify/apply-hand-overs.ts';
import { NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Enrolment } from '#shared/ipc/contract/reports.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { keptHandOvers } from '../keys/hand-over-store.ts';
import type { EnrolmentRecord } from '../ports.ts';
import { verifyWrapped } from './verify-files.ts';

/** Signers trusted in this folder. */
export function listEnrolments({ store }: Workspace): Enrolment[] {
  return store.enrolments.list().map(toEntry);
}

/** Whom this folder trusts: its enrolments, and what the hand-over notes taken in make of them. */
export function trustOf(workspace: Workspace): Trust {
  return applyHandOvers(enrolledTrust(workspace), keptHandOvers(workspace.store), workspace.clock.now());
}

/** The folder's enrolments as the check uses them; an authority's certificate enrolled for any unit vouches for others. */
export function enrolledTrust({ store }: Workspace): Trust {
  const records = store.enrolments.list();
  return {
    signers: records.map(({ fingerprint, unitCode, from, to, revokedOn }) => ({
      sha256: fingerprint,
      unitCode,
      from,
      to,
      revokedOn,
    })),
    authorities: records
      .filter(({ unitCode, revokedOn }) => unitCode === null && revokedOn === null)
      .map(({ certificate }) => readCertificate(Buffer.from(certificate)))
      .filter(({ authority }) => authority)
      .map((certificate) => ({ certificate, anyUnit: false })),
    crls: [],
  };
}

/**
 * Enrols the certificate of a file, in place of what was said of it before. Throws `AppError` INPUT_MISSING,
 * INPUT_UNREADABLE, RECORD_INVALID (`reason` revoked).
 */
export async function addEnrolment(
  workspace: Workspace,
  { certificate: token, unitCode, from, to }: Parsed<'trust.add'>,
): Promise<Enrolment> {
  return put(workspace, await certificateIn(workspace, token), { unitCode, from, to });
}

/**
 * Whose certificate a file holds, to be compared before it is enrolled. Throws `AppError` INPUT_MISSING,
 * INPUT_UNREADABLE, FILE_TOO_LARGE.
 */
export async function readCertificateOf(
  workspace: Workspace,
  token: string,
): Promise<{ subject: string; fingerprint: string }> {
  const certificate = await certificateIn(workspace, token);
  return { subject: subjectText(certificate).slice(0, 300), fingerprint: certificate.sha256 };
}

/** The first certificate of a file in PEM or DER. */
async function certificateIn({ files }: Workspace, token: string): Promise<Certificate> {
  const bytes = readSmallFile(files.resolve(token), MOST_BYTES.certificate);
  let certificate: Certificate | undefined;
  try {
    [certificate] = readCertificateFile(bytes);
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', {}, { cause });
  }
  if (certificate === undefined) throw new AppError('INPUT_UNREADABLE');
  return certificate;
}

/**
 * Enrols the signer of a report, or of what was added to it later (`addition`: the fingerprint), after a person
 * compared the fingerprint. The file must be intact: a damaged one is no reason to trust anybody. Throws `AppError`
 * RECORD_INVALID (`reason` revoked, otherUnit, or the code of what is wrong with the file).
 */
export async function addSigner(
  workspace: Workspace,
  { file, unitCode, addition }: Parsed<'trust.addSigner'>,
): Promise<Enrolment> {
  const { files, clock, resourcesDir } = workspace;
  const bytes = readSmallFile(files.resolve(file), MOST_BYTES.report);
  const checked = await verifyWrapped(bytes, {
    trust: NO_TRUST,
    now: clock.now(),
    comparePages: true,
    resources: loadReportResources(resourcesDir),
  });
  if (checked.signer === null || checked.verdict === 'invalid')
    throw new AppError('RECORD_INVALID', { reason: checked.reasons[0]?.code ?? null });
  const signer =
    addition === undefined
      ? checked.signer
      : checked.additions.find(({ by }) => by?.signer?.sha256 === addition)?.by?.signer;
  if (!signer) throw new AppError('RECORD_INVALID', { reason: null });
  return enrolCertificate(workspace, readCertificate(signer.certificate), unitCode);
}

/**
 * Enrols a certificate that came with a file, for any time. What was said of that key before stands: the file is from
 * whoever holds the key, so it moves the key to no other unit and lengthens no time. Throws `AppError` RECORD_INVALID
 * (`reason` revoked, otherUnit).
 */
export async function enrolCertificate(
  workspace: Workspace,
  certificate: Certificate,
  unitCode: string | null,
): Promise<Enrolment> {
  const known = enrolled(workspace, certificate);
  if (known === undefined) return put(workspace, certificate, { unitCode, from: null, to: null });
  if (known.unitCode !== null && known.unitCode !== unitCode)
    throw new AppError('RECORD_INVALID', { reason: 'otherUnit', unit: known.unitCode });
  return put(workspace, certificate, { unitCode, from: known.from, to: known.to });
}

function enrolled({ store }: Workspace, { sha256 }: Certificate): EnrolmentRecord | undefined {
  return store.enrolments.list().find(({ fingerprint }) => fingerprint === sha256);
}

/** Revokes an enrolment from a day on. Throws `AppError` RECORD_UNKNOWN. */
export async function revokeEnrolment(
  { store }: Workspace,
  id: number,
  revokedOn: LocalDate,
): Promise<Enrolment> {
  const record = store.enrolments.get(id);
  if (record === null) throw new AppError('RECORD_UNKNOWN', { id });
  const { id: _id, ...kept } = record;
  const revoked = { ...kept, revokedOn };
  const at = await store.write((tx) => tx.putEnrolment(revoked));
  return toEntry({ ...revoked, id: at });
}

async function put(
  workspace: Workspace,
  certificate: Certificate,
  terms: Pick<EnrolmentRecord, 'unitCode' | 'from' | 'to'>,
): Promise<Enrolment> {
  const { store } = workspace;
  // A revocation is final, whatever way the key comes back.
  if ((enrolled(workspace, certificate)?.revokedOn ?? null) !== null)
    throw new AppError('RECORD_INVALID', { reason: 'revoked' });
  const record = {
    subject: subjectText(certificate),
    fingerprint: certificate.sha256,
    certificate: certificate.der,
    ...terms,
    revokedOn: null,
  };
  const id = await store.write((tx) => tx.putEnrolment(record));
  return toEntry({ ...record, id });
}

function toEntry({ id, subject, fingerprint, unitCode, from, to, revokedOn }: EnrolmentRecord): Enrolment {
  return { id, subject: subject.slice(0, 300), fingerprint, unitCode, from, to, revokedOn };
}
