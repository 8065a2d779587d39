import type {
  CorrectionReason,
  EnrolmentRecord,
  EnrolmentStore,
  KeyRecord,
  KeyStore,
  ReportRecord,
  ReportStore,
  UserRecord,
  UserStore,
} from '#electron/application/ports.ts';
import { ABILITIES, type RightExceptions } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/unit.ts';
import { correctionReasons } from './corrections.ts';
import { readDay, readKnownDay, storedDay } from './days.ts';
import type { Connection, Row } from './open-database.ts';

/** People of the office. */
export class SqliteUsers implements UserStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  list(): UserRecord[] {
    return this.#db.all('SELECT * FROM user ORDER BY id').map(readUser);
  }
  get(login: string): UserRecord | null {
    const row = this.#db.get('SELECT * FROM user WHERE login = ?', login);
    return row ? readUser(row) : null;
  }
}

function readUser(row: Row): UserRecord {
  return {
    login: row.login as string,
    name: row.name as string,
    role: row.role as Role,
    ...(row.exceptions === null ? {} : { exceptions: readExceptions(row.exceptions as string) }),
    retiredAt: row.retired_at as string | null,
    passphraseHash: row.passphrase_hash as string | null,
  };
}

/** Abilities that this version knows; those of a newer one mean nothing here. */
function readExceptions(json: string): RightExceptions {
  const said = JSON.parse(json) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    ABILITIES.filter((ability) => typeof said[ability] === 'boolean').map((ability) => [
      ability,
      said[ability] as boolean,
    ]),
  );
}

export function putUser(db: Connection, user: UserRecord): void {
  const { login, name, role, passphraseHash, exceptions = {}, retiredAt = null } = user;
  const said = Object.keys(exceptions).length === 0 ? null : JSON.stringify(exceptions);
  db.run(
    `INSERT INTO user (login, name, role, passphrase_hash, exceptions, retired_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role,
       passphrase_hash = excluded.passphrase_hash, exceptions = excluded.exceptions, retired_at = excluded.retired_at`,
    login,
    name,
    role,
    passphraseHash,
    said,
    retiredAt,
  );
}

/** Keys made by the app, the private part only in its envelope. */
export class SqliteKeys implements KeyStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  list(): KeyRecord[] {
    return this.#db.all('SELECT * FROM signing_key ORDER BY id').map(readKey);
  }
  get(id: number): KeyRecord | null {
    const row = this.#db.get('SELECT * FROM signing_key WHERE id = ?', id);
    return row ? readKey(row) : null;
  }
}

function readKey(row: Row): KeyRecord {
  return {
    id: row.id as number,
    name: row.name as string,
    envelope: row.envelope as Uint8Array,
    certificate: row.certificate as Uint8Array,
    info: JSON.parse(row.info as string) as unknown,
    createdAt: row.created_at as string,
    createdBy: row.created_by as string,
  };
}

export function insertKey(db: Connection, key: Omit<KeyRecord, 'id'>): number {
  return db.run(
    'INSERT INTO signing_key (name, envelope, certificate, info, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)',
    key.name,
    key.envelope,
    key.certificate,
    JSON.stringify(key.info ?? null),
    key.createdAt,
    key.createdBy,
  ).id;
}

/** Columns of a table of signed reports, whosoever they are. */
export const REPORT_COLUMNS =
  'id, report_id, revision, period, from_day, to_day, signed_at, signed_by, sha256, file_name, length(pdf) AS size';

/** The archive of signed reports. */
export class SqliteReports implements ReportStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  list(period?: string): ReportRecord[] {
    const rows =
      period === undefined
        ? this.#db.all(`SELECT ${REPORT_COLUMNS} FROM report ORDER BY id`)
        : this.#db.all(`SELECT ${REPORT_COLUMNS} FROM report WHERE period = ? ORDER BY id`, period);
    return rows.map(readReport);
  }
  get(id: number): ReportRecord | null {
    const row = this.#db.get(`SELECT ${REPORT_COLUMNS} FROM report WHERE id = ?`, id);
    return row ? readReport(row) : null;
  }
  json(id: number): unknown {
    const text = this.#db.value<string>('SELECT json FROM report WHERE id = ?', id);
    return text === undefined ? undefined : JSON.parse(text);
  }
  pdf(id: number): Uint8Array | null {
    return this.#db.value<Uint8Array>('SELECT pdf FROM report WHERE id = ?', id) ?? null;
  }
  corrections(id: number): CorrectionReason[] {
    return correctionReasons(this.#db, id);
  }
}

/** A row of {@link REPORT_COLUMNS}. */
export function readReport(row: Row): ReportRecord {
  return {
    id: row.id as number,
    reportId: row.report_id as string,
    revision: row.revision as number,
    period: row.period as string,
    from: readKnownDay(row.from_day as number),
    to: readKnownDay(row.to_day as number),
    signedAt: row.signed_at as string,
    signedBy: row.signed_by as string,
    sha256: row.sha256 as string,
    fileName: row.file_name as string,
    size: row.size as number,
  };
}

export function insertReport(
  db: Connection,
  report: Omit<ReportRecord, 'id' | 'size'>,
  json: unknown,
  pdf: Uint8Array,
): number {
  return db.run(
    `INSERT INTO report (report_id, revision, period, from_day, to_day, signed_at, signed_by, sha256, file_name, json, pdf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    report.reportId,
    report.revision,
    report.period,
    storedDay(report.from),
    storedDay(report.to),
    report.signedAt,
    report.signedBy,
    report.sha256,
    report.fileName,
    JSON.stringify(json),
    pdf,
  ).id;
}

/** Trusted signers. */
export class SqliteEnrolments implements EnrolmentStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  list(): EnrolmentRecord[] {
    return this.#db.all('SELECT * FROM enrolment ORDER BY id').map(readEnrolment);
  }
  get(id: number): EnrolmentRecord | null {
    const row = this.#db.get('SELECT * FROM enrolment WHERE id = ?', id);
    return row ? readEnrolment(row) : null;
  }
}

function readEnrolment(row: Row): EnrolmentRecord {
  return {
    id: row.id as number,
    subject: row.subject as string,
    fingerprint: row.fingerprint as string,
    certificate: row.certificate as Uint8Array,
    unitCode: row.unit_code as string | null,
    from: readDay(row.from_day as number | null),
    to: readDay(row.to_day as number | null),
    revokedOn: readDay(row.revoked_on as number | null),
  };
}

export function putEnrolment(db: Connection, enrolment: Omit<EnrolmentRecord, 'id'>): number {
  return db.value<number>(
    `INSERT INTO enrolment (subject, fingerprint, certificate, unit_code, from_day, to_day, revoked_on) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET subject = excluded.subject, certificate = excluded.certificate,
       unit_code = excluded.unit_code, from_day = excluded.from_day, to_day = excluded.to_day, revoked_on = excluded.revoked_on
     RETURNING id`,
    enrolment.subject,
    enrolment.fingerprint,
    enrolment.certificate,
    enrolment.unitCode,
    storedDay(enrolment.from),
    storedDay(enrolment.to),
    storedDay(enrolment.revokedOn),
  ) as number;
}
