import type { PersonalFind, PersonalPlace, Steps } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { CITIZEN_LEDGERS, citizenFields, personalClass } from '#shared/domain/privacy/personal-fields.ts';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import { PersonMatcher, type PersonQuery, type PersonSign, surer } from '#shared/privacy/person.ts';
import type { ChangedFields } from '../change-fields.ts';
import type { Connection } from '../open-database.ts';
import { allImports, archiveParts, unpackArchived } from './archived-records.ts';

type AboutCitizen = Pick<Dossier, 'applicantName' | 'personId' | 'note'>;

/** Ledgers' fields that name a dossier: what belongs to a person's dossier is theirs too. */
const DOSSIER_CODES = ['dossierCode'] as const;

/** Rows looked at between two steps: some hundredths of a second. */
const STRIDE = 5000;

/**
 * Every place where a person is found: records, removed ones, former values, undone imports, bad rows, reasons. Stops
 * between some thousand rows each to tell how many it has looked at; its statements stay open meanwhile, so whoever does
 * something else then lends it a connection of its own.
 */
export function findingPerson(db: Connection, query: PersonQuery): Generator<Steps, PersonalFind[]> {
  return new Finder(db, new PersonMatcher(query)).all();
}

class Finder {
  readonly #db: Connection;
  readonly #matcher: PersonMatcher;
  readonly #found = new Map<string, PersonalFind>();
  /** What history says of records that undoing an import removed, by table and id. */
  readonly #gone = new Map<string, PersonSign>();
  /** Codes of the dossiers that are surely theirs. */
  readonly #codes = new Set<string>();
  /** Rows looked at, of how many; those that a question leaves out are among the latter. */
  #done = 0;
  #total = 0;

  constructor(db: Connection, matcher: PersonMatcher) {
    this.#db = db;
    this.#matcher = matcher;
  }

  *all(): Generator<Steps, PersonalFind[]> {
    for (const table of ['dossier', 'change', 'entry', 'entry_change'])
      this.#total += this.#db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
    yield* this.#dossiers();
    yield* this.#dossierHistory();
    yield* this.#entries();
    yield* this.#entryHistory();
    yield* this.#imports();
    this.#reasons();
    return [...this.#found.values()];
  }

  /** The rows as they are, with a stop after every few thousand. */
  *#each<T>(rows: Iterable<T>, look: (row: T) => void): Generator<Steps> {
    for (const row of rows) {
      look(row);
      this.#done += 1;
      if (this.#done % STRIDE === 0) yield this.#steps;
    }
  }

  get #steps(): Steps {
    return { done: Math.min(this.#done, this.#total), total: this.#total };
  }

  #note(place: PersonalPlace, sign: PersonSign | null, before: boolean): void {
    if (sign === null) return;
    const key = JSON.stringify(place);
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { place, sign, before });
    else
      this.#found.set(key, { place, sign: surer(known.sign, sign) ?? sign, before: known.before && before });
  }

