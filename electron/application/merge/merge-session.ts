import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { ledgerBalance } from '#shared/domain/merge/balance.ts';
import { type MergeBook, recordsOf } from '#shared/domain/merge/books.ts';
import { ORDER, planMerge } from '#shared/domain/merge/plan.ts';
import { AppError } from '#shared/errors.ts';
import type { MergePlanAnswer, MergeState } from '#shared/ipc/contract/merge.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { readKeyring } from '../access/keyring-file.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import type { FormerUnit, MergeRecord, Store } from '../ports.ts';
import { readReports, type SourceReport } from './former-reports.ts';
import { type JoinedSource, joinBooks } from './join-books.ts';
import { MERGE_FOLDER } from './merge-folder.ts';
import { type OpenSource, openSource, type SourceKey } from './open-source.ts';
import { namesFor, readBook } from './read-books.ts';
import { readSourceHead } from './source-files.ts';

type Request = Parsed<'merge.plan'>;
type Planned = ReturnType<typeof planMerge>;

/** A source that is open, with what was read of it. */
interface Opened extends OpenSource {
  readonly reports: readonly SourceReport[];
  readonly counts: SourceCounts;
}

type SourceCounts = Pick<FormerUnit, 'dossiers' | 'entries' | 'reports'>;

/**
 * The sources that are open while somebody joins units, from the first one until all are joined or put aside. Their
 * copies lie in a folder beside the book, encrypted as they came, and go with the session.
 */
