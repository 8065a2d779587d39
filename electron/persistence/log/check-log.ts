import type { StoreProblem } from '#electron/application/ports.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { documentKind } from '#shared/log/document-kinds.ts';
import { brokenLink, type LogEntry } from '#shared/log/entry.ts';
import type { Connection } from '../open-database.ts';
import {
  type ChangeSetSubject,
  type GenesisSubject,
  genesisContent,
  type ObjectTable,
  objectContent,
  objectIds,
} from './contents.ts';
import { allEntries } from './log-reader.ts';
import { contentNow, GENESIS, isAsLogged, wholeAsCitizens } from './parted-contents.ts';
import { StatedRows } from './stated-rows.ts';

/**
 * Whether the log is whole and the book is what it tells: the first link of the chain that does not hold, then each
 * entry whose deed reads otherwise than when it was logged, then what stands in the book and no entry tells of. At most
 * `limit`.
 */
export function checkLog(db: Connection, limit: number): StoreProblem[] {
  const broken = brokenLink(allEntries(db), sha256Hex);
  const problems: StoreProblem[] =
    broken === null ? [] : [{ code: 'LOG', params: { seq: broken.seq, part: broken.part } }];
  for (const problem of new LogAgainstBook(db).problems()) {
    if (problems.length >= limit) break;
    problems.push({ code: 'LOG', params: problem });
  }
  return problems;
}

type Place = StoreProblem['params'];

class LogAgainstBook {
  readonly #db: Connection;
  readonly #rows: StatedRows;
  /** The last entry of each row beside the records. */
  readonly #objects = new Map<
    string,
    { seq: number; table: ObjectTable; id: string | number; content: string }
  >();
  #dossiers = 0;
  #entries = 0;
  #changeSet = 0;
  #term = 0;

  constructor(db: Connection) {
    this.#db = db;
    this.#rows = new StatedRows(db);
  }

  *problems(): Generator<Place> {
    for (const entry of allEntries(this.#db)) {
      let part: string | null;
      try {
        part = this.#wrong(entry);
      } catch {
        // A subject that names nothing, or not what its kind names.
        part = 'subject';
      }
      if (part !== null) yield { seq: entry.seq, part };
    }
    yield* this.#changedObjects();
    yield* this.#untold();
  }

  /** What of an entry is not as it was logged; null when all is. */
  #wrong({ seq, at, login, kind, subject, content }: LogEntry): string | null {
    const told = JSON.parse(subject) as Record<string, unknown>;
    if (kind === 'genesis') return this.#wrongGenesis(told as unknown as GenesisSubject, content);
    if (typeof told.changeSet === 'number')
      return this.#wrongChangeSet(told as unknown as ChangeSetSubject, { at, login, kind, content });
    if (typeof told.table === 'string') {
      const { table, id } = told as { table: ObjectTable; id: string | number };
      this.#objects.set(`${table} ${id}`, { seq, table, id, content });
      return null;
    }
    return sha256Hex(subject) === content ? null : 'subject';
  }

  #wrongGenesis(subject: GenesisSubject, content: string): string | null {
    const found = genesisContent(this.#db, subject);
    this.#dossiers += found.dossiers;
    this.#entries += found.entries;
    this.#changeSet = subject.changeSet;
    this.#term = subject.terms;
    const citizens = wholeAsCitizens(this.#db, GENESIS, found.content);
    return isAsLogged(this.#db, GENESIS, content, { content: found.content, bare: null, citizens })
      ? null
      : 'content';
  }

  #wrongChangeSet(
    subject: ChangeSetSubject,
    { at, login, kind, content }: Pick<LogEntry, 'at' | 'login' | 'kind' | 'content'>,
  ): string | null {
    const { changeSet, terms } = subject;
    const inOrder = changeSet > this.#changeSet && (terms === null || terms[0] === this.#term + 1);
    this.#changeSet = Math.max(changeSet, this.#changeSet);
    this.#term = terms?.[1] ?? this.#term;
    const row = this.#db.getRaw<[string, string, string]>(
      'SELECT at, user, kind FROM change_set WHERE id = ?',
      changeSet,
    );
    const now = contentNow(this.#db, this.#rows, subject);
    this.#dossiers += now.dossiers;
    this.#entries += now.entries;
    if (!inOrder) return 'order';
    if (row === undefined || row[0] !== at || row[1] !== login || row[2] !== kind) return 'change-set';
    return isAsLogged(this.#db, changeSet, content, now) ? null : 'content';
  }

  *#changedObjects(): Generator<Place> {
    for (const { seq, table, id, content } of this.#objects.values())
      if (objectContent(this.#db, table, id) !== content) yield { seq, part: 'content', [table]: id };
    for (const table of ['document', 'user', 'key', 'report', 'enrolment', 'former_report'] as const)
      for (const id of objectIds(this.#db, table)) {
        if (table === 'document' && documentKind(String(id)) === null) continue;
        if (!this.#objects.has(`${table} ${id}`)) yield { seq: null, part: 'missing', [table]: id };
      }
  }

  /** Records, words and change sets that no entry tells of. */
  *#untold(): Generator<Place> {
    const db = this.#db;
    const removed = (ofDossiers: number): number =>
      db.value<number>(
        "SELECT coalesce(sum(added), 0) FROM import WHERE undone_in IS NOT NULL AND (kind = 'dossiers') = ?",
        ofDossiers,
      ) ?? 0;
    const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
    if (count('dossier') + removed(1) !== this.#dossiers)
      yield { seq: null, part: 'missing', table: 'dossier' };
    if (count('entry') + removed(0) !== this.#entries) yield { seq: null, part: 'missing', table: 'entry' };
    const last = (table: string): number => db.value<number | null>(`SELECT max(id) FROM ${table}`) ?? 0;
    if (last('change_set') !== this.#changeSet) yield { seq: null, part: 'missing', table: 'change_set' };
    if (last('term') !== this.#term) yield { seq: null, part: 'missing', table: 'term' };
  }
}
