import { deflateRawSync } from 'node:zlib';
import type { PersonalPlace } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import {
  anonymousDossier,
  anonymousEntry,
  isAnonymousDossier,
  isAnonymousEntry,
} from '#shared/domain/privacy/personal-fields.ts';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import { mentionRemover } from '#shared/privacy/person.ts';
import type { ChangedFields } from '../change-fields.ts';
import { insertChange, type LogTables } from '../change-log.ts';
import type { DossierWriter } from '../dossier-writer.ts';
import type { EntryWriter } from '../entry-writer.ts';
import type { Connection } from '../open-database.ts';
import {
  anonymousDossierChange,
  anonymousEntryChange,
  freeKeys,
  type KeyOf,
  plainKeys,
} from './anonymous-fields.ts';
import { type ArchivedRecord, archiveParts, importOf, unpackArchived } from './archived-records.ts';
import { namesIn, ownMentions } from './mentions.ts';
import { Rewriting } from './rewriting.ts';

/** A change of a record as it is and as it will be. */
interface RewrittenChange {
  readonly log: LogTables;
  readonly changeSet: number;
  readonly record: number;
  readonly fields: string;
}

/**
 * Takes what is about citizens out of places of the book, within one transaction. First it is found out what will be
 * rewritten ({@link Anonymiser.changeSets}), then the log's view of that is kept, then it is done.
 */
export class Anonymiser {
  readonly #db: Connection;
  readonly #dossiers: DossierWriter;
  readonly #entries: EntryWriter;
  /** Change sets whose digest will be another. */
  readonly changeSets = new Set<number>();
  readonly #changes: RewrittenChange[] = [];
  readonly #records: ((deed: number) => void)[] = [];
  readonly #remnants: (() => void)[] = [];
  readonly #mentions: Set<string>;

  constructor(
    db: Connection,
    dossiers: DossierWriter,
    entries: EntryWriter,
    places: readonly PersonalPlace[],
    mentions: readonly string[],
  ) {
    this.#db = db;
    this.#dossiers = dossiers;
    this.#entries = entries;
    this.#mentions = new Set(mentions);
    const archived = new Map<number, Set<number>>();
    const cells = new Map<number, Set<number>>();
    for (const place of places) {
      if (place.kind === 'dossier') this.#dossier(place.id);
      else if (place.kind === 'entry') this.#entry(place.ledger, place.id);
      else if (place.kind === 'archived') added(archived, place.importId).add(place.id);
      else if (place.kind === 'cell') added(cells, place.importId).add(place.index);
      else this.changeSets.add(place.changeSet);
    }
    for (const [importId, ids] of archived) this.#archived(importId, ids);
    for (const [importId, indices] of cells) this.#cells(importId, indices);
    this.#reasons();
    this.#fileNames();
  }

  get records(): number {
    return this.#records.length;
  }
  get remnants(): number {
    return this.#remnants.length;
  }

