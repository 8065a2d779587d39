import type {
  FormerReport,
  MergeRecord,
  MergeStore,
  NamedOrigin,
  RecordOrigin,
} from '#electron/application/ports.ts';
import { entryTitle } from '#shared/domain/ledgers/entry-rules.ts';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { storedDay } from './days.ts';
import { SqliteDocuments } from './documents.ts';
import { ENTRY_COLUMNS, type EntryRow, readEntry } from './entry-row.ts';
import { REPORT_COLUMNS, readReport } from './office-tables.ts';
import type { Connection, Row } from './open-database.ts';

/** Keys of the documents that say what merges were; behind it the number. */
export const MERGES = 'merges.';

/** Merges of the past and what they brought beside the records. */
export class SqliteMerges implements MergeStore {
  readonly #db: Connection;
  readonly #documents: SqliteDocuments;
  constructor(db: Connection) {
    this.#db = db;
    this.#documents = new SqliteDocuments(db);
  }

  list(): MergeRecord[] {
    return this.#documents
      .keys(MERGES)
      .map((key) => this.#documents.get(key) as MergeRecord)
      .sort((a, b) => a.number - b.number);
  }

  origins(kind: RecordOrigin['kind'], record: number): RecordOrigin[] {
    return originsOf(this.#db, kind, record);
  }

  *allOrigins(merge: number): Generator<NamedOrigin> {
    const dossiers = this.#db.all<Row>(
      `SELECT m.*, d.code AS title FROM merged_from m JOIN dossier d ON d.id = m.record
       WHERE m.kind = 'dossier' AND m.merge = ? ORDER BY m.source, m.was`,
      merge,
    );
    for (const row of dossiers) yield { ...readOrigin(row), ledger: 'dossiers', title: row.title as string };
    const entries = this.#db.all<Row>(
      `SELECT m.*, ${ENTRY_COLUMNS.map((column) => `e.${column} AS e_${column}`).join(', ')}
       FROM merged_from m JOIN entry e ON e.id = m.record
       WHERE m.kind = 'entry' AND m.merge = ? ORDER BY e.ledger, m.source, m.was`,
      merge,
    );
    for (const row of entries) {
      const { ledger, record } = readEntry(ENTRY_COLUMNS.map((column) => row[`e_${column}`]) as EntryRow);
      yield { ...readOrigin(row), ledger, title: entryTitle(ledgerOf(ledger), record) };
    }
  }

  reports(): FormerReport[] {
    return this.#db
      .all(
        `SELECT ${REPORT_COLUMNS}, merge, source, unit_code, unit_name, signer, json_array_length(receipts) AS receipts
         FROM former_report ORDER BY merge, source, to_day, from_day, revision, id`,
      )
      .map(readFormerReport);
  }

  pdf(id: number): Uint8Array | null {
    return this.#db.value<Uint8Array>('SELECT pdf FROM former_report WHERE id = ?', id) ?? null;
  }

  receipts(id: number): string[] {
    const text = this.#db.value<string>('SELECT receipts FROM former_report WHERE id = ?', id);
    return text === undefined ? [] : (JSON.parse(text) as string[]);
  }
}

/** Where a record came from. */
export function originsOf(db: Connection, kind: RecordOrigin['kind'], record: number): RecordOrigin[] {
  return db
    .all('SELECT * FROM merged_from WHERE kind = ? AND record = ? ORDER BY merge, source, was', kind, record)
    .map(readOrigin);
}

function readOrigin(row: Row): RecordOrigin {
  return {
    kind: row.kind as RecordOrigin['kind'],
    record: row.record as number,
    merge: row.merge as number,
    source: row.source as number,
    was: row.was as number,
    code: row.code as string | null,
    joined: row.joined === 1,
  };
}

function readFormerReport(row: Row): FormerReport {
  return {
    ...readReport(row),
    merge: row.merge as number,
    source: row.source as number,
    unitCode: row.unit_code as string,
    unitName: row.unit_name as string,
    signer: row.signer as string,
    receipts: row.receipts as number,
  };
}

export function insertOrigin(db: Connection, origin: RecordOrigin): void {
  const { kind, record, merge, source, was, code, joined } = origin;
  db.run(
    'INSERT INTO merged_from (kind, record, merge, source, was, code, joined) VALUES (?, ?, ?, ?, ?, ?, ?)',
    kind,
    record,
    merge,
    source,
    was,
    code,
    joined ? 1 : 0,
  );
}

export function insertFormerReport(
  db: Connection,
  report: Omit<FormerReport, 'id' | 'size' | 'receipts'>,
  pdf: Uint8Array,
  receipts: readonly string[],
): number {
  return db.run(
    `INSERT INTO former_report (merge, source, unit_code, unit_name, report_id, revision, period, from_day, to_day,
       signed_at, signed_by, signer, sha256, file_name, pdf, receipts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    report.merge,
    report.source,
    report.unitCode,
    report.unitName,
    report.reportId,
    report.revision,
    report.period,
    storedDay(report.from),
    storedDay(report.to),
    report.signedAt,
    report.signedBy,
    report.signer,
    report.sha256,
    report.fileName,
    pdf,
    JSON.stringify(receipts),
  ).id;
}
