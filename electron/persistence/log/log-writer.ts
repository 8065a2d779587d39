import { randomBytes } from 'node:crypto';
import type { LogActor, LogEvent } from '#electron/application/ports.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { documentKind } from '#shared/log/document-kinds.ts';
import { type LogEntry, type LogHead, type LogKind, nextEntry } from '#shared/log/entry.ts';
import type { Connection } from '../open-database.ts';
import { addDossier, addEntry, NO_PARTS, PartedDigest } from './citizen-parts.ts';
import {
  type ChangeSetSubject,
  type GenesisSubject,
  genesisContent,
  type ObjectTable,
  objectContent,
  objectIds,
  type Range,
} from './contents.ts';
import { contentOf, partedContent } from './parted-contents.ts';
import { dossierContent, entryContent } from './stated-rows.ts';

/** The last link of the chain; null before the first. */
export function logHead(db: Connection): LogHead | null {
  const row = db.getRaw<[number, string]>('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1');
  return row === undefined ? null : { seq: row[0], hash: row[1] };
}

/** Adds the next link. */
function append(db: Connection, told: Pick<LogEntry, 'at' | 'login' | 'kind' | 'subject' | 'content'>): void {
  const { seq, at, login, kind, subject, content, previous, hash } = nextEntry(logHead(db), told, sha256Hex);
  db.run(
    'INSERT INTO log (seq, at, login, kind, subject, content, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    seq,
    at,
    login,
    kind,
    subject,
    content,
    previous,
    hash,
  );
}

/** A subject as text: keys in code unit order, what is absent left out. */
function subjectText(subject: object): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(subject)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}

/** Records that came with a change set. */
interface Came {
  readonly digest: PartedDigest;
  first: number;
  last: number;
}

/**
 * Gathers what one transaction does and adds it to the log before the commit, so that there is no deed without its
 * entry and no entry without its deed. One entry a change set, one for each row beside the records, one for each event.
 */
export class LogWriter {
  readonly #db: Connection;
  readonly #actor: LogActor;
  readonly #lastTerm: number;
  readonly #changeSets: number[] = [];
  readonly #dossiers = new Map<number, Came>();
  readonly #entries = new Map<number, Came>();
  readonly #objects = new Map<
    string,
    { table: ObjectTable; id: string | number; kind: LogKind; told: object }
  >();
  readonly #events: LogEvent[] = [];

  constructor(db: Connection, actor: LogActor) {
    this.#db = db;
    this.#actor = actor;
    this.#lastTerm = lastTerm(db);
  }

  changeSet(id: number): void {
    this.#changeSets.push(id);
  }

