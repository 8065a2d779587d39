import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { balanceFaults, ledgerBalance, type MergeBalance } from '#shared/domain/merge/balance.ts';
import { type MergeBook, recordsOf } from '#shared/domain/merge/books.ts';
import { type MergePlan, type Move, ORDER } from '#shared/domain/merge/plan.ts';
import { AppError } from '#shared/errors.ts';
import { DOCUMENT_KEYS } from '../app/documents.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import type { FormerUnit, MergeRecord, RecordOrigin, Store, WriteTransaction } from '../ports.ts';
import { writeMeta } from '../write-meta.ts';
import { figureLines } from './figures.ts';
import { formerSigners, type SourceReport } from './former-reports.ts';

/** A source with what a merge needs of it. */
export interface JoinedSource {
  readonly store: Store;
  readonly unit: FormerUnit;
  readonly reports: readonly SourceReport[];
}

export interface JoinRequest {
  /** The present book first, then the sources in their order. */
  readonly books: readonly MergeBook[];
  readonly sources: readonly JoinedSource[];
  readonly plan: MergePlan;
  readonly decision: string;
  /** Why figures of periods that this book signed may change; without it they may not. */
  readonly reason: string | null;
  /** False: all is done and rolled back. */
  readonly keep: boolean;
  readonly copy: string | null;
  readonly signal: AbortSignal;
  told(done: number, total: number): void;
}

/** Records between two looks at whether it is to go on. */
const BATCH = 500;

/**
 * Joins the sources to the book in one transaction: records, reports with their answers, trust in those who signed
 * them, and what the merge was. The balance is counted in the transaction; where it does not come out nothing is
 * written.
 *
 * Throws `AppError` MERGE_UNBALANCED (the first line that does not come out), CANCELLED, PERIOD_CLOSED, FORBIDDEN.
 */
export async function joinBooks(space: Workspace, request: JoinRequest): Promise<MergeRecord> {
  return writeGuarded(space, request.reason, async (tx) => {
    const value = await new Join(space, tx, request).run();
    return { keep: request.keep, value };
  });
}

class Join {
  readonly #space: Workspace;
  readonly #tx: WriteTransaction;
  readonly #request: JoinRequest;
  readonly #number: number;
  /** The change set of each source. */
  readonly #changeSets: readonly number[];
  /** `book ledger id` → id here, of what came. */
  readonly #ids = new Map<string, number>();

