import {
  type FigureChanges,
  type Figures,
  figureChanges,
  figureNames,
  isUnchanged,
} from '#shared/domain/closing/figures.ts';
import { type CountedState, dossierChanges, ledgerFigures } from '#shared/domain/closing/signed-period.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryDay } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { PeriodScheme } from '#shared/domain/period.ts';
import { may } from '#shared/domain/rights.ts';
import { AppError } from '#shared/errors.ts';
import { readProfile } from '../app/documents.ts';
import { demandAbility } from '../app/rights.ts';
import type { Workspace } from '../context.ts';
import type { KnownEntry, WriteTransaction, WriteWatcher } from '../ports.ts';
import { type ClosedPeriod, closedPeriods } from './closed-periods.ts';
import { LedgerWorld } from './ledger-world.ts';

type Space = Pick<Workspace, 'store' | 'actor'>;

/** A closed period that a deed would change, and which of its figures. */
export interface ClosedFigures {
  readonly period: string;
  /** Ids of objectives, and `II.06a` for the flow table. */
  readonly figures: string;
}

type Work<T> = (tx: WriteTransaction, guard: ClosedGuard | null) => Promise<{ keep: boolean; value: T }>;

/**
 * A write that keeps closed periods as they were signed: whatever it does, the figures of a signed report stay, or a
 * reason is given by somebody who may unlock periods, which is kept with the deed. The guard is null where nothing is closed.
 *
 * Throws `AppError` PERIOD_CLOSED (params `period`, `figures`) where a figure would change without a reason, FORBIDDEN
 * where a reason is given by somebody else; nothing is written then.
 */
export function writeGuarded<T>(space: Space, reason: string | null | undefined, work: Work<T>): Promise<T> {
  return space.store.writeLong(async (tx) => {
    const periods = closedPeriods(space.store);
    if (periods.length === 0) return work(tx, null);
    const guard = new ClosedGuard(tx, space, periods, reason ?? null);
    tx.watch(guard);
    const done = await work(tx, guard);
    if (done.keep) guard.settle();
    return done;
  });
}

/** Watches one transaction for figures of closed periods that it changes. */
export class ClosedGuard implements WriteWatcher {
  readonly #tx: WriteTransaction;
  readonly #space: Space;
  readonly #periods: readonly ClosedPeriod[];
  readonly #reason: string | null;
  readonly #scheme: PeriodScheme;
  /** After the last day of all closed periods nothing that happens can change one. */
  readonly #lastEnd: string;
  readonly #found = new Map<ClosedPeriod, Set<string>>();
  readonly #touched = new Set<LedgerId>();
  readonly #committed = new Map<string, Figures>();
  #world: LedgerWorld | null = null;

  constructor(tx: WriteTransaction, space: Space, periods: readonly ClosedPeriod[], reason: string | null) {
    this.#tx = tx;
    this.#space = space;
    this.#periods = periods;
    this.#reason = reason?.trim() ? reason : null;
    this.#scheme = readProfile(space.store).periodScheme;
    this.#lastEnd =
      periods
        .map(({ period }) => period.end)
        .sort()
        .at(-1) ?? '';
  }

  dossier(before: CountedState | null, after: CountedState | null): void {
    for (const [closed, changes] of this.#dossierChanges(before, after)) this.#note(closed, changes);
  }

  entry(ledger: LedgerId): void {
    this.#touched.add(ledger);
  }

  /** Which closed figures a dossier of a list would change, where that is not allowed; null where it may be written. */
  refusalOfDossier(before: CountedState | null, after: CountedState): ClosedFigures | null {
    if (this.#allowed) return null;
    const [first] = this.#dossierChanges(before, after);
    return first === undefined ? null : closedFigures(first[0], figureNames(first[1]));
  }

  /**
   * The same for an entry of a ledger's list. What is not refused is taken as written: the next entry is compared with
   * the ledgers as they are then.
   */
  refusalOfEntry(ledger: LedgerId, before: KnownEntry | null, after: AnyRecord): ClosedFigures | null {
    if (this.#allowed) return null;
    const periods = this.#periods.filter(({ ledgers }) => ledgers.has(ledger));
    if (periods.length === 0) return null;
    const isLate = (record: AnyRecord) => entryDay(ledgerOf(ledger), record) > this.#lastEnd;
    // No formula counts an entry before its day, whose day is after the end of every closed period.
    if (isLate(after) && (before === null || before.deleted || isLate(before.record))) return null;
    this.#world ??= new LedgerWorld(this.#space.store.entries);
    const takeBack = this.#world.write(ledger, before, after);
    for (const closed of periods) {
      const figures = ledgerFigures(closed, this.#world, this.#scheme, ledger);
      // Whatever was taken so far changed nothing, so what was committed is still what there was before.
      const changes = figureChanges(this.#committedFigures(closed, ledger), figures);
      if (isUnchanged(changes)) continue;
      takeBack();
      return closedFigures(closed, figureNames(changes));
    }
    return null;
  }

  #committedFigures(closed: ClosedPeriod, ledger: LedgerId): Figures {
    const key = `${closed.report.id} ${ledger}`;
    const figures =
      this.#committed.get(key) ?? ledgerFigures(closed, this.#space.store.entries, this.#scheme, ledger);
    this.#committed.set(key, figures);
    return figures;
  }

  /** Before the commit: throws when closed figures changed that may not, else writes down which periods are corrected. */
  settle(): void {
    this.#compareLedgers();
    const [first] = this.#found;
    if (first === undefined) return;
    if (!this.#allowed) {
      if (this.#reason !== null) demandAbility(this.#space.actor, 'unlock-period');
      throw new AppError('PERIOD_CLOSED', { ...closedFigures(first[0], first[1]) });
    }
    for (const [closed] of this.#found) this.#tx.addCorrection(closed.report);
  }

  /** A reason was given by somebody who may correct a closed period. */
  get #allowed(): boolean {
    return this.#reason !== null && may(this.#space.actor, 'unlock-period');
  }

  #dossierChanges(
    before: CountedState | null,
    after: CountedState | null,
  ): readonly (readonly [ClosedPeriod, FigureChanges])[] {
    const isLater = (state: CountedState | null) => state === null || state.record.receivedOn > this.#lastEnd;
    if (isLater(before) && isLater(after)) return NONE;
    return this.#periods.flatMap((closed) => {
      const changes = dossierChanges(closed, before, after);
      return isUnchanged(changes) ? [] : [[closed, changes] as const];
    });
  }

  /** Ledgers as committed against ledgers as this transaction leaves them. */
  #compareLedgers(): void {
    const periods = this.#periods.filter(({ ledgers }) =>
      [...this.#touched].some((ledger) => ledgers.has(ledger)),
    );
    if (periods.length === 0) return;
    const after = this.#tx.ledgers;
    for (const closed of periods) {
      const was = ledgerFigures(closed, this.#space.store.entries, this.#scheme);
      const changes = figureChanges(was, ledgerFigures(closed, after, this.#scheme));
      if (!isUnchanged(changes)) this.#note(closed, changes);
    }
  }

  #note(closed: ClosedPeriod, changes: FigureChanges): void {
    const known = this.#found.get(closed) ?? new Set<string>();
    for (const name of figureNames(changes)) known.add(name);
    this.#found.set(closed, known);
  }
}

const NONE: readonly (readonly [ClosedPeriod, FigureChanges])[] = [];

function closedFigures({ report }: ClosedPeriod, names: Iterable<string>): ClosedFigures {
  return { period: report.period, figures: [...names].join(', ').slice(0, 300) };
}
