import { inflateRawSync } from 'node:zlib';
import type { KnownDossier, KnownEntry } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { ChangedFields } from '../change-fields.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from '../change-log.ts';
import { RECORD_COLUMNS, readRecord, readState, writeRow } from '../dossier-row.ts';
import { DossierWriter } from '../dossier-writer.ts';
import { ENTRY_COLUMNS, readEntry } from '../entry-row.ts';
import { EntryWriter } from '../entry-writer.ts';
import type { Connection, SqlValue } from '../open-database.ts';
import { Terms } from '../terms.ts';

/** Ids whose records are looked at together. */
const PAGE = 2000;
/** Place of the suspensions among the columns, and of the last column that belongs to a dossier's own content. */
const SUSPENSIONS = RECORD_COLUMNS.indexOf('suspensions');
const CONTENT = RECORD_COLUMNS.indexOf('changed_in');

/**
 * What the log vouches for of a dossier that came: its columns without its version and without what is derived.
 * `values` as `writeRow` gives them or as the columns are stored, which is the same.
 */
export function dossierContent(values: readonly SqlValue[]): SqlValue[] {
  const content = values.slice(0, CONTENT);
  content.push(values[SUSPENSIONS] as SqlValue);
  return content;
}

/** The same of an entry; its fields in code unit order, because the order of a ledger's fields may become another. */
export function entryContent({ id, ledger, key, record }: KnownEntry): SqlValue[] {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [id, ledger, key, JSON.stringify(fields)];
}

/** A record's content at some time, and the change set by which it came. */
export interface Stated {
  readonly id: number;
  readonly createdIn: number;
  /** Whether it was removed (into the trash) at that time. */
  readonly deleted: boolean;
  readonly content: readonly SqlValue[];
}

/**
 * Records as they were once, read out of the records of now, the archive of undone imports, and what changes tell: for
 * comparing them with what the log kept of them. Records that cannot be read are left out.
 */
export class StatedRows {
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly #dossiers: DossierWriter;
  readonly #entries: EntryWriter;
  #part: { readonly key: string; readonly rows: readonly unknown[] } | null = null;

  constructor(db: Connection) {
    this.#db = db;
    this.#terms = new Terms(db);
    this.#dossiers = new DossierWriter(db, this.#terms);
    this.#entries = new EntryWriter(db);
  }

  /**
   * Records of an id range in the order of their ids, each as it was after the change set `until`; null: as it came.
   */
  *of(log: LogTables, first: number, last: number, until: number | null): Generator<Stated> {
    for (let from = first; from <= last; from += PAGE) {
      const to = Math.min(last, from + PAGE - 1);
      const steps = this.#steps(log, from, to, until);
      const states =
        log === DOSSIER_LOG ? this.#dossierPage(from, to, steps) : this.#entryPage(from, to, steps);
      yield* states.sort((a, b) => a.id - b.id);
    }
  }