  constructor(space: Workspace, tx: WriteTransaction, request: JoinRequest) {
    this.#space = space;
    this.#tx = tx;
    this.#request = request;
    this.#number = (space.store.merges.list().at(-1)?.number ?? 0) + 1;
    this.#changeSets = request.sources.map(() =>
      tx.beginChangeSet(writeMeta(space, 'merged', request.reason ?? request.decision)),
    );
  }

  async run(): Promise<MergeRecord> {
    const { decision, sources, copy } = this.#request;
    const present = new Map(ORDER.map((ledger) => [ledger, this.#tx.countOf(ledger)]));
    await this.#putRecords();
    this.#putOrigins();
    this.#keepLedgers();
    for (const [source, joined] of sources.entries()) this.#putReports(joined, source);
    const balance = this.#balance(present);
    const record: MergeRecord = {
      number: this.#number,
      at: this.#space.clock.now(),
      user: this.#space.actor.login,
      decision,
      units: sources.map(({ unit }) => unit),
      balance,
      copy,
    };
    this.#tx.putMerge(record);
    return record;
  }

  async #putRecords(): Promise<void> {
    const { plan, signal, told } = this.#request;
    const coming = plan.moves.filter(({ fate }) => fate === 'comes');
    for (const [done, move] of coming.entries()) {
      if (done % BATCH === 0) {
        if (signal.aborted) throw new AppError('CANCELLED');
        told(done, coming.length);
        await nextTurn();
      }
      this.#ids.set(placeKey(move.ledger, move), this.#put(move));
    }
    if (signal.aborted) throw new AppError('CANCELLED');
    told(coming.length, coming.length);
  }

  /** Writes a record; one that lies in the trash here under the same key becomes it. Its id. */
  #put({ ledger, book, record, issuesDocument }: Move): number {
    const tx = this.#tx;
    const changeSet = this.#changeSets[book - 1] as number;
    if (ledger === 'dossiers') {
      const dossier = record as Dossier;
      const id = tx.insertNewDossier(dossier, issuesDocument, changeSet);
      if (id !== null) return id;
      const known = tx.dossierByCode(dossier.code);
      if (known?.deleted !== true) throw new AppError('MERGE_CHANGED', {});
      tx.updateDossier(known, dossier, issuesDocument, changeSet, false);
      return known.id;
    }
    const entry = record as AnyRecord;
    const definition = ledgerOf(ledger);
    if (definition.repeatable)
      return tx.insertEntry(ledger, entry, tx.freeOccurrence(ledger, entry), changeSet);
    const known = tx.entryByKey(ledger, entryKey(definition, entry));
    if (known === null) return tx.insertEntry(ledger, entry, 1, changeSet);
    if (!known.deleted) throw new AppError('MERGE_CHANGED', {});
    tx.updateEntry(known, entry, changeSet, false);
    return known.id;
  }

  #putOrigins(): void {
    const origins = this.#request.plan.moves.flatMap((move): RecordOrigin[] => {
      const { ledger, book, id, fate, into, was } = move;
      if (fate === 'left') return [];
      const stays = into ?? move;
      const record = stays.book === 0 ? stays.id : this.#ids.get(placeKey(ledger, stays));
      if (record === undefined) return [];
      const kind = ledger === 'dossiers' ? 'dossier' : 'entry';
      return [
        { kind, record, merge: this.#number, source: book - 1, was: id, code: was, joined: into !== null },
      ];
    });
    this.#tx.putOrigins(origins);
  }

  /** A ledger is kept from the first day on which one of the units said so. */
  #keepLedgers(): void {
    const { store } = this.#space;
    const said = [store, ...this.#request.sources.map((source) => source.store)].map(({ documents }) =>
      daysOf(documents.get(DOCUMENT_KEYS.ledgersKept)),
    );
    const [own = {}] = said;
    const first: Record<string, string> = { ...own };
    for (const days of said)
      for (const [ledger, day] of Object.entries(days)) {
        const known = first[ledger];
        if (known === undefined || day < known) first[ledger] = day;
      }
    if (JSON.stringify(first) !== JSON.stringify(own)) this.#tx.putDocument(DOCUMENT_KEYS.ledgersKept, first);
  }

  #putReports({ store, unit, reports }: JoinedSource, source: number): void {
    const tx = this.#tx;
    const here = this.#space.store;
    const known = new Set(here.merges.reports().map(({ sha256 }) => sha256));
    const place = { merge: this.#number, source };
    for (const { report, pdf, receipts, signer } of reports) {
      if (known.has(report.sha256)) continue;
      const { id: _id, size: _size, ...kept } = report;
      const of = { ...place, unitCode: unit.code, unitName: unit.name, signer: signer?.sha256 ?? '' };
      tx.insertFormerReport({ ...kept, ...of }, pdf, receipts);
    }
    // What the source had taken over from units before it keeps their names.
    for (const former of store.merges.reports()) {
      if (known.has(former.sha256)) continue;
      const { id, size: _size, receipts: _receipts, ...kept } = former;
      tx.insertFormerReport(
        { ...kept, ...place },
        store.merges.pdf(id) ?? new Uint8Array(),
        store.merges.receipts(id),
      );
    }
    const enrolments = store.enrolments.list();
    const formerly = new Set(store.merges.reports().map(({ signer }) => signer));
    const signers = [
      ...formerSigners(reports, unit, enrolments),
      ...enrolments
        .filter(({ fingerprint }) => formerly.has(fingerprint))
        .map(({ id: _id, ...enrolment }) => enrolment),
    ];
    // What was said here of a key stands.
    const trusted = new Set(here.enrolments.list().map(({ fingerprint }) => fingerprint));
    for (const signer of signers) if (!trusted.has(signer.fingerprint)) tx.putEnrolment(signer);
  }

  #balance(present: ReadonlyMap<(typeof ORDER)[number], number>): MergeBalance {
    const { books, sources, plan } = this.#request;
    const tx = this.#tx;
    const ledgers = ORDER.map((ledger) =>
      ledgerBalance(ledger, plan.moves, {
        present: present.get(ledger) ?? 0,
        sources: books.slice(1).map((book) => recordsOf(book, ledger).length),
        after: tx.countOf(ledger),
      }),
    );
    const after = { dossiers: tx.dossiers, ledgers: tx.ledgers };
    const figures = figureLines(
      this.#space,
      sources.map(({ store }) => store),
      after,
      plan.moves,
    );
    const [fault] = balanceFaults({ ledgers, figures });
    if (fault !== undefined)
      throw new AppError('MERGE_UNBALANCED', {
        line: fault.ledger ?? `${fault.period ?? ''} ${fault.figure ?? ''}`,
      });
    return { ledgers, figures };
  }
}

function placeKey(ledger: string, { book, id }: { readonly book: number; readonly id: number }): string {
  return `${book} ${ledger} ${id}`;
}

function daysOf(said: unknown): Readonly<Record<string, LocalDate>> {
  return typeof said === 'object' && said !== null ? (said as Record<string, LocalDate>) : {};
}