  *#dossiers(): Generator<Steps> {
    const rows = this.#db.iterateRaw<[number, string, string | null, string | null, string | null]>(
      `SELECT id, code, applicant_name, person_id, note FROM dossier
       WHERE applicant_name IS NOT NULL OR person_id IS NOT NULL OR note IS NOT NULL ORDER BY id`,
    );
    yield* this.#each(rows, ([id, code, applicantName, personId, note]) => {
      const sign = this.#ofDossier({ applicantName, personId, note });
      this.#note({ kind: 'dossier', id }, sign, false);
      if (sign === 'number') this.#codes.add(dossierKey(code));
    });
  }

  #ofDossier({ applicantName, personId, note }: AboutCitizen): PersonSign | null {
    const { number, name, text } = this.#signs;
    return surer(surer(number(personId), name(applicantName, personId)), text(note));
  }

  *#entries(): Generator<Steps> {
    for (const ledger of CITIZEN_LEDGERS) {
      const rows = this.#db.iterateRaw<[number, string]>(
        'SELECT id, record FROM entry WHERE ledger = ? ORDER BY id',
        ledger,
      );
      yield* this.#each(rows, ([id, json]) => {
        const sign = this.#ofEntry(ledger, JSON.parse(json) as AnyRecord);
        this.#note({ kind: 'entry', ledger, id }, sign, false);
      });
    }
  }

  #ofEntry(ledger: LedgerId, record: AnyRecord): PersonSign | null {
    let sign: PersonSign | null = null;
    for (const field of citizenFields(ledger))
      sign = surer(sign, this.#ofValue(ledger, field, record[field]));
    const isLinked = DOSSIER_CODES.some((field) => {
      const code = record[field];
      return typeof code === 'string' && this.#codes.has(dossierKey(code));
    });
    return isLinked ? surer(sign, 'linked') : sign;
  }

  #ofValue(ledger: LedgerId | null, field: string, value: unknown): PersonSign | null {
    if (typeof value !== 'string') return null;
    const { number, name, text } = this.#signs;
    if (ledger === null)
      return field === 'applicantName'
        ? name(value, null)
        : field === 'personId'
          ? number(value)
          : text(value);
    return personalClass(ledger, field) === 'citizen-name' ? name(value, null) : text(value);
  }

  *#dossierHistory(): Generator<Steps> {
    const rows = this.#db.iterateRaw<[number, string, number | null]>(
      `SELECT c.dossier, c.fields, d.id FROM change c LEFT JOIN dossier d ON d.id = c.dossier
       WHERE instr(fields, '"applicantName"') OR instr(fields, '"personId"') OR instr(fields, '"note"')`,
    );
    yield* this.#each(rows, ([id, json, there]) => {
      const sign = this.#ofChange(null, json);
      if (there === null) this.#noteGone('dossier', id, sign);
      else this.#note({ kind: 'dossier', id }, sign, true);
    });
  }

  *#entryHistory(): Generator<Steps> {
    const rows = this.#db.iterateRaw<[number, string, LedgerId | null]>(
      `SELECT c.entry, c.fields, e.ledger FROM entry_change c LEFT JOIN entry e ON e.id = c.entry
       WHERE e.ledger IS NULL OR e.ledger IN (${CITIZEN_LEDGERS.map(() => '?').join(', ')})`,
      ...CITIZEN_LEDGERS,
    );
    yield* this.#each(rows, ([id, json, ledger]) => {
      // Of one that is gone the ledger is not known here; petitions have all fields that are about citizens.
      const sign = this.#ofChange(ledger ?? 'petitions', json);
      if (ledger === null) this.#noteGone('entry', id, sign);
      else this.#note({ kind: 'entry', ledger, id }, sign, true);
    });
  }

  #noteGone(table: string, id: number, sign: PersonSign | null): void {
    const key = `${table} ${id}`;
    const found = surer(this.#gone.get(key) ?? null, sign);
    if (found !== null) this.#gone.set(key, found);
  }

  #ofChange(ledger: LedgerId | null, json: string): PersonSign | null {
    const about = ledger === null ? DOSSIER_FIELDS : citizenFields(ledger);
    let sign: PersonSign | null = null;
    for (const [field, [from, to]] of Object.entries(JSON.parse(json) as ChangedFields)) {
      if (!about.includes(field)) continue;
      sign = surer(sign, surer(this.#ofValue(ledger, field, from), this.#ofValue(ledger, field, to)));
    }
    return sign;
  }

  *#imports(): Generator<Steps> {
    for (const { id: importId, undoneIn, log, badRows } of allImports(this.#db)) {
      yield this.#steps;
      const remarks = JSON.parse(badRows) as CellRemark[];
      for (const [index, { value }] of remarks.entries()) {
        const { number, name } = this.#signs;
        this.#note({ kind: 'cell', importId, index }, surer(number(value), name(value, null)), false);
      }
      if (undoneIn === null) continue;
      for (const { rows } of archiveParts(this.#db, undoneIn))
        for (const packed of rows) {
          const { id, ledger, record } = unpackArchived(log, packed);
          const sign =
            ledger === null ? this.#ofDossier(record as Dossier) : this.#ofEntry(ledger, record as AnyRecord);
          const former = this.#gone.get(`${log.records} ${id}`) ?? null;
          this.#note({ kind: 'archived', importId, id }, surer(sign, former), true);
        }
    }
  }

  #reasons(): void {
    const rows = this.#db.iterateRaw<[number, string]>(
      'SELECT id, reason FROM change_set WHERE reason IS NOT NULL ORDER BY id',
    );
    for (const [changeSet, reason] of rows)
      this.#note({ kind: 'reason', changeSet }, this.#signs.text(reason), false);
  }

  get #signs() {
    const matcher = this.#matcher;
    return {
      number: (value: string | null) => matcher.number(value),
      name: (value: string | null, number: string | null) => matcher.name(value, number),
      text: (value: string | null) => matcher.text(value),
    };
  }
}

const DOSSIER_FIELDS: readonly string[] = ['applicantName', 'personId', 'note'];