  #dossierPage(from: number, to: number, steps: Steps): Stated[] {
    const states: Stated[] = [];
    const state = (known: KnownDossier, createdIn: number): void => {
      let { record, issuesDocument, deleted } = known;
      for (const fields of steps.get(known.id) ?? []) {
        const before = this.#dossiers.takeBack({ ...known, record, issuesDocument, deleted }, fields);
        ({ record, issuesDocument, deleted } = before);
      }
      const { values } = writeRow(record, { ...known, issuesDocument, deleted }, this.#terms, '');
      states.push({ id: known.id, createdIn, deleted, content: dossierContent(values) });
    };
    const rows = this.#db.allRaw<SqlValue[]>(
      `SELECT ${RECORD_COLUMNS.join(', ')}, created_in FROM dossier WHERE id BETWEEN ? AND ?`,
      from,
      to,
    );
    for (const row of rows) {
      const id = row[0] as number;
      const createdIn = row.at(-1) as number;
      const { deleted, ...beside } = readState(row);
      if (!steps.has(id)) states.push({ id, createdIn, deleted, content: dossierContent(row) });
      else readable(() => state({ ...beside, deleted, record: readRecord(row, this.#terms) }, createdIn));
    }
    for (const [packed, createdIn] of this.#archived(DOSSIER_LOG, from, to)) {
      const [id, issuesDocument, record] = packed as [number, boolean | null, Dossier];
      readable(() => state({ id, issuesDocument, record, changedIn: createdIn, deleted: false }, createdIn));
    }
    return states;
  }

  #entryPage(from: number, to: number, steps: Steps): Stated[] {
    const states: Stated[] = [];
    const state = (known: KnownEntry, createdIn: number): void => {
      let { record, key, deleted } = known;
      for (const fields of steps.get(known.id) ?? [])
        ({ record, key, deleted } = this.#entries.takeBack({ ...known, record, key, deleted }, fields));
      states.push({ id: known.id, createdIn, deleted, content: entryContent({ ...known, record, key }) });
    };
    const rows = this.#db.allRaw<SqlValue[]>(
      `SELECT ${ENTRY_COLUMNS.join(', ')}, created_in FROM entry WHERE id BETWEEN ? AND ?`,
      from,
      to,
    );
    for (const row of rows) readable(() => state(readEntry(row), row.at(-1) as number));
    for (const [packed, createdIn] of this.#archived(ENTRY_LOG, from, to)) {
      const [id, ledger, key, record] = packed as [number, LedgerId, string, AnyRecord];
      readable(() => state({ id, ledger, key, record, changedIn: createdIn, deleted: false }, createdIn));
    }
    return states;
  }

  /** Changes to take back, the last one first, by record. */
  #steps({ records, changes }: LogTables, from: number, to: number, until: number | null): Steps {
    const rows = this.#db.allRaw<[number, number, string, number]>(
      `SELECT ${records}, change_set AS deed, fields, 0 FROM ${changes}
         WHERE ${records} BETWEEN ? AND ? AND change_set > ?
       UNION ALL
       SELECT c.${records}, i.undone_in, c.fields, 1 FROM ${changes} c JOIN import i ON i.change_set = c.change_set
         WHERE c.${records} BETWEEN ? AND ? AND i.undone_in > ?
       ORDER BY 1, 2 DESC`,
      from,
      to,
      until ?? 0,
      from,
      to,
      until ?? 0,
    );
    const steps = new Map<number, ChangedFields[]>();
    for (const [id, , json, back] of rows) {
      const told = parsed(json);
      const fields = back === 1 ? swapped(told) : told;
      const known = steps.get(id);
      if (known === undefined) steps.set(id, [fields]);
      else known.push(fields);
    }
    return steps;
  }

  /** What undoing imports removed of an id range, each with the change set by which it had come. */
  *#archived({ records }: LogTables, from: number, to: number): Generator<[unknown, number]> {
    const imports = this.#db.allRaw<[number, number]>(
      `SELECT change_set, undone_in FROM import WHERE undone_in IS NOT NULL AND (kind = 'dossiers') = ?
         AND first_id <= ? AND last_id >= ?`,
      records === 'dossier' ? 1 : 0,
      to,
      from,
    );
    for (const [createdIn, undoneIn] of imports)
      for (const part of this.#db.column<number>(
        'SELECT part FROM archive WHERE change_set = ? ORDER BY part',
        undoneIn,
      ))
        for (const packed of this.#archive(undoneIn, part)) {
          const [id] = packed as [number];
          if (id >= from && id <= to) yield [packed, createdIn];
        }
  }

  /** A part of the archive; the last one is kept, because pages of records follow each other. */
  #archive(changeSet: number, part: number): readonly unknown[] {
    const key = `${changeSet} ${part}`;
    if (this.#part?.key === key) return this.#part.rows;
    const packed = this.#db.value<Uint8Array>(
      'SELECT rows FROM archive WHERE change_set = ? AND part = ?',
      changeSet,
      part,
    );
    let rows: unknown[] = [];
    readable(() => {
      rows = JSON.parse(inflateRawSync(packed as Uint8Array).toString('utf8')) as unknown[];
    });
    this.#part = { key, rows };
    return rows;
  }
}

type Steps = ReadonlyMap<number, readonly ChangedFields[]>;

/** What cannot be read is missing then, and told as that. */
function readable(work: () => void): void {
  try {
    work();
  } catch {
    // Told by the digest that does not come out.
  }
}

function parsed(json: string): ChangedFields {
  try {
    return JSON.parse(json) as ChangedFields;
  } catch {
    return {};
  }
}

function swapped(fields: ChangedFields): ChangedFields {
  return Object.fromEntries(Object.entries(fields).map(([name, [from, to]]) => [name, [to, from] as const]));
}