  /** A dossier came; `values` as `writeRow` gives them. */
  readonly dossierCame = (values: Parameters<typeof dossierContent>[0], changeSet: number): void => {
    addDossier(came(this.#dossiers, changeSet, values[0] as number), dossierContent(values));
  };

  readonly entryCame = (entry: Parameters<typeof entryContent>[0], changeSet: number): void => {
    addEntry(came(this.#entries, changeSet, entry.id), entryContent(entry));
  };

  /**
   * A row beside the records was written or removed; told once, as the transaction leaves it. `told`: what else the
   * entry says.
   */
  object(table: ObjectTable, id: string | number, kind: LogKind, told: object = {}): void {
    this.#objects.set(`${table} ${id}`, { table, id, kind, told });
  }

  document(key: string): void {
    const kind = documentKind(key);
    if (kind !== null) this.object('document', key, kind);
  }

  /** Something that changes no table. */
  event(event: LogEvent): void {
    this.#events.push(event);
  }

  /** Adds the entries. After everything else of the transaction. */
  finish(): void {
    const db = this.#db;
    const last = lastTerm(db);
    let terms: Range = last > this.#lastTerm ? [this.#lastTerm + 1, last] : null;
    for (const changeSet of this.#changeSets) {
      this.#addChangeSet(changeSet, terms);
      terms = null;
    }
    const { login, at } = this.#actor;
    for (const { table, id, kind, told } of this.#objects.values())
      append(db, {
        login,
        at,
        kind,
        subject: subjectText({ table, id, ...told }),
        content: objectContent(db, table, id),
      });
    for (const { kind, subject } of this.#events) {
      const text = subjectText(subject);
      append(db, { login, at, kind, subject: text, content: sha256Hex(text) });
    }
  }

  #addChangeSet(changeSet: number, terms: Range): void {
    const db = this.#db;
    const row = db.getRaw<[string, string, LogKind, number | null]>(
      'SELECT at, user, kind, import_id FROM change_set WHERE id = ?',
      changeSet,
    );
    if (row === undefined) throw new RangeError(`no change set ${changeSet}`);
    const [at, login, kind, importId] = row;
    // Remembered, unlike a column's: the writing of one dossier is so short that preparing them anew would be half of it.
    const corrects = db
      .allRaw<[string]>(
        'SELECT DISTINCT period FROM correction WHERE change_set = ? ORDER BY period',
        changeSet,
      )
      .map(([period]) => period);
    const dossiers = this.#dossiers.get(changeSet);
    const entries = this.#entries.get(changeSet);
    const subject: ChangeSetSubject = {
      changeSet,
      form: 2,
      ...(importId === null ? {} : { import: importId }),
      dossiers: rangeOf(dossiers),
      entries: rangeOf(entries),
      terms,
      ...(corrects.length === 0 ? {} : { corrects }),
    };
    keepSalt(db, changeSet);
    const content = contentOf(
      partedContent(db, subject, {
        dossiers: dossiers?.digest.digest() ?? NO_PARTS,
        entries: entries?.digest.digest() ?? NO_PARTS,
      }),
    );
    append(db, { at, login, kind, subject: subjectText(subject), content });
  }
}

/** Gives a change set a new salt, which makes the digest of what is about citizens one that nobody can guess at. */
export function keepSalt(db: Connection, changeSet: number): void {
  db.run(
    'INSERT OR REPLACE INTO log_salt (change_set, salt) VALUES (?, ?)',
    changeSet,
    randomBytes(16).toString('hex'),
  );
}

function lastTerm(db: Connection): number {
  return db.value<number | null>('SELECT max(id) FROM term') ?? 0;
}

function came(all: Map<number, Came>, changeSet: number, id: number): PartedDigest {
  const known = all.get(changeSet);
  if (known !== undefined) {
    known.last = id;
    return known.digest;
  }
  const digest = new PartedDigest();
  all.set(changeSet, { digest, first: id, last: id });
  return digest;
}

const rangeOf = (records: Came | undefined): Range =>
  records === undefined ? null : [records.first, records.last];

/**
 * Begins the chain in a folder: its first entry vouches for all records as they are, one more for each row beside them.
 * It bears the time of the last deed before it, because nobody does it at a time of their own.
 */
export function beginLog(db: Connection): void {
  const [changeSet = 0, at = ''] =
    db.getRaw<[number, string]>('SELECT id, at FROM change_set ORDER BY id DESC LIMIT 1') ?? [];
  const lastId = (table: string): number =>
    db.value<number | null>(`SELECT value FROM counter WHERE name = '${table}'`) ?? 1;
  const subject: GenesisSubject = {
    changeSet,
    dossiers: lastId('dossier') - 1,
    entries: lastId('entry') - 1,
    terms: lastTerm(db),
  };
  const { content } = genesisContent(db, subject);
  append(db, { at, login: '', kind: 'genesis', subject: subjectText(subject), content });
  for (const table of ['document', 'user', 'key', 'report', 'enrolment'] as const)
    for (const id of objectIds(db, table)) {
      if (table === 'document' && documentKind(String(id)) === null) continue;
      append(db, {
        at,
        login: '',
        kind: 'found',
        subject: subjectText({ table, id }),
        content: objectContent(db, table, id),
      });
    }
}
