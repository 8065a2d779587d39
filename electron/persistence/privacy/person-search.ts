import type {
  PersonalDetail,
  PersonalFind,
  PersonalPlace,
  PrivacyReader,
} from '#electron/application/ports.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import { PERSON_SIGNS, type PersonQuery } from '#shared/privacy/person.ts';
import type { Connection } from '../open-database.ts';
import { Terms } from '../terms.ts';
import { duePlaces } from './due-places.ts';
import { findPerson } from './find-person.ts';
import { detailOf } from './personal-details.ts';

/** Where a person stands in the book as committed. */
export class PersonSearch implements PrivacyReader {
  readonly #db: Connection;
  readonly #terms: Terms;
  constructor(db: Connection) {
    this.#db = db;
    this.#terms = new Terms(db);
  }

  find(query: PersonQuery): PersonalFind[] {
    const order = ({ sign }: PersonalFind): number => PERSON_SIGNS.indexOf(sign);
    return findPerson(this.#db, query).sort((a, b) => order(a) - order(b));
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
