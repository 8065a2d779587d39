import { AppError } from '#shared/errors.ts';
import { type ChangeSetSubject, type GenesisSubject, genesisContent } from '../log/contents.ts';
import { keepSalt } from '../log/log-writer.ts';
import { contentNow, GENESIS, isAsLogged, wholeAsCitizens } from '../log/parted-contents.ts';
import { StatedRows } from '../log/stated-rows.ts';
import type { Connection } from '../open-database.ts';

/** What a change set says now of citizens, and what the log's entry of it says. */
interface Vouched {
  readonly content: string;
  readonly bare: string | null;
  readonly citizens: string;
  readonly logged: string;
}

/**
 * Earlier change sets out of which a deed takes citizens' data, so that the log goes on vouching for all else. Made
 * before anything is rewritten; {@link Rewriting.finish} after it.
 */
export class Rewriting {
  readonly #db: Connection;
  readonly #deed: number;
  readonly #before = new Map<number, string>();
  readonly #genesis: { readonly subject: GenesisSubject; readonly content: string } | null;

  /** Throws `AppError` DATA_DAMAGED where one of them is not what was logged: it is not to be vouched for anew. */
  constructor(db: Connection, deed: number, changeSets: Iterable<number>) {
    this.#db = db;
    this.#deed = deed;
    this.#genesis = genesisOf(db);
    const logged = new Set<number>();
    const last = this.#genesis?.subject.changeSet ?? 0;
    for (const changeSet of changeSets) logged.add(changeSet <= last ? GENESIS : changeSet);
    for (const changeSet of [...logged].sort((a, b) => a - b))
      this.#before.set(changeSet, this.#was(changeSet));
  }

  /** Writes down what was rewritten, under new salts: the former ones are gone with the data. */
  finish(): void {
    for (const [changeSet, was] of this.#before) {
      keepSalt(this.#db, changeSet);
      const { citizens } = this.#vouched(changeSet);
      this.#db.run(
        'INSERT INTO rewritten (deed, change_set, was, now) VALUES (?, ?, ?, ?)',
        this.#deed,
        changeSet,
        was,
        citizens,
      );
    }
  }

  /** The digest of what is about citizens before this deed: that of the last one, else what the log's entry is made of. */
  #was(changeSet: number): string {
    const now = this.#vouched(changeSet);
    if (!isAsLogged(this.#db, changeSet, now.logged, now))
      throw new AppError('DATA_DAMAGED', { reason: 'log' });
    const last = this.#db.value<string>(
      'SELECT now FROM rewritten WHERE change_set = ? ORDER BY deed DESC LIMIT 1',
      changeSet,
    );
    return last ?? (now.bare === null ? now.content : now.citizens);
  }

  #vouched(changeSet: number): Vouched {
    const db = this.#db;
    if (changeSet === GENESIS) {
      if (this.#genesis === null) throw new RangeError('no beginning of the log');
      const { content } = genesisContent(db, this.#genesis.subject);
      return {
        content,
        bare: null,
        citizens: wholeAsCitizens(db, GENESIS, content),
        logged: this.#genesis.content,
      };
    }
    const [text, logged] =
      db.getRaw<[string, string]>(
        "SELECT subject, content FROM log WHERE json_extract(subject, '$.changeSet') = ? AND kind <> 'genesis'",
        changeSet,
      ) ?? [];
    if (text === undefined || logged === undefined) throw new AppError('DATA_DAMAGED', { reason: 'log' });
    return { ...contentNow(db, new StatedRows(db), JSON.parse(text) as ChangeSetSubject), logged };
  }
}

function genesisOf(db: Connection): { subject: GenesisSubject; content: string } | null {
  const row = db.getRaw<[string, string]>("SELECT subject, content FROM log WHERE kind = 'genesis'");
  return row === undefined ? null : { subject: JSON.parse(row[0]) as GenesisSubject, content: row[1] };
}
