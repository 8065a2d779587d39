import { addDays, fromDayNumber, type LocalDate } from '#shared/domain/local-date.ts';
import type { Certificate } from '../asn1/certificate.ts';
import { OID } from '../asn1/oids.ts';
import { type CheckedSignature, issued } from './cms.ts';
import { type Crl, revokedAt } from './crl.ts';
import { foldText } from './fold-text.ts';
import type { VerifyReason } from './rejection.ts';

/** A key that may speak for a unit (`unitCode` null: for any) from a day to a day, both inclusive. */
export interface TrustedSigner {
  /** SHA-256 of the certificate, lower-case hex. */
  readonly sha256: string;
  readonly unitCode: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Reports signed on this day or later are not accepted. */
  readonly revokedOn: LocalDate | null;
}

/** A certification authority; with `anyUnit` its certificates need not name the unit they speak for. */
export interface TrustedAuthority {
  readonly certificate: Certificate;
  readonly anyUnit: boolean;
}

/** Whom the receiver trusts. */
export interface Trust {
  readonly signers: readonly TrustedSigner[];
  readonly authorities: readonly TrustedAuthority[];
  readonly crls: readonly Crl[];
  /** Keys that handed over to others. */
  readonly retired?: readonly RetiredKey[];
  /** Hand-over notes that do not count. */
  readonly ignoredHandOvers?: readonly IgnoredHandOver[];
}

/** A key that no longer speaks for a unit after a day, by its own note (apply-hand-overs.ts). */
export interface RetiredKey {
  readonly sha256: string;
  readonly unitCode: string;
  readonly lastDay: LocalDate;
}

/** A hand-over note that does not count, and why: a code of the catalogue `handOver.ignored`, or a verify code. */
export interface IgnoredHandOver {
  readonly file: string;
  /** Of the file. */
  readonly sha256: string;
  readonly why: string;
  /** Whom it would introduce, and for which unit, where it could be read. */
  readonly successor: string | null;
  readonly unitCode: string | null;
}

export const NO_TRUST: Trust = { signers: [], authorities: [], crls: [] };

/** Clocks of two offices may differ this much before a time counts as being in the future. */
const CLOCK_SKEW = 10 * 60_000;
/** Việt Nam, all year. */
const ZONE = 7 * 3_600_000;

/**
 * What speaks against the signer, or stays unknown about it; empty (or notes only) when it is trusted to speak for
 * the unit at the claimed time. `signedAt` and `now` are UTC instants.
 */
export function judgeSigner(
  signature: CheckedSignature,
  unit: { readonly code: string; readonly name: string },
  signedAt: string,
  now: string,
  trust: Trust,
): VerifyReason[] {
  const { signer, certificates } = signature;
  const time = Date.parse(signedAt);
  const found: VerifyReason[] = [];
  if (time > Date.parse(now) + CLOCK_SKEW) found.push(reason('SIGNED_IN_FUTURE', { signedAt }));
  if (time < signer.notBefore || time > signer.notAfter) {
    found.push(reason('SIGNER_OUTSIDE_TIME', { from: dayOf(signer.notBefore), to: dayOf(signer.notAfter) }));
  }
  if (signer.keyUsage !== null && !signer.keyUsage.has(0) && !signer.keyUsage.has(1))
    found.push(reason('SIGNER_NOT_FOR_SIGNING'));
  // Each further certificate must have issued the one before it: nothing rides along unexplained.
  const loose = certificates.some(
    (certificate, index) => index > 0 && !mayIssue(certificate, certificates[index - 1] as Certificate, time),
  );
  if (loose) found.push(reason('CERTIFICATE_UNEXPECTED'));
  if (signature.older) found.push(reason('OLDER_ALGORITHM'));
  const enrolled = trust.signers.filter(({ sha256 }) => sha256 === signer.sha256);
  found.push(
    ...(enrolled.length > 0
      ? byEnrolment(enrolled, unit.code, dayOf(time))
      : byAuthority(certificates, unit, time, now, trust)),
    ...byHandOver(signer.sha256, unit.code, dayOf(time), trust),
  );
  return found;
}

