import type {
  PersonalDetail,
  PersonalFind,
  PersonalPlace,
  PrivacyReader,
  Steps,
} from '#electron/application/ports.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { PERSON_SIGNS, type PersonQuery } from '#shared/privacy/person.ts';
import type { Connection } from '../open-database.ts';
import { Terms } from '../terms.ts';
import { duePlaces } from './due-places.ts';
import { findingPerson } from './find-person.ts';
import { detailOf } from './personal-details.ts';

function surestFirst(finds: PersonalFind[]): PersonalFind[] {
  const order = ({ sign }: PersonalFind): number => PERSON_SIGNS.indexOf(sign);
  return finds.sort((a, b) => order(a) - order(b));
}

/** Where a person stands in the book as committed. */
export class PersonSearch implements PrivacyReader {
  readonly #db: Connection;
  readonly #terms: Terms;
  /** Opens one more connection. */
  readonly #connect: () => Connection;
  constructor(db: Connection, connect: () => Connection) {
    this.#db = db;
    this.#connect = connect;
    this.#terms = new Terms(db);
  }

  find(query: PersonQuery): PersonalFind[] {
    const finding = findingPerson(this.#db, query);
    for (;;) {
      const step = finding.next();
      if (step.done) return surestFirst(step.value);
    }
  }

  async findInSteps(query: PersonQuery, told: (steps: Steps) => Promise<void>): Promise<PersonalFind[]> {
    // Statements stay open between the steps: on the connection of all readers they would hold everybody to this moment.
    const db = this.#connect();
    const finding = findingPerson(db, query);
    try {
      for (;;) {
        const step = finding.next();
        if (step.done) return surestFirst(step.value);
        await told(step.value);
      }
    } finally {
      finding.return([]);
      db.close();
    }
  }

  detail(place: PersonalPlace): PersonalDetail | null {
    return detailOf(this.#db, this.#terms, place);
  }

  due(ledger: ImportKind, until: LocalDate): PersonalPlace[] {
    return duePlaces(this.#db, this.#terms, ledger, until);
  }

  rewritten(): number {
    return this.#db.value<number>('SELECT count(DISTINCT change_set) FROM rewritten') ?? 0;
  }
}