export class MergeSession {
  readonly #folder: string;
  readonly #sources: Opened[] = [];
  #opened = 0;
  /** Who opened the sources. */
  #owner: string | null = null;
  /** What was read for planning; the book may change while people decide. */
  #books: { readonly of: string; readonly books: readonly MergeBook[] } | null = null;
  /** The last plan, for looking at its clashes one by one. */
  #plan: { readonly of: string; readonly plan: Planned } | null = null;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, MERGE_FOLDER);
  }

  /** Sources are open for whoever opened them: when somebody else sits down they are closed. */
  settle({ actor }: Pick<Workspace, 'actor'>): void {
    if (this.#owner !== null && this.#owner !== actor.login) this.drop();
  }

  state({ store }: Workspace): MergeState {
    return {
      sources: this.#sources.map(({ head, profile, store: book, reports, counts }) => {
        const { code, name, superior } = profile.unit;
        return {
          name: basename(head.path).slice(0, 255),
          unit: { code, name, superior },
          ...counts,
          unsound: reports.filter(({ signer }) => signer === null).length,
          span: book.dossiers.span(),
        };
      }),
      done: store.merges.list() as MergeState['done'],
    };
  }

  /** Opens one more source. Throws as {@link openSource}, and MERGE_SOURCE_UNFIT (`reason` own, twice). */
  async open(space: Workspace, path: string, by: SourceKey, task: string): Promise<void> {
    const head = await readSourceHead(path);
    const { dataDir, notify, signal } = space;
    const stop = signal(task);
    const advance = (phase: 'reading' | 'checking', done: number, total: number): void => {
      if (stop.aborted) throw new AppError('CANCELLED');
      notify({ kind: 'progress', task, phase, done, total });
    };
    const ids = [readKeyring(dataDir)?.folder, ...this.#sources.map(({ folderId }) => folderId)];
    const at = ids.indexOf(head.keyring?.folder);
    if (head.keyring !== null && at >= 0)
      throw new AppError('MERGE_SOURCE_UNFIT', { reason: at === 0 ? 'own' : 'twice', file: basename(path) });
    this.#opened += 1;
    const source = await openSource(head, by, join(this.#folder, String(this.#opened)), advance);
    try {
      const reports = await readReports(source.store, space);
      this.#sources.push({ ...source, reports, counts: countsOf(source.store, reports) });
      this.#owner = space.actor.login;
    } catch (error) {
      close(source);
      throw error;
    }
    this.#forget();
  }

  /** Puts a source aside. Throws `AppError` RECORD_UNKNOWN. */
  leave(source: number): void {
    const [found] = this.#sources.splice(source, 1);
    if (found === undefined) throw new AppError('RECORD_UNKNOWN', { id: source });
    close(found);
    this.#forget();
  }

  /** The books as they are now, and what joining them makes of each record. Throws `AppError` MERGE_SOURCE_UNFIT (none). */
  plan(space: Workspace, { units, choices }: Request): { books: readonly MergeBook[]; plan: Planned } {
    const books = this.#read(space, units);
    const of = JSON.stringify([this.#books?.of, choices]);
    if (this.#plan?.of !== of) this.#plan = { of, plan: planMerge(books, choices) };
    return { books, plan: this.#plan.plan };
  }

  /** {@link MergeSession.plan} as the window shows it. */
  answer(space: Workspace, request: Request): MergePlanAnswer {
    const { books, plan } = this.plan(space, request);
    const sources = books.slice(1);
    return {
      books: books.map(({ label, name }) => ({ label, name })),
      clashes: plan.clashes
        .map(({ id, ledger, title, identical, ways, way, book, proposed, members }) => ({
          id,
          ledger,
          title: title.slice(0, 400),
          identical,
          ways: [...ways],
          way,
          book,
          proposed,
          members: members.map((member) => ({ book: member.book, mark: member.mark.slice(0, 1000) })),
        }))
        .sort((a, b) => Number(a.identical) - Number(b.identical)),
      ledgers: ORDER.map((ledger) => {
        const { after: _after, ...line } = ledgerBalance(ledger, plan.moves, {
          present: recordsOf(books[0] as MergeBook, ledger).length,
          sources: sources.map((book) => recordsOf(book, ledger).length),
          after: 0,
        });
        return { ...line, sources: [...line.sources] };
      }),
      faults: [...plan.faults],
    };
  }

  /**
   * Joins the open sources to the book, or only tries it (`keep` false). `copy` is made before anything is written.
   * Throws `AppError` MERGE_CHOICE_INVALID, and as {@link joinBooks}.
   */
  async join(
    space: Workspace,
    input: Parsed<'merge.join'>,
    keep: boolean,
    makeCopy: () => Promise<string>,
  ): Promise<MergeRecord> {
    const { request, decision, reason, task } = input;
    const signal = space.signal(task);
    // People may have worked in the book since the plan was shown.
    this.#forget();
    const { books, plan } = this.plan(space, request);
    const [fault] = plan.faults;
    if (fault !== undefined)
      throw new AppError('MERGE_CHOICE_INVALID', { reason: fault.fault, clash: fault.clash.slice(0, 300) });
    const copy = keep ? await makeCopy() : null;
    if (signal.aborted) throw new AppError('CANCELLED');
    return joinBooks(space, {
      books,
      sources: this.#joined(request, books),
      plan,
      decision,
      reason: reason?.trim() || null,
      keep,
      copy,
      signal,
      told: (done, total) =>
        space.notify({ kind: 'progress', task, phase: keep ? 'saving' : 'checking', done, total }),
    });
  }

  #joined({ units }: Request, books: readonly MergeBook[]): JoinedSource[] {
    return this.#sources.map(({ store, profile, reports, counts, folderId }, at) => {
      const { code, name, superior } = profile.unit;
      const { from = null, to = null } = units[at] ?? {};
      const unit = {
        code,
        name,
        label: books[at + 1]?.label ?? code,
        superior,
        from,
        to,
        log: store.log.head(),
        folder: folderId,
        ...counts,
      };
      return { store, unit, reports };
    });
  }

  #read({ store }: Workspace, units: Request['units']): readonly MergeBook[] {
    if (this.#sources.length === 0) throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'none', file: null });
    const of = JSON.stringify([store.writes, this.#opened, this.#sources.length, units]);
    if (this.#books?.of !== of) {
      const { code, name } = readProfile(store).unit;
      const all = [
        { code, name },
        ...this.#sources.map(({ profile: { unit } }, at) => ({ ...unit, label: units[at]?.label })),
      ];
      const [own, ...names] = namesFor(all);
      this.#books = {
        of,
        books: [
          readBook(store, own?.label ?? code, own?.name ?? name),
          ...this.#sources.map((source, at) =>
            readBook(source.store, names[at]?.label ?? '', names[at]?.name ?? ''),
          ),
        ],
      };
    }
    return this.#books.books;
  }

  #forget(): void {
    this.#books = null;
    this.#plan = null;
  }

  /** Closes all sources and removes what lies of them beside the book. */
  drop(): void {
    for (const source of this.#sources.splice(0)) close(source);
    this.#owner = null;
    this.#forget();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a source holds, counted once: nobody writes into its copy. */
function countsOf(store: Store, reports: readonly SourceReport[]): SourceCounts {
  return {
    dossiers: store.stats().dossiers,
    entries: LEDGER_IDS.reduce((sum, ledger) => sum + store.entries.entries(ledger).length, 0),
    reports: reports.length,
  };
}

function close({ store, folder }: Pick<OpenSource, 'store' | 'folder'>): void {
  store.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