/** A key that handed over, unless it was given the unit anew after that; and the note that did not help a new one. */
function byHandOver(sha256: string, unitCode: string, day: LocalDate, trust: Trust): VerifyReason[] {
  const givenAnew = (lastDay: LocalDate): boolean =>
    trust.signers.some(
      (one) =>
        one.sha256 === sha256 &&
        one.unitCode === unitCode &&
        one.from !== null &&
        lastDay < one.from &&
        one.from <= day,
    );
  const retired = (trust.retired ?? []).find(
    (one) =>
      one.sha256 === sha256 && one.unitCode === unitCode && one.lastDay < day && !givenAnew(one.lastDay),
  );
  const ignored = (trust.ignoredHandOvers ?? []).find(
    (one) => one.successor === sha256 && one.unitCode === unitCode,
  );
  return [
    ...(retired === undefined ? [] : [reason('SIGNER_RETIRED', { lastDay: retired.lastDay })]),
    ...(ignored === undefined ? [] : [reason('HAND_OVER_IGNORED', { file: ignored.file, why: ignored.why })]),
  ];
}

function byEnrolment(enrolled: readonly TrustedSigner[], unitCode: string, day: LocalDate): VerifyReason[] {
  const own = enrolled.filter((one) => one.unitCode === null || one.unitCode === unitCode);
  if (own.length === 0)
    return [
      reason('SIGNER_WRONG_UNIT', {
        unit: unitCode,
        enrolled: enrolled.map((one) => one.unitCode).join(', '),
      }),
    ];
  const revoked = own.find(({ revokedOn }) => revokedOn !== null && revokedOn <= day);
  if (revoked) return [reason('SIGNER_REVOKED', { revokedOn: revoked.revokedOn })];
  const inTime = own.filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
  if (inTime.length === 0)
    return [reason('SIGNER_OUTSIDE_TIME', { from: own[0]?.from ?? null, to: own[0]?.to ?? null })];
  const later = inTime.find(({ revokedOn }) => revokedOn !== null);
  return later ? [reason('SIGNED_BEFORE_REVOCATION', { revokedOn: later.revokedOn })] : [];
}

function byAuthority(
  certificates: readonly Certificate[],
  unit: { readonly code: string; readonly name: string },
  time: number,
  now: string,
  trust: Trust,
): VerifyReason[] {
  const last = certificates.at(-1) as Certificate;
  const root = trust.authorities.find(
    ({ certificate }) => certificate.sha256 === last.sha256 || mayIssue(certificate, last, time),
  );
  const signer = certificates[0] as Certificate;
  if (!root) return [reason('SIGNER_NOT_ENROLLED', { fingerprint: signer.sha256 })];
  const path = [...certificates.filter(({ sha256 }) => sha256 !== root.certificate.sha256), root.certificate];
  const notes: VerifyReason[] = [];
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const state = revokedAt(certificate, path[index + 1] as Certificate, trust.crls, Date.parse(now));
    if (state === 'unknown') notes.push(reason('REVOCATION_NOT_CHECKED'));
    else if (state !== null && state <= time) return [reason('SIGNER_REVOKED', { revokedOn: dayOf(state) })];
    else if (state !== null) notes.push(reason('SIGNED_BEFORE_REVOCATION', { revokedOn: dayOf(state) }));
  }
  if (!root.anyUnit && !namesUnit(signer, unit))
    return [
      reason('SIGNER_UNIT_UNKNOWN', { fingerprint: signer.sha256, unit: unit.code }),
      ...notes.slice(0, 1),
    ];
  return notes.slice(0, 1);
}

function mayIssue(issuer: Certificate, certificate: Certificate, time: number): boolean {
  return (
    issuer.authority &&
    (issuer.keyUsage === null || issuer.keyUsage.has(5)) &&
    issuer.subject.equals(certificate.issuer) &&
    issuer.notBefore <= time &&
    time <= issuer.notAfter &&
    issued(issuer, certificate)
  );
}

const CODE_OIDS: readonly string[] = [OID.organizationIdentifier, OID.serialNumber, OID.organizationalUnit];
const NAME_OIDS: readonly string[] = [OID.organization, OID.organizationalUnit, OID.commonName];

/** Whether an authority's certificate says for which unit its holder speaks: by code, or by the unit's full name. */
function namesUnit(
  { subjectNames }: Certificate,
  unit: { readonly code: string; readonly name: string },
): boolean {
  return subjectNames.some(
    ({ oid, value }) =>
      (CODE_OIDS.includes(oid) && value === unit.code) ||
      (NAME_OIDS.includes(oid) && foldText(value) === foldText(unit.name)),
  );
}

/** The day in Việt Nam of a time in milliseconds. */
export function dayOf(time: number): LocalDate {
  return addDays(fromDayNumber(0), Math.floor((time + ZONE) / 86_400_000));
}

function reason(code: VerifyReason['code'], params: VerifyReason['params'] = {}): VerifyReason {
  return { code, params };
}
