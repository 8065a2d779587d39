import type { LocalDate } from '#shared/domain/local-date.ts';

/** A signing key made by the app; the private key only inside the encrypted envelope. */
export interface KeyRecord {
  readonly id: number;
  readonly name: string;
  /** Private key encrypted under the passphrase, in the form its maker chose. */
  readonly envelope: Uint8Array;
  /** Certificate, DER. */
  readonly certificate: Uint8Array;
  /** Whatever the list shows (subject, algorithm, fingerprint, times), JSON. */
  readonly info: unknown;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface KeyStore {
  list(): KeyRecord[];
  get(id: number): KeyRecord | null;
}

/** A trusted signer: certificate ↔ unit within a time. */
export interface EnrolmentRecord {
  readonly id: number;
  readonly subject: string;
  /** SHA-256 of the certificate, lower-case hex; unique. */
  readonly fingerprint: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly unitCode: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly revokedOn: LocalDate | null;
}

export interface EnrolmentStore {
  list(): EnrolmentRecord[];
  get(id: number): EnrolmentRecord | null;
}