  /** Does it. */
  run(deed: number): void {
    const rewriting = new Rewriting(this.#db, deed, this.changeSets);
    for (const { log, changeSet, record, fields } of this.#changes)
      this.#db.run(
        `UPDATE ${log.changes} SET fields = ? WHERE change_set = ? AND ${log.records} = ?`,
        fields,
        changeSet,
        record,
      );
    for (const step of this.#remnants) step();
    for (const record of this.#records) record(deed);
    rewriting.finish();
  }

  #dossier(id: number): void {
    const known = this.#dossiers.byId(id);
    if (known === null) return;
    const log = this.#dossiers.tables;
    const rewritten = this.#changesOf(log, id, anonymousDossierChange);
    if (!rewritten && isAnonymousDossier(known.record)) return;
    this.#touch(log, id, [known.record.applicantName, known.record.personId]);
    const { record, issuesDocument, deleted } = known;
    this.#records.push((deed) => {
      insertChange(this.#db, log, deed, known, {});
      this.#dossiers.overwrite(known, { record: anonymousDossier(record), issuesDocument, deleted }, deed);
    });
  }

  #entry(ledger: LedgerId, id: number): void {
    const known = this.#entries.byId(id);
    if (known?.ledger !== ledger) return;
    const log = this.#entries.tables;
    const names = plainKeys(ledger);
    const rewritten = this.#changesOf(
      log,
      id,
      (fields) => anonymousEntryChange(ledger, fields, names),
      false,
    );
    if (!rewritten && isAnonymousEntry(ledger, known.record)) return;
    this.#touch(log, id, namesIn(ledger, known.record));
    this.#records.push((deed) => {
      // Another entry of this deed may have taken the key meanwhile.
      const keyOf: KeyOf = freeKeys(this.#entries, known);
      for (const { changeSet, fields } of this.#rowsOf(log, id))
        this.#db.run(
          `UPDATE ${log.changes} SET fields = ? WHERE change_set = ? AND ${log.records} = ?`,
          JSON.stringify(anonymousEntryChange(ledger, fields, keyOf)),
          changeSet,
          id,
        );
      insertChange(this.#db, log, deed, known, {});
      const after = {
        record: anonymousEntry(ledger, known.record),
        key: keyOf(known.key),
        deleted: known.deleted,
      };
      this.#entries.overwrite(known, after, deed);
    });
  }

  /** Records that undoing an import removed: out of its archive, and out of what changes tell of them. */
  #archived(importId: number, ids: ReadonlySet<number>): void {
    const { changeSet, undoneIn, log } = importOf(this.#db, importId);
    if (undoneIn === null) return;
    for (const { part, rows } of archiveParts(this.#db, undoneIn)) {
      let found = false;
      const after = rows.map((packed) => {
        const archived = unpackArchived(log, packed);
        if (!ids.has(archived.id)) return packed;
        found = true;
        this.#changesOf(log, archived.id, (fields) =>
          archived.ledger === null
            ? anonymousDossierChange(fields)
            : anonymousEntryChange(archived.ledger, fields, plainKeys(archived.ledger)),
        );
        this.#touch(log, archived.id, archivedNames(archived));
        return anonymousPacked(archived, packed);
      });
      if (!found) continue;
      this.changeSets.add(changeSet);
      this.#remnants.push(() =>
        this.#db.run(
          'UPDATE archive SET rows = ? WHERE change_set = ? AND part = ?',
          deflateRawSync(JSON.stringify(after)),
          undoneIn,
          part,
        ),
      );
    }
  }

  /** What an import remembers of wrong cells: that they were wrong and why stays. */
  #cells(importId: number, indices: ReadonlySet<number>): void {
    const { changeSet, badRows } = importOf(this.#db, importId);
    const remarks = JSON.parse(badRows) as CellRemark[];
    const after = remarks.map((remark, index): CellRemark => {
      if (!indices.has(index) || remark.value === null) return remark;
      return { ...remark, value: null, message: mentionRemover([remark.value])(remark.message) };
    });
    const text = JSON.stringify(after);
    if (text === badRows) return;
    this.changeSets.add(changeSet);
    this.#remnants.push(() => this.#db.run('UPDATE import SET bad_rows = ? WHERE id = ?', text, importId));
  }

  /** Reasons of what is rewritten anyway, and of those deeds that were named, without the names in question. */
  #reasons(): void {
    const remove = mentionRemover(this.#mentions);
    for (const changeSet of [...this.changeSets]) {
      const reason = this.#db.value<string | null>('SELECT reason FROM change_set WHERE id = ?', changeSet);
      const without = reason == null ? reason : remove(reason);
      if (without === reason) continue;
      this.#remnants.push(() =>
        this.#db.run('UPDATE change_set SET reason = ? WHERE id = ?', without ?? null, changeSet),
      );
    }
  }

  #fileNames(): void {
    const remove = mentionRemover(this.#mentions);
    for (const changeSet of this.changeSets) {
      const [id, file] =
        this.#db.getRaw<[number, string]>('SELECT id, file FROM import WHERE change_set = ?', changeSet) ??
        [];
      if (id === undefined || file === undefined) continue;
      const without = remove(file);
      if (without !== file)
        this.#remnants.push(() => this.#db.run('UPDATE import SET file = ? WHERE id = ?', without, id));
    }
  }

  /** Notes which changes of a record will be others; whether there are any. */
  #changesOf(
    log: LogTables,
    id: number,
    anonymous: (fields: ChangedFields) => ChangedFields,
    now = true,
  ): boolean {
    let any = false;
    for (const { changeSet, fields, text } of this.#rowsOf(log, id)) {
      for (const value of ownMentions(fields)) this.#mentions.add(value);
      const after = JSON.stringify(anonymous(fields));
      if (after === text) continue;
      any = true;
      if (now) this.#changes.push({ log, changeSet, record: id, fields: after });
    }
    return any;
  }

  /** A record will be another: so will be every change set that it came or was changed with. */
  #touch(log: LogTables, id: number, names: readonly (string | null)[]): void {
    for (const name of names) if (name !== null) this.#mentions.add(name);
    const created = this.#db.value<number>(`SELECT created_in FROM ${log.records} WHERE id = ?`, id);
    if (created !== undefined) this.changeSets.add(created);
    for (const { changeSet } of this.#rowsOf(log, id)) this.changeSets.add(changeSet);
  }

  #rowsOf(
    { changes, records }: LogTables,
    id: number,
  ): { changeSet: number; fields: ChangedFields; text: string }[] {
    return this.#db
      .allRaw<[number, string]>(
        `SELECT change_set, fields FROM ${changes} WHERE ${records} = ? ORDER BY change_set`,
        id,
      )
      .map(([changeSet, text]) => ({ changeSet, text, fields: JSON.parse(text) as ChangedFields }));
  }
}

function added<K>(map: Map<K, Set<number>>, key: K): Set<number> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}

function archivedNames({ ledger, record }: ArchivedRecord): (string | null)[] {
  if (ledger !== null) return namesIn(ledger, record as AnyRecord);
  const { applicantName, personId } = record as Dossier;
  return [applicantName, personId];
}

function anonymousPacked({ ledger, record }: ArchivedRecord, packed: unknown): unknown {
  if (ledger === null) {
    const [id, issues] = packed as [number, boolean | null, Dossier];
    return [id, issues, anonymousDossier(record as Dossier)];
  }
  const [id, , key] = packed as [number, LedgerId, string, AnyRecord];
  return [id, ledger, plainKeys(ledger)(key), anonymousEntry(ledger, record as AnyRecord)];
}
